import { createHash } from 'node:crypto';
import type { SheetRow } from './sheet.ts';

/** A column that a register can take: what it may be called at the top of a sheet. */
export interface KnownColumn {
  key: string;
  label: string;
  synonyms: readonly string[];
  required: boolean;
}

export interface DetectedHeader {
  /** Row a person sees in Excel; the data begin below it. */
  rowNumber: number;
  headers: string[];
  /** Key of a known column → index in the sheet. */
  mapping: Record<string, number>;
  /** Columns of the sheet that nothing known fits. */
  unmapped: { column: number; header: string }[];
  /** Required columns that were not found. */
  missing: string[];
  /** 1 when every header fitted exactly, less where it was only similar or unknown. */
  confidence: number;
  /** Digest of the headers, by which a mapping is remembered. */
  digest: string;
}

const rowsLookedAt = 10;

/**
 * Compares `联系电话：`, ` 联系 电话 ` and `（联系电话）` as equal: blanks, marks, brackets and width are
 * dropped. 3010, 3011, 3014, 3015 are the Chinese brackets, 3001 is the comma of lists.
 */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-‐-―:()[\]\u3010\u3011\u3014\u3015\u3001*./]/g, '');

/**
 * Finds the header among the first rows: the one in which most known columns are named. Titles and notes
 * above it are passed over; a label merged over two rows counts in the lower one. Null when no row names
 * any known column.
 */
export function detectHeader(
  rows: readonly SheetRow[],
  columns: readonly KnownColumn[],
): DetectedHeader | null {
  const names = namesOf(columns);
  let best: { row: SheetRow; headers: string[]; match: Match } | null = null;
  let above: SheetRow | null = null;
  for (const row of rows.slice(0, rowsLookedAt)) {
    for (const headers of above ? [row.cells, joined(above.cells, row.cells)] : [row.cells]) {
      const match = matchHeaders(headers, columns, names);
      if (match.score > (best?.match.score ?? 0)) best = { row, headers: [...headers], match };
    }
    above = row;
  }
  return best && describe(best.row.number, best.headers, best.match, columns);
}

/** The headers of a given row, where a person or a remembered mapping has said which row it is. */
export function headerAt(row: SheetRow, columns: readonly KnownColumn[]): DetectedHeader {
  return describe(row.number, row.cells, matchHeaders(row.cells, columns, namesOf(columns)), columns);
}

/** A label that reaches over two rows stands in the upper one only. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, column) => lower[column] || upper[column] || '');
}

type Names = ReadonlyMap<string, string>;

const namesOf = (columns: readonly KnownColumn[]): Names =>
  new Map(
    columns.flatMap(({ key, label, synonyms }) =>
      [label, ...synonyms].map((name) => [plainHeader(name), key]),
    ),
  );

interface Match {
  mapping: Record<string, number>;
  /** Exact fits count 1, similar ones a half. */
  score: number;
}

function matchHeaders(headers: readonly string[], columns: readonly KnownColumn[], names: Names): Match {
  const mapping: Record<string, number> = {};
  let score = 0;
  const plain = headers.map(plainHeader);
  plain.forEach((header, column) => {
    const key = names.get(header);
    if (key === undefined || key in mapping) return;
    mapping[key] = column;
    score += 1;
  });

  const taken = new Set(Object.values(mapping));
  for (const { key } of columns) {
    if (key in mapping) continue;
    const column = plain.findIndex((header, at) => !taken.has(at) && isSimilar(header, key, names));
    if (column < 0) continue;
    mapping[key] = column;
    taken.add(column);
    score += 0.5;
  }
  return { mapping, score };
}

/** A longer header that contains a known name of two characters or more; sentences are no headers. */
function isSimilar(header: string, key: string, names: Names): boolean {
  if (header.length < 2 || header.length > 20 || names.has(header)) return false;
  for (const [name, owner] of names)
    if (owner === key && name.length >= 2 && header.includes(name)) return true;
  return false;
}

function describe(
  rowNumber: number,
  headers: string[],
  match: Match,
  columns: readonly KnownColumn[],
): DetectedHeader {
  const taken = new Set(Object.values(match.mapping));
  const named = headers.map((header, column) => ({ column, header })).filter(({ header }) => header !== '');
  return {
    rowNumber,
    headers,
    mapping: match.mapping,
    unmapped: named.filter(({ column }) => !taken.has(column)),
    missing: columns.filter(({ key, required }) => required && !(key in match.mapping)).map(({ key }) => key),
    confidence: named.length === 0 ? 0 : Math.round((match.score / named.length) * 100) / 100,
    digest: createHash('sha256').update(headers.map(plainHeader).join('\n')).digest('hex'),
  };
}
