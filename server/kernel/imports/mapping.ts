import type { InputOf } from '#contract/define.ts';
import type { setMapping as setMappingEndpoint } from '#contract/imports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import type { ImportDefinition } from './definition.ts';
import { propose } from './proposal.ts';
import { readImport } from './read.ts';
import type { Registers } from './registers.ts';
import { openSource } from './source.ts';
import { takeStep } from './steps.ts';
import { changeImport, type ImportRow } from './store.ts';
import { missingColumns } from './view.ts';

export async function mapImport(
  context: Context,
  registers: Registers,
  input: InputOf<typeof setMappingEndpoint>,
): Promise<ImportRecord> {
  const { row, definition } = await takeStep(context, registers, input, 'map');

  const moved =
    input.sheet !== row.sheet || (input.headerRow !== undefined && input.headerRow !== row.header_row);
  const proposal = moved || !input.mapping ? await proposeAgain(context, definition, row, input) : null;
  const headers = proposal?.headers ?? row.headers;
  const mapping = input.mapping
    ? checkMapping(definition, headers, input.mapping)
    : (proposal?.mapping ?? row.mapping);
  const hasHeader = (proposal ? proposal.header_row : row.header_row) !== null;

  await changeImport(context, row.id, {
    ...proposal,
    mapping,
    mode: input.mode,
    rows_total: null,
    status: hasHeader && missingColumns(definition, mapping).length === 0 ? 'mapped' : 'uploaded',
  });
  return await readImport(context, registers, { importId: row.id });
}

async function proposeAgain(
  context: Context,
  definition: ImportDefinition,
  row: ImportRow,
  { sheet, headerRow }: { sheet: number; headerRow?: number | undefined },
) {
  const opened = await openSource(context.services, row.file_key, row.file_name);
  try {
    return await propose(context, definition, opened, sheet, headerRow);
  } finally {
    await opened.close();
  }
}

function checkMapping(
  definition: ImportDefinition,
  headers: readonly string[],
  mapping: Record<string, number>,
) {
  const known = new Set(definition.columns.map(({ key }) => key));
  const entries = Object.entries(mapping).filter(([key]) => known.has(key));
  const places = entries.map(([, place]) => place);
  if (new Set(places).size < places.length) throw new Problem('import.column_twice', 422);
  const outside = places.find((place) => place >= headers.length);
  if (outside !== undefined) throw new Problem('import.unknown_column', 422, { column: outside + 1 });
  return Object.fromEntries(entries);
}
