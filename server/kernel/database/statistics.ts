import { type Kysely, sql } from 'kysely';
import type { Tables } from '#kernel/database/tables.ts';

/**
 * Tells the planner what the tables hold now, also inside the transaction that has just filled them. For set-up and
 * large loads; takes a second and holds a light lock on every table until the transaction ends.
 */
export async function refreshStatistics(db: Kysely<Tables>): Promise<void> {
  await sql`select refresh_statistics()`.execute(db);
}
