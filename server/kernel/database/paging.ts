import { z } from 'zod';
import { Problem } from '#kernel/problem.ts';

/** Lists count exactly up to here; nobody reads further. */
export const countMax = 10_000;

const keys = z.array(z.union([z.string().max(300), z.number(), z.null()])).max(6);
export type CursorKeys = z.output<typeof keys>;

/** Sort keys of the last row shown, as the opaque text a client hands back. */
export function cursorOf(values: CursorKeys): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The sort keys behind a cursor, read by the list's own shape.
 * @throws Problem 400 `input.cursor_unknown` for anything this list did not write.
 */
export function readCursor<Keys extends z.ZodType>(shape: Keys, cursor: string): z.output<Keys> {
  try {
    return shape.parse(keys.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))));
  } catch {
    throw new Problem('input.cursor_unknown', 400);
  }
}

/** A list asks its store for one row more than the page holds; that row only tells that there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => CursorKeys,
  view: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(keysOf(last)) : null,
  };
}

/** A count that stopped at `countMax + 1` is no longer exact. */
export const exactTotal = (counted: number): number | null => (counted > countMax ? null : counted);
