// SQL of places and who has them. Whoever changes a place holds the row of its session.
import { sql } from 'kysely';
import { liveStates, type PhotoChoice, type SignUpState } from '#contract/activities/codes.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';

export type SignUpRow = Awaited<ReturnType<typeof getSignUp>>;

/** What one person tapped: members who come together. */
export interface Entry {
  signedBy: string;
  familyId: string | null;
  photo: PhotoChoice;
  /** The guardian agreed for the children of it. */
  consent: boolean;
  members: readonly { personId: string; postId: string | null; accompanies: boolean }[];
}

export interface TakenRow {
  entry: number;
  id: string | null;
  person_id: string;
  state: SignUpState | null;
  number: number | null;
  rank: number | null;
  /** Who wait before a sign-up that has just joined the line. */
  ahead: number | null;
  refusal: string | null;
  fresh: boolean;
}

/** All entries in their order, in one call of the database; see `take_sign_ups` in migration 0043. */
export async function takeAll(context: Context, sessionId: string, entries: readonly Entry[]) {
  const asked = entries.map((entry) => ({
    by: entry.signedBy,
    family: entry.familyId,
    photo: entry.photo,
    consent: entry.consent,
    members: entry.members.map((member) => ({
      id: context.newId(),
      person: member.personId,
      post: member.postId,
      accompanies: member.accompanies,
    })),
  }));
  const { rows } = await sql<TakenRow>`
    select * from take_sign_ups(street_id => ${context.streetId}::bigint, wanted_session => ${sessionId}::uuid,
      at => ${context.now}::timestamptz, entries => ${JSON.stringify(asked)}::jsonb)`.execute(context.db);
  return rows;
}

/** @throws Problem 404 `input.id_unknown` */
export async function getSignUp(context: Context, signUpId: string) {
  const row = await context.db
    .selectFrom('sign_ups')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', signUpId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function signUpsOf(
  context: Context,
  sessionIds: readonly string[],
  states?: readonly SignUpState[],
): Promise<SignUpRow[]> {
  if (sessionIds.length === 0) return [];
  let query = context.db
    .selectFrom('sign_ups')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('session_id', 'in', [...sessionIds]);
  if (states) query = query.where('state', 'in', [...states]);
  return await query.orderBy('number').orderBy('id').execute();
}

