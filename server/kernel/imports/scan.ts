import type { OpenedSheet, SheetRow } from '#kernel/sheets/sheet.ts';
import type { ImportDefinition } from './definition.ts';
import { type CellFault, cellOf, readRow, typedCells } from './rows.ts';
import type { ImportRow } from './store.ts';

/** One row below the header, read: ready to be saved, or refused before anything is tried. */
export interface ScannedRow {
  rowNumber: number;
  cells: Record<string, string>;
  ready: { row: unknown } | null;
  /** Number of the earlier row of this file that is the same record. */
  duplicateOf: number | null;
  faults: CellFault[];
}

/**
 * Reads the rows below the header one by one. Only the keys of the rows are kept, to know repeats: 200,000
 * rows need some tens of megabytes.
 */
export async function* scanRows(
  definition: ImportDefinition,
  source: Pick<ImportRow, 'sheet' | 'header_row' | 'mapping' | 'headers'>,
  opened: OpenedSheet,
): AsyncGenerator<ScannedRow> {
  const seen = new Map<string, number>();
  const headerRow = source.header_row ?? 0;
  for await (const row of opened.rows(source.sheet)) {
    if (row.number <= headerRow || isExplanation(definition, source.mapping, row)) continue;
    const cells = typedCells(definition, source.mapping, row.cells, source.headers);
    // A row of totals or notes below the table has nothing in the mapped columns.
    if (!definition.columns.some(({ key }) => key in cells) || definition.isRemark?.(cells)) continue;
    yield scanRow(definition, source, row, cells, seen);
  }
}

function scanRow(
  definition: ImportDefinition,
  { mapping, headers }: Pick<ImportRow, 'mapping' | 'headers'>,
  row: SheetRow,
  cells: Record<string, string>,
  seen: Map<string, number>,
): ScannedRow {
  const scanned = { rowNumber: row.number, cells };
  const read = readRow(definition, mapping, row.cells, headers);
  if ('faults' in read) return { ...scanned, ready: null, duplicateOf: null, faults: read.faults };

  const key = definition.keyOf(read.row);
  const first = key === null ? undefined : seen.get(key);
  if (first !== undefined) {
    const fault = { column: null, code: 'row.duplicate', details: { row: first } };
    return { ...scanned, ready: null, duplicateOf: first, faults: [fault] };
  }
  if (key !== null) seen.set(key, row.number);
  return { ...scanned, ready: { row: read.row }, duplicateOf: null, faults: [] };
}

/** The row of explanations of our own template, where it was left in. */
function isExplanation(definition: ImportDefinition, mapping: ImportRow['mapping'], row: SheetRow): boolean {
  const explained = definition.columns.filter(
    ({ key, explanation }) => explanation.length > 0 && cellOf(mapping, row.cells, key).endsWith(explanation),
  );
  return explained.length > 0 && explained.length >= Math.min(2, definition.columns.length);
}
