import type { z } from 'zod';
import { dateOf, digitsOf, isErrorCell, looksLikeFormula } from '#kernel/sheets/cells.ts';
import { plainHeader } from '#kernel/sheets/header.ts';
import type { ImportColumn, ImportDefinition } from './definition.ts';

/** One thing that is wrong with a row; `column` is the key of a column, or null for the row as a whole. */
export interface CellFault {
  column: string | null;
  code: string;
  details: Record<string, unknown>;
}

/** The comma of Chinese lists. */
const listMark = '\u3001';

export type Mapping = Readonly<Record<string, number>>;

export type ReadRow = { row: unknown } | { faults: CellFault[] };

/** Reads the mapped cells of one row by the columns of its register: a record, or all that is wrong with it. */
export function readRow(
  definition: ImportDefinition,
  mapping: Mapping,
  cells: readonly string[],
  headers: readonly string[] = [],
): ReadRow {
  const values: Record<string, string | number> = {};
  const faults: CellFault[] = [];
  for (const column of definition.columns) {
    const cell = cellOf(mapping, cells, column.key);
    const read = cell === '' ? readBlank(column) : readCell(column, cell);
    if ('fault' in read) faults.push({ column: column.key, ...read.fault });
    else if (read.value !== undefined) values[column.key] = read.value;
  }
  if (faults.length > 0) return { faults };

  const parsed = definition.schema.safeParse(
    definition.keepsOthers ? { ...values, others: othersOf(mapping, cells, headers) } : values,
  );
  if (parsed.success) return { row: parsed.data };
  return { faults: parsed.error.issues.map((issue) => faultOf(definition, values, issue)) };
}

/** Columns that nothing is mapped to. Two may bear one name, or none: the place tells them apart. */
export function otherColumns(
  mapping: Mapping,
  headers: readonly string[],
): readonly { place: number; name: string }[] {
  const taken = new Set(Object.values(mapping));
  return headers.flatMap((header, place) => {
    if (taken.has(place)) return [];
    const alone = header !== '' && headers.indexOf(header) === place;
    return [{ place, name: alone ? header : `${header} ${place + 1}`.trim() }];
  });
}

function othersOf(
  mapping: Mapping,
  cells: readonly string[],
  headers: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    otherColumns(mapping, headers).flatMap(({ place, name }) => {
      const cell = unquoted(cells[place] ?? '');
      return cell === '' ? [] : [[name, cell]];
    }),
  );
}

/** Under these keys the cells of such columns stand beside those of the known ones. */
export const otherKey = (name: string): string => `other:${name}`;

/** The cells of a row under the keys of its columns, as they were typed. */
export function typedCells(
  definition: ImportDefinition,
  mapping: Mapping,
  cells: readonly string[],
  headers: readonly string[],
): Record<string, string> {
  const others = definition.keepsOthers ? othersOf(mapping, cells, headers) : {};
  const known = definition.columns.flatMap(({ key }) => {
    const cell = cellOf(mapping, cells, key);
    return cell === '' ? [] : [[key, cell] as const];
  });
  return Object.fromEntries([
    ...known,
    ...Object.entries(others).map(([name, cell]) => [otherKey(name), cell]),
  ]);
}

/** `="0126…"` is how exports keep Excel from rounding a number; the quotes hold plain text. */
const unquoted = (cell: string): string => /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell;

export function cellOf(mapping: Mapping, cells: readonly string[], key: string): string {
  const place = mapping[key];
  return place === undefined ? '' : unquoted(cells[place] ?? '');
}

type ReadCell = { value: string | number | undefined } | { fault: Omit<CellFault, 'column'> };

const fault = (code: string, details: Record<string, unknown> = {}): ReadCell => ({
  fault: { code, details },
});

const readBlank = (column: ImportColumn): ReadCell =>
  column.required ? fault('cell.missing', { label: column.label }) : { value: undefined };

/** Sentences quote the cell, so it is cut to what fits one. */
const quoted = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);

function readCell(column: ImportColumn, cell: string): ReadCell {
  const value = quoted(cell);
  if (isErrorCell(cell)) return fault('cell.error', { value });
  if (looksLikeFormula(cell)) return fault('cell.formula', { mark: cell.trim().slice(0, 1) });
  if (column.options) return readOption(column.options, cell);
  return readers[column.kind](cell, value);
}

const readers: Record<ImportColumn['kind'], (cell: string, value: string) => ReadCell> = {
  text: (cell) => ({ value: cell }),
  digits: (cell, value) => {
    const read = digitsOf(cell);
    if ('digits' in read) return { value: read.digits };
    return fault(read.fault === 'lost' ? 'cell.digits_lost' : 'cell.not_digits', { value });
  },
  day: (cell, value) => {
    const date = dateOf(cell);
    return date === null ? fault('cell.not_a_date', { value }) : { value: date.slice(0, 10) };
  },
  instant: (cell, value) => {
    const date = dateOf(cell);
    return date === null
      ? fault('cell.not_a_date', { value })
      : { value: date.length === 10 ? `${date} 00:00:00` : date };
  },
  number: (cell, value) => {
    const number = Number(cell.normalize('NFKC').replaceAll(',', ''));
    return Number.isFinite(number) ? { value: number } : fault('cell.not_a_number', { value });
  },
};

function readOption(options: Readonly<Record<string, string>>, cell: string): ReadCell {
  const plain = plainHeader(cell);
  const word = Object.keys(options).find((candidate) => plainHeader(candidate) === plain);
  if (word !== undefined) return { value: options[word] };
  return fault('cell.not_listed', {
    value: quoted(cell),
    options: Object.keys(options).slice(0, 20).join(listMark),
  });
}

function faultOf(
  definition: ImportDefinition,
  values: Record<string, string | number>,
  issue: z.core.$ZodIssue,
): CellFault {
  const key = issue.path.length > 0 ? String(issue.path[0]) : null;
  const column = definition.columns.find((candidate) => candidate.key === key);
  const label = column?.label ?? '';
  const value = key === null ? '' : String(values[key] ?? '');
  const at = column ? column.key : null;
  if (/^[a-z_]+\.[a-z_]+$/.test(issue.message))
    return { column: at, code: issue.message, details: { label, value } };
  if (value === '') return { column: at, code: 'cell.missing', details: { label } };
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return {
      column: at,
      code: 'cell.too_long',
      details: { label, max: issue.maximum, length: value.length },
    };
  }
  return { column: at, code: 'cell.invalid', details: { label, value: quoted(value) } };
}
