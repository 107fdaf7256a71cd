// The ledger of hours: rows are added, never changed. The living row is the one that nothing corrects.
import { type ExpressionBuilder, type Insertable, type SqlBool, sql } from 'kysely';
import type { Credit, HourSource } from '#contract/attendance/kinds.ts';
import type { Context } from '#kernel/context.ts';
import { decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { areasWith, inAreas, startingWith } from '#kernel/scope.ts';
import type { HoursEntriesTable } from '../tables.ts';

export type EntryRow = Awaited<ReturnType<typeof entriesByIds>>[number];
export type NewEntry = Omit<Insertable<HoursEntriesTable>, 'street_id' | 'recorded_at'>;
type Build = ExpressionBuilder<Tables & { e: HoursEntriesTable }, 'e'>;

const isLiving = (context: Context) => (build: Build) =>
  build.not(
    build.exists(
      build
        .selectFrom('hours_entries as later')
        .select('later.id')
        .where('later.street_id', '=', context.streetId)
        .whereRef('later.corrects_id', '=', 'e.id'),
    ),
  );

const living = (context: Context) =>
  context.db
    .selectFrom('hours_entries as e')
    .where('e.street_id', '=', context.streetId)
    .where(isLiving(context));

export async function insertEntry(context: Context, row: NewEntry): Promise<void> {
  await context.db
    .insertInto('hours_entries')
    .values({ ...row, street_id: context.streetId, recorded_at: context.now })
    .execute();
}

export async function entriesByIds(context: Context, ids: readonly string[]) {
  return await context.db
    .selectFrom('hours_entries as e')
    .selectAll('e')
    .where('e.street_id', '=', context.streetId)
    .where('e.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

export async function findEntry(context: Context, entryId: string): Promise<EntryRow | undefined> {
  return (await entriesByIds(context, [entryId]))[0];
}

export async function isCorrected(context: Context, entryId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('hours_entries as e')
    .select('e.id')
    .where('e.street_id', '=', context.streetId)
    .where('e.corrects_id', '=', entryId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function entriesOfSession(
  context: Context,
  sessionId: string,
  personIds?: readonly string[],
): Promise<EntryRow[]> {
  let query = living(context).selectAll('e').where('e.session_id', '=', sessionId);
  if (personIds) query = query.where('e.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`);
  return await query.execute();
}

/** Living rows of persons at other sessions that touch a span of time. */
export async function overlapping(
  context: Context,
  sessionId: string,
  personIds: readonly string[],
  from: Date,
  until: Date,
): Promise<EntryRow[]> {
  return await living(context)
    .selectAll('e')
    .where('e.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('e.session_id', '<>', sessionId)
    .where('e.minutes', '>', 0)
    .where('e.started_at', '<', until.toISOString())
    .where('e.ended_at', '>', from.toISOString())
    .execute();
}

export async function minutesOnDay(
  context: Context,
  personId: string,
  day: string,
  besides: string | null,
): Promise<number> {
  let query = living(context)
    .select(sql<number>`coalesce(sum(e.minutes), 0)::int`.as('minutes'))
    .where('e.person_id', '=', personId)
    .where('e.day', '=', day);
  if (besides) query = query.where('e.id', '<>', besides);
  return (await query.executeTakeFirstOrThrow()).minutes;
}

export async function entriesOf(context: Context, personIds: readonly string[], limit: number) {
  if (personIds.length === 0) return [];
  return await living(context)
    .selectAll('e')
    .where('e.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('e.day', 'desc')
    .orderBy('e.started_at', 'desc')
    .limit(limit)
    .execute();
}

/** Minutes of persons by credit. */
export async function totalsOf(context: Context, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return await living(context)
    .select(['e.person_id', 'e.credit', sql<number>`sum(e.minutes)::int`.as('minutes')])
    .where('e.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .groupBy(['e.person_id', 'e.credit'])
    .execute();
}

/** Volunteer minutes of persons by who recorded them. */
export async function totalsByOrganisation(context: Context, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return await living(context)
    .select([
      'e.person_id',
      'e.organisation_id',
      sql<number>`sum(e.minutes)::int`.as('minutes'),
      sql<string>`min(e.day)::text`.as('from_on'),
      sql<string>`max(e.day)::text`.as('to_on'),
    ])
    .where('e.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('e.minutes', '>', 0)
    .groupBy(['e.person_id', 'e.organisation_id'])
    .orderBy('e.person_id')
    .execute();
}

export async function certifiableEntries(
  context: Context,
  of: { personId: string; organisationId: string | null; fromOn: string; toOn: string },
): Promise<EntryRow[]> {
  const query = living(context)
    .selectAll('e')
    .where('e.person_id', '=', of.personId)
    .where('e.minutes', '>', 0)
    .where('e.day', '>=', of.fromOn)
    .where('e.day', '<=', of.toOn);
  const by = of.organisationId
    ? query.where('e.organisation_id', '=', of.organisationId)
    : query.where('e.organisation_id', 'is', null);
  return await by.orderBy('e.day').orderBy('e.started_at').limit(500).execute();
}

/** How many of these rows still stand uncorrected. */
export async function countLiving(context: Context, ids: readonly string[]): Promise<number> {
  const { count } = await living(context)
    .select(sql<number>`count(*)::int`.as('count'))
    .where('e.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .executeTakeFirstOrThrow();
  return count;
}

export interface HoursFilter {
  from?: string | undefined;
  to?: string | undefined;
  source?: HourSource | undefined;
  credit?: Credit | undefined;
  areaPath?: string | undefined;
  activityId?: string | undefined;
}

function listed(context: Context, filter: HoursFilter) {
  let query = living(context).where(inAreas('e.area_path', areasWith(context.actor, 'activity.read')));
  if (filter.from) query = query.where('e.day', '>=', filter.from);
  if (filter.to) query = query.where('e.day', '<=', filter.to);
  if (filter.source) query = query.where('e.source', '=', filter.source);
  if (filter.credit) query = query.where('e.credit', '=', filter.credit);
  if (filter.activityId) query = query.where('e.activity_id', '=', filter.activityId);
  if (filter.areaPath) query = query.where('e.area_path', 'like', startingWith(filter.areaPath));
  return query;
}

/** One row more than `limit`, the newest first. */
export async function listEntries(
  context: Context,
  filter: HoursFilter,
  page: { cursor?: string | undefined; limit: number },
): Promise<EntryRow[]> {
  let query = listed(context, filter).selectAll('e');
  const after = decodeCursor(page.cursor, 2);
  if (after) query = query.where(sql<SqlBool>`(e.day, e.id) < (${after[0]}::date, ${after[1]}::uuid)`);
  return await query
    .orderBy('e.day', 'desc')
    .orderBy('e.id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countEntries(context: Context, filter: HoursFilter, max: number): Promise<number> {
  const { count } = await context.db
    .selectFrom(listed(context, filter).select('e.id').limit(max).as('found'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function listedIds(context: Context, filter: HoursFilter, max: number): Promise<string[]> {
  const rows = await listed(context, filter).select('e.id').orderBy('e.id').limit(max).execute();
  return rows.map(({ id }) => id);
}
