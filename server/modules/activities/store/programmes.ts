import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';

export type ProgrammeRow = Awaited<ReturnType<typeof getProgramme>>;

/** @throws Problem 404 `input.id_unknown` */
export async function getProgramme(context: Context, programmeId: string) {
  const row = await context.db
    .selectFrom('programmes')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', programmeId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function listProgrammeRows(context: Context) {
  return await context.db
    .selectFrom('programmes')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .orderBy('status')
    .orderBy('made_at')
    .orderBy('name')
    .limit(200)
    .execute();
}

export async function programmeNames(context: Context, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, string>();
  const rows = await context.db
    .selectFrom('programmes')
    .select(['id', 'name'])
    .where('street_id', '=', context.streetId)
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface Totals {
  programme_id: string;
  activities: number;
  sessions: number;
  people: number;
}

/** What came of each programme: published activities, sessions that have begun and the places taken in them. */
export async function programmeTotals(context: Context): Promise<Map<string, Totals>> {
  const { rows } = await sql<Totals>`
    select a.programme_id, count(distinct a.id)::integer as activities, count(s.id)::integer as sessions,
      coalesce(sum(s.taken), 0)::integer as people
    from activities a
    left join activity_sessions s on s.street_id = ${context.streetId} and s.activity_id = a.id
      and s.state <> 'cancelled' and s.starts_at <= ${context.now}::timestamptz
    where a.street_id = ${context.streetId} and a.programme_id is not null and a.state in ('published', 'ended')
    group by a.programme_id`.execute(context.db);
  return new Map(rows.map((row) => [row.programme_id, row]));
}

type Columns = Omit<Tables['programmes'], 'street_id' | 'made_at' | 'updated_by' | 'version'>;

export async function insertProgramme(context: Context, columns: Columns): Promise<void> {
  await context.db
    .insertInto('programmes')
    .values({
      ...columns,
      street_id: context.streetId,
      made_at: context.now,
      updated_by: context.actor.accountId ?? 'system',
      version: 1,
    })
    .execute();
}

export async function updateProgramme(
  context: Context,
  programmeId: string,
  version: number,
  columns: Partial<Columns>,
): Promise<boolean> {
  const written = await context.db
    .updateTable('programmes')
    .set({ ...columns, updated_by: context.actor.accountId ?? 'system', version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', programmeId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}
