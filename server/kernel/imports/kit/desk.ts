// The imports and exports of a test street with the register of benches, used by named people over HTTP.
import { randomUUID } from 'node:crypto';
import type { Worksheet } from 'exceljs';
import type { FastifyInstance } from 'fastify';
import type { AnyEndpoint, OutputOf, RequestOf } from '#contract/define.ts';
import { getImport, runImport } from '#contract/imports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import { exportsModule } from '#kernel/exports/module.ts';
import { createServer } from '#kernel/http/server.ts';
import { createKernel, type Kernel } from '#kernel/kernel.ts';
import { readByExceljs, temporaryFolder } from '#kernel/sheets/kit/files.ts';
import { authenticator } from '#modules/identity/index.ts';
import { modules } from '../../../../server/modules.ts';
import { type TestStreet, testStreet } from '../../../../tests/kit/street.ts';
import { importsModule } from '../module.ts';
import { runImports } from '../runner.ts';
import { benches, benchesOut, benchesTable } from './benches.ts';

/** Names an import; with the version it was read at. */
export const at = ({ importId }: ImportRecord) => ({ params: { importId } });
export const of = (record: ImportRecord) => ({ ...at(record), body: { version: record.version } });

/** `count` benches with 19-digit codes. */
export const csv = (count: number, from = 1) =>
  `编号,位置,管护人,联系电话\n${Array.from({ length: count }, (_, row) => bench(from + row)).join('\n')}\n`;

const bench = (number: number) =>
  `0126111908493${String(number).padStart(6, '0')},${number % 40}号楼,王秀兰,13800001111`;

export async function runThrough(desk: Desk, person: Person, record: ImportRecord): Promise<ImportRecord> {
  await person.call(runImport, of(record));
  await runImports(desk.kernel);
  return await person.call(getImport, at(record));
}

export interface Desk {
  street: TestStreet;
  kernel: Kernel;
  app: FastifyInstance;
  as(name: string): Promise<Person>;
  benches(): Promise<{ code: string; place: string; saves: number }[]>;
}

export interface Person {
  call<E extends AnyEndpoint>(endpoint: E, request?: RequestOf<E>): Promise<OutputOf<E>>;
  refusal<E extends AnyEndpoint>(
    endpoint: E,
    request?: RequestOf<E>,
  ): Promise<{ status: number; code: string; detail: string }>;
  upload(file: string | Uint8Array, fileName?: string): Promise<ImportRecord>;
  refusedUpload(
    file: string | Uint8Array,
    fileName?: string,
  ): Promise<{ status: number; code: string; detail: string }>;
  /** The workbook behind an endpoint of kind `stream`. */
  sheet<E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>): Promise<Worksheet>;
}

export async function testDesk(): Promise<Desk> {
  const street = await testStreet();
  await street.owner.query(benchesTable);
  const others = modules.filter(({ name }) => name !== 'imports' && name !== 'exports');
  const kernel = createKernel({
    services: street.kernel.services,
    database: street.kernel,
    modules: [
      ...others,
      { name: 'benches', imports: [benches], exports: [benchesOut] },
      importsModule([benches]),
      exportsModule([benchesOut]),
    ],
    checkAnswers: true,
  });
  const app = await createServer(kernel, authenticator(kernel));
  return {
    street,
    kernel,
    app,
    as: async (name) => person(app, (await street.as(name)).token ?? ''),
    benches: async () =>
      (await street.owner.query('select code, place, saves from benches order by code')).rows,
  };
}

function person(app: FastifyInstance, token: string): Person {
  const authorization = { authorization: `Bearer ${token}` };
  const send = (endpoint: AnyEndpoint, request: unknown) => {
    const { params = {}, query = {}, body = {} } = (request ?? {}) as Record<string, Record<string, unknown>>;
    const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent(String(params[key])),
    );
    const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
    return app.inject({
      method: endpoint.method,
      url: search.size > 0 ? `${path}?${search}` : path,
      headers: { ...authorization, 'idempotency-key': randomUUID() },
      ...(endpoint.method === 'GET' ? {} : { payload: body }),
    });
  };
  const sendFile = (file: string | Uint8Array, fileName: string) => {
    const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    return app.inject({
      method: 'POST',
      url: '/api/imports/registers/benches/files',
      headers: {
        ...authorization,
        'idempotency-key': randomUUID(),
        'content-type': 'multipart/form-data; boundary=b',
      },
      payload: Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from('\r\n--b--\r\n')]),
    });
  };
  return {
    call: async (endpoint, request) => taken(await send(endpoint, request)),
    refusal: async (endpoint, request) => refused(await send(endpoint, request)),
    upload: async (file, fileName = '台账.csv') => taken(await sendFile(file, fileName)),
    refusedUpload: async (file, fileName = '台账.csv') => refused(await sendFile(file, fileName)),
    sheet: async (endpoint, request) => {
      const answer = await send(endpoint, request);
      if (answer.statusCode !== 200) throw new Error(`${endpoint.name} refused: ${answer.payload}`);
      const folder = temporaryFolder();
      try {
        return await readByExceljs(folder.put('answer.xlsx', answer.rawPayload));
      } finally {
        folder.remove();
      }
    },
  };
}

interface Answer {
  statusCode: number;
  payload: string;
  json<T>(): T;
}

function taken<T>(answer: Answer): T {
  if (answer.statusCode >= 400) throw new Error(`refused: ${answer.payload}`);
  return answer.json<T>();
}

function refused(answer: Answer): { status: number; code: string; detail: string } {
  if (answer.statusCode < 400) throw new Error(`not refused: ${answer.payload}`);
  return answer.json();
}
