import { randomUUID } from 'node:crypto';
import type { AnyEndpoint } from '#contract/define.ts';
import type { Caller } from '../kit/street.ts';
import type { ExampleRequest } from './examples/example.ts';

export interface Answer {
  status: number;
  /** Code of a refusal; empty on success. */
  code: string;
  text: string;
}

/** Sends an example to an endpoint as somebody, whatever its kind. */
export async function send(caller: Caller, endpoint: AnyEndpoint, request: ExampleRequest): Promise<Answer> {
  const { params = {}, query = {}, body = {}, file } = request;
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  const upload = file ? multipart(file, body) : null;
  const answer = await caller.send({
    method: endpoint.method,
    url: search.size > 0 ? `${path}?${search}` : path,
    headers: {
      ...(caller.token ? { authorization: `Bearer ${caller.token}` } : { 'x-jia-client': 'test' }),
      ...(endpoint.idempotent ? { 'idempotency-key': randomUUID() } : {}),
      ...upload?.headers,
    },
    ...(upload ? { payload: upload.payload } : endpoint.method === 'GET' ? {} : { payload: body }),
  });
  const refused = answer.statusCode >= 400;
  return {
    status: answer.statusCode,
    code: refused ? (answer.json() as { code: string }).code : '',
    text: answer.payload,
  };
}

/** A form with one file and some text fields. */
export function multipart(file: { name: string; content: string | Buffer }, fields: Record<string, unknown>) {
  const boundary = `jia-${randomUUID()}`;
  const part = (header: string, content: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${header}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const parts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, String(value)));
  const payload = Buffer.concat([
    ...parts,
    part(`name="file"; filename="${file.name}"`, file.content),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
