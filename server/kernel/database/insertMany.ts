import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from './tables.ts';

/**
 * Many rows of the street in one statement with one value: what a row costs does not grow with its columns. All rows
 * have the columns of the first; a jsonb column takes its value as it is.
 */
export async function insertMany<Table extends keyof Tables & string>(
  { db, streetId }: Context,
  table: Table,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (street_id, ${columns})
    select ${streetId}::bigint, ${columns}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}
