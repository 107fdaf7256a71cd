import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { type DetectedHeader, detectHeader, headerAt } from '#kernel/sheets/header.ts';
import type { OpenedSheet, SheetRow } from '#kernel/sheets/sheet.ts';
import type { ImportDefinition } from './definition.ts';
import { findMapping } from './store.ts';
import { missingColumns } from './view.ts';

/** The wizard's own guess for a sheet: which row is the header, what the columns are. */
export async function propose(
  context: Context,
  definition: ImportDefinition,
  opened: OpenedSheet,
  sheet: number,
  headerRow?: number,
) {
  const rows = await firstRows(opened, sheet, headerRow);
  const chosen = rows.find(({ number }) => number === headerRow);
  const found =
    headerRow === undefined
      ? detectHeader(rows, definition.columns)
      : chosen && headerAt(chosen, definition.columns);
  const remembered = found ? await findMapping(context, definition.name, found.digest) : null;
  const mapping = remembered ?? found?.mapping ?? {};
  return {
    sheet,
    header_row: found?.rowNumber ?? null,
    headers: found?.headers ?? [],
    header_digest: found?.digest ?? '',
    mapping,
    remembered: remembered !== null,
    rows_total: null,
    status: isComplete(definition, found ?? null, mapping) ? ('mapped' as const) : ('uploaded' as const),
  };
}

const isComplete = (
  definition: ImportDefinition,
  found: DetectedHeader | null,
  mapping: Record<string, number>,
) => found !== null && missingColumns(definition, mapping).length === 0;

/** The first ten rows, and those up to a header that a person has pointed at. */
async function firstRows(opened: OpenedSheet, sheet: number, upTo = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of opened.rows(sheet)) {
    rows.push(row);
    if (rows.length >= 10 && row.number >= upTo) break;
    if (rows.length >= 200) break;
  }
  if (rows.length === 0) throw new Problem('sheet.empty', 422);
  return rows;
}
