import type { InputOf } from '#contract/define.ts';
import type { listImports as listImportsEndpoint } from '#contract/imports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor, exactTotal } from '#kernel/cursor.ts';
import type { Registers } from './registers.ts';
import { openSource } from './source.ts';
import { requireStep } from './steps.ts';
import { countImports, getImport, listImports } from './store.ts';
import { viewImport } from './view.ts';

export async function readImport(
  context: Context,
  registers: Registers,
  { importId }: { importId: string },
): Promise<ImportRecord> {
  const row = await getImport(context, importId);
  return await viewImport(context, registers.get(row.register), row);
}

export async function readImports(
  context: Context,
  registers: Registers,
  { register, status, cursor, limit }: InputOf<typeof listImportsEndpoint>,
) {
  const [before] = decodeCursor(cursor, 1) ?? [];
  const read = await listImports(context, {
    register,
    status,
    before: before ? String(before) : undefined,
    limit: limit + 1,
  });
  const { rows, nextCursor } = cutPage(read, limit, ({ id }) => [id]);
  const items = await Promise.all(rows.map((row) => viewImport(context, registers.get(row.register), row)));
  return { items, nextCursor, total: exactTotal(await countImports(context, { register, status })) };
}

/** Headers with their first values, for the uploader who has just chosen the file. */
export async function readColumns(
  context: Context,
  registers: Registers,
  { importId }: { importId: string },
) {
  const row = await getImport(context, importId);
  requireStep(context, registers.get(row.register), row, 'map');
  const opened = await openSource(context.services, row.file_key, row.file_name);
  try {
    const samples: string[][] = row.headers.map(() => []);
    for await (const { number, cells } of opened.rows(row.sheet)) {
      if (number <= (row.header_row ?? 0)) continue;
      cells.forEach((cell, column) => {
        if (cell !== '') samples[column]?.push(cell.slice(0, 60));
      });
      if (number > (row.header_row ?? 0) + 3) break;
    }
    const items = row.headers.map((header, column) => ({
      column,
      header,
      samples: (samples[column] ?? []).slice(0, 3),
    }));
    return { items: items.filter(({ header, samples }) => header !== '' || samples.length > 0) };
  } finally {
    await opened.close();
  }
}
