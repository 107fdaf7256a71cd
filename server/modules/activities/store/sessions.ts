import { sql } from 'kysely';
import type { SessionFacts } from '#contract/activities/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { inAreas } from '#kernel/scope.ts';

export type SessionRow = Awaited<ReturnType<typeof getSessionRow>>;
export type PostRow = Awaited<ReturnType<typeof postsOf>>[number];

/** @throws Problem 404 `input.id_unknown` */
export async function getSessionRow(context: Context, sessionId: string) {
  const row = await findSessionRow(context, sessionId);
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function findSessionRow(context: Context, sessionId: string) {
  return await context.db
    .selectFrom('activity_sessions')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
}

/** Id → session; an unknown id is missing. */
export async function sessionsByIds(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, SessionRow>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('activity_sessions')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Holds the session until the end of the transaction: nobody else gives or takes a place of it meanwhile. */
export async function lockSession(context: Context, sessionId: string) {
  const row = await context.db
    .selectFrom('activity_sessions')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', sessionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function sessionsOf(context: Context, activityIds: readonly string[]) {
  if (activityIds.length === 0) return [];
  return await context.db
    .selectFrom('activity_sessions')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('activity_id', 'in', [...activityIds])
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
}

export async function postsOf(context: Context, sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return [];
  return await context.db
    .selectFrom('activity_posts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('session_id', 'in', [...sessionIds])
    .orderBy('session_id')
    .orderBy('position')
    .execute();
}

/** Session → people entered for the draw; sessions without are missing. */
export async function pendingOf(context: Context, sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return new Map<string, number>();
  const rows = await context.db
    .selectFrom('sign_ups')
    .select(['session_id', (build) => build.fn.countAll<number>().as('count')])
    .where('street_id', '=', context.streetId)
    .where('session_id', 'in', [...sessionIds])
    .where('state', '=', 'drawn_pending')
    .where('accompanies', '=', false)
    .groupBy('session_id')
    .execute();
  return new Map(rows.map((row) => [row.session_id, row.count]));
}

type Placed = { id: string; area_path: string; place: string };

export async function insertSessions(
  context: Context,
  activity: Placed,
  sessions: readonly SessionFacts[],
): Promise<void> {
  for (const facts of sessions) {
    const id = context.newId();
    const places =
      facts.posts.length > 0 ? facts.posts.reduce((sum, one) => sum + one.places, 0) : facts.places;
    await context.db
      .insertInto('activity_sessions')
      .values({
        street_id: context.streetId,
        id,
        activity_id: activity.id,
        starts_at: facts.startsAt,
        ends_at: facts.endsAt,
        place: facts.place ?? activity.place,
        area_path: activity.area_path,
        state: 'planned',
        opens_at: facts.opensAt ?? context.now,
        closes_at: facts.closesAt ?? facts.startsAt,
        places,
        taken: 0,
        waiting: 0,
        arrivals: 0,
        version: 1,
      })
      .execute();
    if (facts.posts.length > 0)
      await context.db
        .insertInto('activity_posts')
        .values(
          facts.posts.map((post, position) => ({
            street_id: context.streetId,
            id: context.newId(),
            session_id: id,
            position,
            ...post,
            taken: 0,
          })),
        )
        .execute();
  }
}

/** Of a draft only: nobody has signed up yet. */
export async function deleteSessions(context: Context, activityId: string): Promise<void> {
  const ids = (await sessionsOf(context, [activityId])).map((row) => row.id);
  if (ids.length === 0) return;
  await context.db
    .deleteFrom('activity_posts')
    .where('street_id', '=', context.streetId)
    .where('session_id', 'in', ids)
    .execute();
  await context.db
    .deleteFrom('activity_sessions')
    .where('street_id', '=', context.streetId)
    .where('id', 'in', ids)
    .execute();
}

export async function updateSession(
  context: Context,
  sessionId: string,
  columns: Partial<Omit<Tables['activity_sessions'], 'street_id' | 'id'>>,
): Promise<void> {
  await context.db
    .updateTable('activity_sessions')
    .set(columns as never)
    .where('street_id', '=', context.streetId)
    .where('id', '=', sessionId)
    .execute();
}

/** The counters of a session and its posts as its sign-ups say; the session is locked. */
export async function recount(context: Context, sessionId: string): Promise<void> {
  await sql`
    update activity_posts p set taken = (
      select count(*) from sign_ups u where u.street_id = p.street_id and u.session_id = p.session_id
        and u.post_id = p.id and not u.accompanies and u.state in ('offered', 'confirmed', 'missed'))
    where p.street_id = ${context.streetId} and p.session_id = ${sessionId}`.execute(context.db);
  await sql`
    update activity_sessions s set (taken, waiting) = (
      select count(*) filter (where u.state in ('offered', 'confirmed', 'missed')),
        count(*) filter (where u.state = 'waiting')
      from sign_ups u where u.street_id = s.street_id and u.session_id = s.id and not u.accompanies)
    where s.street_id = ${context.streetId} and s.id = ${sessionId}`.execute(context.db);
}

/** Sessions whose draw is due. */
export async function dueDraws(context: Context): Promise<string[]> {
  const rows = await context.db
    .selectFrom('activity_sessions')
    .select('id')
    .where('street_id', '=', context.streetId)
    .where('state', '=', 'planned')
    .where('seed_hash', 'is not', null)
    .where('drawn_at', 'is', null)
    .where('closes_at', '<=', context.now.toISOString())
    .limit(100)
    .execute();
  return rows.map((row) => row.id);
}

/** Ends what has passed; answers activity → its sessions that ended now. */
export async function endPassed(context: Context): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; activity_id: string }>`
    update activity_sessions s set state = 'ended'
    from activities a
    where s.street_id = ${context.streetId} and a.street_id = ${context.streetId} and a.id = s.activity_id
      and a.state = 'published' and s.state = 'planned' and s.ends_at <= ${context.now}::timestamptz
    returning s.id, s.activity_id`.execute(context.db);
  const ended = new Map<string, string[]>();
  for (const row of rows) ended.set(row.activity_id, [...(ended.get(row.activity_id) ?? []), row.id]);
  return ended;
}

/** Published sessions that overlap a span below the paths; paths null for the whole street. */
export async function sessionsBetween(
  context: Context,
  span: { from: string; to: string },
  paths: readonly string[] | null,
  at: readonly string[] = [],
) {
  let query = context.db
    .selectFrom('activity_sessions as s')
    .innerJoin('activities as a', (join) =>
      join.onRef('a.street_id', '=', 's.street_id').onRef('a.id', '=', 's.activity_id'),
    )
    .selectAll('s')
    .where('s.street_id', '=', context.streetId)
    .where('a.street_id', '=', context.streetId)
    .where('a.state', 'in', ['published', 'ended'])
    .where('s.state', 'in', ['planned', 'ended'])
    .where('s.starts_at', '<', span.to)
    .where('s.ends_at', '>', span.from);
  if (paths)
    query = query.where(({ or, eb }) =>
      or([inAreas('s.area_path', paths), ...at.map((path) => eb('s.area_path', '=', path))]),
    );
  return await query.orderBy('s.starts_at').orderBy('s.id').limit(500).execute();
}

/** A moved area: the copies of its path follow. */
export async function moveSubtree(context: Context, from: string, to: string): Promise<void> {
  for (const table of [
    'activities',
    'activity_sessions',
    'programmes',
    'practice_lists',
    'class_counts',
    'class_confirmations',
    'groups',
  ] as const)
    await sql`
      update ${sql.table(table)} set area_path = ${to} || substr(area_path, ${from.length + 1}::integer)
      where street_id = ${context.streetId} and starts_with(area_path, ${from})`.execute(context.db);
}
