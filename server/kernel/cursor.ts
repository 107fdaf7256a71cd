import { sql } from 'kysely';
import { Problem } from '#kernel/problem.ts';

/** The place in a list after a row, as an opaque text: the values that the list is ordered by. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor, or null for the first page; 400 for anything this list did not hand out. */
export function decodeCursor(cursor: string | undefined, count: number): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === count && values.every(isValue)) return values;
  } catch {
    // Falls through to the refusal.
  }
  throw new Problem('input.cursor', 400);
}

function isValue(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

/** Cuts `limit` rows of the `limit + 1` that were read and says where the next page begins. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => readonly (string | number | null)[],
): { rows: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(place(last)) : null,
  };
}

/** Lists count exactly up to here; nobody reads further. Count with `limit(countMax + 1)`. */
export const countMax = 10_000;

/** The total of a list: null once the count has passed `countMax`. */
export const exactTotal = (counted: number): number | null => (counted > countMax ? null : counted);

/** A column of how many rows match, for lists of some thousands; read with the first page alone. */
export const counted = sql<number>`(count(*) over ())::int`.as('counted');

/** The total by `counted`; null on later pages, where the count lacks the pages before. */
export const totalOf = (cursor: string | undefined, rows: readonly { counted: number }[]): number | null =>
  cursor === undefined ? exactTotal(rows[0]?.counted ?? 0) : null;
