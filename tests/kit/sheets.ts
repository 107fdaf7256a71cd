// A downloaded workbook, read by another library than the one that wrote it.
import type { Worksheet } from 'exceljs';
import type { AnyEndpoint, RequestOf } from '#contract/define.ts';
import { readByExceljs, temporaryFolder } from '#kernel/sheets/kit/files.ts';
import { addressOf } from '#web/lib/call.ts';
import type { Caller } from './street.ts';

export async function sheetOf<E extends AnyEndpoint>(
  caller: Caller,
  endpoint: E,
  request: RequestOf<E>,
): Promise<Worksheet> {
  const answer = await caller.send({ method: 'GET', url: addressOf(endpoint, request) });
  if (answer.statusCode >= 400) throw new Error(`${endpoint.name} refused: ${answer.payload}`);
  const folder = temporaryFolder();
  try {
    return await readByExceljs(folder.put('answer.xlsx', answer.rawPayload));
  } finally {
    folder.remove();
  }
}
