// A sheet through the import wizard over HTTP, as a named person: upload, map, preview, run, result.
import {
  getImport,
  previewImport,
  readResult,
  runImport,
  uploadImport,
} from '#contract/imports/endpoints.ts';
import type { ImportPreview, ImportRecord } from '#contract/imports/records.ts';
import { runImports } from '#kernel/imports/runner.ts';
import { multipart } from '../code/send.ts';
import type { Caller, TestStreet } from './street.ts';

export type Sheet = string | Uint8Array;

/** What the wizard proposes for the file. */
export async function uploadSheet(
  caller: Caller,
  register: string,
  sheet: Sheet,
  fileName = '台账.csv',
): Promise<ImportRecord> {
  const { payload, headers } = multipart({ name: fileName, content: Buffer.from(sheet) }, {});
  const answer = await caller.send({
    method: uploadImport.method,
    url: uploadImport.path.replace(':register', register),
    headers: {
      ...headers,
      authorization: `Bearer ${caller.token}`,
      'idempotency-key': crypto.randomUUID(),
    },
    payload,
  });
  if (answer.statusCode >= 400) throw new Error(`upload refused: ${answer.payload}`);
  return answer.json() as ImportRecord;
}

const at = ({ importId }: ImportRecord) => ({ params: { importId } });
const of = (record: ImportRecord) => ({ ...at(record), body: { version: record.version } });

export async function previewSheet(
  caller: Caller,
  register: string,
  sheet: Sheet,
  fileName?: string,
): Promise<ImportPreview> {
  return await caller.call(previewImport, of(await uploadSheet(caller, register, sheet, fileName)));
}

/** Runs the whole sheet through; answers the finished import. */
export async function importSheet(
  street: TestStreet,
  caller: Caller,
  register: string,
  sheet: Sheet,
  fileName?: string,
): Promise<ImportRecord> {
  const record = await uploadSheet(caller, register, sheet, fileName);
  await caller.call(runImport, of(record));
  await runImports(street.kernel);
  return await caller.call(getImport, at(record));
}

/** Bytes of the red-cell file of the rows that were refused. */
export async function refusedRows(caller: Caller, record: ImportRecord): Promise<Buffer> {
  const answer = await caller.send({
    method: readResult.method,
    url: readResult.path.replace(':importId', record.importId),
    headers: { authorization: `Bearer ${caller.token}` },
  });
  if (answer.statusCode >= 400) throw new Error(`no result: ${answer.payload}`);
  return answer.rawPayload;
}
