// What is under public notice, and what is said against it.
import { type Insertable, type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { counted, decodeCursor } from '#kernel/cursor.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import type { HourChecksTable, HourObjectionsTable } from '../tables.ts';

interface Span {
  cursor?: string | undefined;
  limit: number;
  from: Date | null;
  until: Date | null;
}

export type NoticedRow = Awaited<ReturnType<typeof noticedCertificates>>[number];

/** One row more than `limit`, the newest first. */
export async function noticedCertificates(context: Context, { cursor, limit, from, until }: Span) {
  const after = decodeCursor(cursor, 2);
  let query = context.db
    .selectFrom('certificates')
    .selectAll()
    .select(counted)
    .where('street_id', '=', context.streetId);
  if (from) query = query.where('issued_at', '>=', from.toISOString());
  if (until) query = query.where('issued_at', '<', until.toISOString());
  if (after)
    query = query.where(sql<SqlBool>`(issued_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return await query
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export type CheckRow = NonNullable<Awaited<ReturnType<typeof findCheck>>>;

/** One row more than `limit`, the newest first. */
export async function noticedChecks(context: Context, { cursor, limit, from, until }: Span) {
  const after = decodeCursor(cursor, 2);
  let query = context.db
    .selectFrom('hour_checks')
    .selectAll()
    .select(counted)
    .where('street_id', '=', context.streetId);
  if (from) query = query.where('published_at', '>=', from.toISOString());
  if (until) query = query.where('published_at', '<', until.toISOString());
  if (after)
    query = query.where(sql<SqlBool>`(published_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return await query
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function findCheck(context: Context, checkId: string) {
  return await context.db
    .selectFrom('hour_checks')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', checkId)
    .executeTakeFirst();
}

export async function insertCheck(
  context: Context,
  row: Omit<Insertable<HourChecksTable>, 'street_id' | 'published_at'>,
): Promise<void> {
  await context.db
    .insertInto('hour_checks')
    .values({ ...row, street_id: context.streetId, published_at: context.now })
    .execute();
}

/** Of these rows, those that a correction took the place of. */
export async function correctedAmong(context: Context, entryIds: readonly string[]): Promise<Set<string>> {
  const rows = await context.db
    .selectFrom('hours_entries')
    .select('corrects_id')
    .where('street_id', '=', context.streetId)
    .where('corrects_id', '=', sql<string>`any(${[...entryIds]}::uuid[])`)
    .execute();
  return new Set(rows.flatMap(({ corrects_id }) => corrects_id ?? []));
}

export async function objectionsTo(context: Context, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return [];
  return await context.db
    .selectFrom('hour_objections')
    .select(['subject_id', 'state', 'decision', 'made_by_person'])
    .where('street_id', '=', context.streetId)
    .where('subject_id', 'in', [...subjectIds])
    .execute();
}
export type ObjectionBeside = Awaited<ReturnType<typeof objectionsTo>>[number];

/** False when this person has objected to it before. */
export async function insertObjection(
  context: Context,
  row: Pick<HourObjectionsTable, 'kind' | 'subject_id' | 'area_path' | 'text' | 'made_by' | 'made_by_person'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('hour_objections')
    .values({ ...row, street_id: context.streetId, id: context.newId(), state: 'open', made_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export type ObjectionRow = NonNullable<Awaited<ReturnType<typeof findObjection>>>;

export async function findObjection(context: Context, objectionId: string) {
  return await context.db
    .selectFrom('hour_objections')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', objectionId)
    .forUpdate()
    .executeTakeFirst();
}

/** One row more than `limit`: the undecided first, each the oldest first. */
export async function listObjectionRows(
  context: Context,
  page: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(page.cursor, 3);
  const decided = sql<number>`(state <> 'open')::int`;
  let query = context.db
    .selectFrom('hour_objections')
    .selectAll()
    .select(counted)
    .where('street_id', '=', context.streetId)
    .where(inAreas('area_path', areasWith(context.actor, 'activity.read')));
  if (after)
    query = query.where(
      sql<SqlBool>`(${decided}, made_at, id) > (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)`,
    );
  return await query
    .orderBy(decided)
    .orderBy('made_at')
    .orderBy('id')
    .limit(page.limit + 1)
    .execute();
}

export async function decideObjectionRow(
  context: Context,
  objectionId: string,
  state: 'upheld' | 'dismissed',
  decision: string,
): Promise<void> {
  await context.db
    .updateTable('hour_objections')
    .set({
      state,
      decision,
      decided_by: context.actor.accountId,
      decided_by_name: context.actor.displayName,
      decided_at: context.now,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', objectionId)
    .execute();
}