/** Confirmed sign-ups of a session; those of some people alone, however long the list is. */
export async function confirmedOf(
  context: Context,
  sessionId: string,
  personIds?: readonly string[],
): Promise<SignUpRow[]> {
  let query = context.db
    .selectFrom('sign_ups')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('session_id', '=', sessionId)
    .where('state', '=', 'confirmed');
  if (personIds) query = query.where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`);
  return await query.orderBy('number').orderBy('id').execute();
}

/** Those who wait, in their line; enough of them to fill what can come free at once. */
export async function firstWaiting(
  context: Context,
  sessionId: string,
  limit?: number,
): Promise<SignUpRow[]> {
  const line = context.db
    .selectFrom('sign_ups')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('session_id', '=', sessionId)
    .where('state', '=', 'waiting')
    .orderBy('rank')
    .orderBy('number');
  return await (limit === undefined ? line : line.limit(limit)).execute();
}

/** Session → people who wait before a rank. */
export async function countAhead(context: Context, sessionId: string, rank: number): Promise<number> {
  const counted = await context.db
    .selectFrom('sign_ups')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('street_id', '=', context.streetId)
    .where('session_id', '=', sessionId)
    .where('state', '=', 'waiting')
    .where('accompanies', '=', false)
    .where('rank', '<', rank)
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** Rank → people who wait before it, for many ranks at once. */
export async function aheadOf(
  context: Context,
  sessionId: string,
  ranks: readonly number[],
): Promise<Map<number, number>> {
  if (ranks.length === 0) return new Map();
  const { rows } = await sql<{ rank: number; ahead: number }>`
    select rank, ahead from (
      select rank, coalesce(sum(people) over (order by rank rows between unbounded preceding and 1 preceding), 0)::int
        as ahead
      from (select rank, count(*) filter (where not accompanies) as people from sign_ups
        where street_id = ${context.streetId} and session_id = ${sessionId}::uuid and state = 'waiting'
        group by rank) line
    ) counted where rank = any(${[...new Set(ranks)]}::int[])`.execute(context.db);
  return new Map(rows.map(({ rank, ahead }) => [rank, ahead]));
}

export async function setState(
  context: Context,
  signUpIds: readonly string[],
  columns: {
    state: SignUpState;
    rank?: number | null;
    offered_until?: string | null;
    confirmed_at?: Date;
    ended_at?: Date;
  },
): Promise<void> {
  if (signUpIds.length === 0) return;
  await context.db
    .updateTable('sign_ups')
    .set(columns)
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...signUpIds])
    .execute();
}

/** Ranks of a drawn line, all at once. */
export async function saveRanks(
  context: Context,
  sessionId: string,
  line: readonly { number: number; placed: boolean }[],
): Promise<void> {
  const ranks = line.map(({ number, placed }, index) => ({ number, placed, rank: index + 1 }));
  await sql`
    update sign_ups u set state = case when r.placed then 'confirmed' else 'waiting' end,
      rank = case when r.placed then null else r.rank end,
      confirmed_at = case when r.placed then ${context.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(ranks)}::jsonb) as r(number integer, placed boolean, rank integer)
    where u.street_id = ${context.streetId} and u.session_id = ${sessionId} and u.number = r.number
      and u.state = 'drawn_pending'`.execute(context.db);
}

/** What these people have booked around a span of time, this session left out. */
export async function bookingsOf(
  context: Context,
  personIds: readonly string[],
  span: { from: string; to: string },
): Promise<SignUpRow[]> {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('sign_ups')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('ends_at', '>', span.from)
    .where('starts_at', '<', span.to)
    .where('state', 'in', [...liveStates])
    .orderBy('starts_at')
    .execute();
}

/** All bookings of people, newest sessions first. */
export async function historyOf(context: Context, personIds: readonly string[], limit: number) {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('sign_ups as u')
    .innerJoin('activity_sessions as s', (join) =>
      join.onRef('s.street_id', '=', 'u.street_id').onRef('s.id', '=', 'u.session_id'),
    )
    .innerJoin('activities as a', (join) =>
      join.onRef('a.street_id', '=', 'u.street_id').onRef('a.id', '=', 'u.activity_id'),
    )
    .selectAll('u')
    .select(['a.title', 's.place', 's.state as session_state'])
    .where('u.street_id', '=', context.streetId)
    .where('s.street_id', '=', context.streetId)
    .where('a.street_id', '=', context.streetId)
    .where('u.person_id', 'in', [...personIds])
    .orderBy('u.starts_at', 'desc')
    .orderBy('u.id')
    .limit(limit)
    .execute();
}

/** Who of these had a place in the same programme (or, without one, the same kind of activity) since a day. */
export async function hadPlace(
  context: Context,
  like: { programmeId: string | null; category: string },
  personIds: readonly string[],
  since: string | null,
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  let query = context.db
    .selectFrom('sign_ups as u')
    .innerJoin('activities as a', (join) =>
      join.onRef('a.street_id', '=', 'u.street_id').onRef('a.id', '=', 'u.activity_id'),
    )
    .select('u.person_id')
    .distinct()
    .where('u.street_id', '=', context.streetId)
    .where('a.street_id', '=', context.streetId)
    .where('u.person_id', 'in', [...personIds])
    .where('u.state', 'in', ['confirmed', 'missed'])
    .where('u.starts_at', '<', context.now.toISOString());
  query = like.programmeId
    ? query.where('u.programme_id', '=', like.programmeId)
    : query.where('a.category', '=', like.category as never);
  if (since) query = query.where('u.starts_at', '>=', since);
  return new Set((await query.execute()).map((row) => row.person_id));
}

/** Person → how often that person stayed away; those who never did are missing. */
export async function missedCounts(context: Context, personIds: readonly string[]) {
  if (personIds.length === 0) return new Map<string, number>();
  const rows = await context.db
    .selectFrom('sign_ups')
    .select(['person_id', (build) => build.fn.countAll<number>().as('count')])
    .where('street_id', '=', context.streetId)
    .where('person_id', 'in', [...personIds])
    .where('state', '=', 'missed')
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.count]));
}

/** Sessions in which an offer has run out. */
export async function sessionsWithLapsed(context: Context): Promise<string[]> {
  const rows = await context.db
    .selectFrom('sign_ups')
    .select('session_id')
    .distinct()
    .where('street_id', '=', context.streetId)
    .where('state', '=', 'offered')
    .where('offered_until', '<=', context.now.toISOString())
    .limit(200)
    .execute();
  return rows.map((row) => row.session_id);
}
