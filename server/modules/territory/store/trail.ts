// Reads the street's trail for what happened to one place or mark.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** Field changes of a record made after the given version, oldest first. */
export async function changesSince(
  context: Context,
  subjectId: string,
  version: number,
): Promise<FieldChange[]> {
  const rows = await trail(context, subjectId)
    .where(sql<boolean>`(data->>'version')::int > ${version}`)
    .select('data')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.flatMap((row) => (row.data as { changes?: FieldChange[] }).changes ?? []);
}

/** What happened to a record, newest first. */
export async function eventsAbout(context: Context, subjectId: string) {
  return await trail(context, subjectId)
    .select(['id', 'at', 'actor_name', 'name', 'data'])
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

function trail(context: Context, subjectId: string) {
  return context.db
    .selectFrom('events')
    .where('street_id', '=', context.streetId)
    .where('subject_module', '=', 'territory')
    .where('subject_id', '=', subjectId);
}
