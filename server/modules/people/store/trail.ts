// Reads the street's trail for what happened to one record since a version.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

/** Data of the events of one name about a record, made after the given version, in order. */
export async function eventsSince(
  context: Context,
  name: string,
  subjectId: string,
  version: number,
): Promise<unknown[]> {
  const rows = await context.db
    .selectFrom('events')
    .select('data')
    .where('street_id', '=', context.streetId)
    .where('subject_module', '=', 'people')
    .where('subject_id', '=', subjectId)
    .where('name', '=', name)
    .where(sql<boolean>`(data->>'version')::int > ${version}`)
    .orderBy(sql`(data->>'version')::int`)
    .limit(100)
    .execute();
  return rows.map((row) => row.data);
}
