import { type Kysely, sql } from 'kysely';
import { type Role, rolePermissions, separatedRoles } from '#contract/identity/roles.ts';
import type { Actor, Context, Post } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { localDay } from '../rules.ts';

interface SessionRow {
  token_hash: string;
  session_id: string;
  account_id: string;
  person_id: string | null;
  name: string;
  second_factor: boolean;
  must_change_password: boolean;
  stale: boolean;
  posts: {
    id: string;
    role: Role;
    area_id: string;
    area_path: string;
    organisation_id: string | null;
    holder: string | null;
    holder_id: string | null;
  }[];
}

/**
 * Token → who holds it now, in one query led by the street: the session is alive, the account active,
 * and the posts are today's own ones and those he stands in for. A token that nobody holds is missing.
 */
export async function findActors(
  db: Kysely<Tables>,
  streetId: number,
  tokenHashes: readonly string[],
  now: Date,
): Promise<Map<string, Actor>> {
  const today = localDay(now);
  const found = await sql<SessionRow>`
    select s.token_hash, s.id as session_id, a.id as account_id, a.person_id, a.name, s.second_factor, a.must_change_password,
      s.last_seen_at < ${now}::timestamptz - interval '1 minute' as stale,
      coalesce((
        select json_agg(held) from (
          select p.id, p.role, p.area_id, p.area_path, p.organisation_id, null as holder, null as holder_id
          from posts p
          where p.street_id = ${streetId} and p.account_id = a.id
            and p.starts_on <= ${today}::date and (p.ends_on is null or p.ends_on >= ${today}::date)
          union all
          select p.id, p.role, p.area_id, p.area_path, p.organisation_id, h.name as holder, h.id as holder_id
          from delegations d
          join posts p on p.street_id = ${streetId} and p.id = d.post_id
          join accounts h on h.street_id = ${streetId} and h.id = p.account_id
          where d.street_id = ${streetId} and d.deputy_account_id = a.id
            and d.starts_at <= ${now} and d.ends_at > ${now}
            and p.starts_on <= ${today}::date and (p.ends_on is null or p.ends_on >= ${today}::date)
        ) held), '[]') as posts
    from sessions s
    join accounts a on a.street_id = ${streetId} and a.id = s.account_id
    where s.street_id = ${streetId} and s.token_hash = any(${[...tokenHashes]}::text[]) and a.status = 'active'
      and s.expires_at > ${now}
      and s.last_seen_at > ${now}::timestamptz - s.idle_minutes_max * interval '1 minute'`.execute(db);
  const stale = found.rows.filter((row) => row.stale).map((row) => row.token_hash);
  if (stale.length > 0) await touchSessions(db, streetId, stale, now);
  return new Map(found.rows.map((row) => [row.token_hash, actorOf(row)]));
}

function actorOf(row: SessionRow): Actor {
  return {
    kind: 'account',
    accountId: row.account_id,
    personId: row.person_id,
    displayName: row.name,
    sessionId: row.session_id,
    // With an expired password one may only change it.
    posts: row.must_change_password ? [] : row.posts.filter((post) => usable(post.role, row)).map(asPost),
  };
}

/** An administrator's office works only behind the second factor (GB/T 22239-2019). */
function usable(role: Role, session: SessionRow): boolean {
  return session.second_factor || !separatedRoles.includes(role);
}

function asPost(row: SessionRow['posts'][number]): Post {
  return {
    postId: row.id,
    role: row.role,
    permissions: rolePermissions[row.role],
    areaId: row.area_id,
    areaPath: row.area_path,
    organisationId: row.organisation_id,
    onBehalfOf: row.holder,
    holderId: row.holder_id,
  };
}

async function touchSessions(
  db: Kysely<Tables>,
  streetId: number,
  tokenHashes: readonly string[],
  now: Date,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_seen_at: now })
    .where('street_id', '=', streetId)
    .where('token_hash', '=', sql<string>`any(${[...tokenHashes]}::text[])`)
    .execute();
}

export async function saveSession(
  context: Context,
  session: {
    tokenHash: string;
    accountId: string;
    minutes: number;
    idleMinutes: number;
    secondFactor: boolean;
  },
): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('sessions')
    .values({
      street_id: context.streetId,
      token_hash: session.tokenHash,
      id,
      account_id: session.accountId,
      created_at: context.now,
      expires_at: new Date(context.now.getTime() + session.minutes * 60_000),
      idle_minutes_max: session.idleMinutes,
      last_seen_at: context.now,
      second_factor: session.secondFactor,
      device: context.request.device,
    })
    .execute();
  return id;
}

export async function deleteSession(context: Context, sessionId: string): Promise<void> {
  await context.db
    .deleteFrom('sessions')
    .where('street_id', '=', context.streetId)
    .where('id', '=', sessionId)
    .execute();
}

/** Ends the sessions of an account, all or all but one. */
export async function deleteSessionsOf(
  context: Context,
  accountId: string,
  except: string | null = null,
): Promise<void> {
  await context.db
    .deleteFrom('sessions')
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .$if(except !== null, (query) => query.where('id', '!=', except ?? ''))
    .execute();
}

/** Removes what can no longer sign anybody in. */
export async function deleteExpired(context: Context): Promise<void> {
  const { db, streetId, now } = context;
  await db
    .deleteFrom('sessions')
    .where('street_id', '=', streetId)
    .where('expires_at', '<', now.toISOString())
    .execute();
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString();
  await db
    .deleteFrom('sign_in_codes')
    .where('street_id', '=', streetId)
    .where('created_at', '<', yesterday)
    .execute();
}

/** Since when the caller's own session lasts, as ISO text; null without one. */
export async function sessionBegan(context: Context): Promise<string | null> {
  const { sessionId } = context.actor;
  if (!sessionId) return null;
  const row = await context.db
    .selectFrom('sessions')
    .select('created_at')
    .where('street_id', '=', context.streetId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.created_at ?? null;
}
