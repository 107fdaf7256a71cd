import { sql } from 'kysely';
import type { Role } from '#contract/identity/roles.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import { localDay } from '../rules.ts';
import { deputyIds } from './members.ts';

function postQuery(context: Context) {
  const { db, streetId, now } = context;
  return db
    .selectFrom('posts')
    .innerJoin('accounts', (join) =>
      join.onRef('accounts.street_id', '=', 'posts.street_id').onRef('accounts.id', '=', 'posts.account_id'),
    )
    .leftJoinLateral(
      (is) =>
        is
          .selectFrom('delegations')
          .innerJoin('accounts as deputy', (join) =>
            join
              .onRef('deputy.street_id', '=', 'delegations.street_id')
              .onRef('deputy.id', '=', 'delegations.deputy_account_id'),
          )
          .select([
            'delegations.id as delegation_id',
            'deputy.name as deputy_name',
            'delegations.starts_at',
            'delegations.ends_at as delegation_ends_at',
            'delegations.reason',
          ])
          .where('delegations.street_id', '=', streetId)
          .where('deputy.street_id', '=', streetId)
          .whereRef('delegations.post_id', '=', 'posts.id')
          .where('delegations.ends_at', '>', now.toISOString())
          .orderBy('delegations.starts_at')
          .limit(1)
          .as('delegation'),
      (join) => join.onTrue(),
    )
    .selectAll('posts')
    .select([
      'accounts.name as holder_name',
      'accounts.phone_cipher',
      'delegation.delegation_id',
      'delegation.deputy_name',
      'delegation.starts_at',
      'delegation.delegation_ends_at',
      'delegation.reason',
    ])
    .where('posts.street_id', '=', streetId)
    .where('accounts.street_id', '=', streetId);
}

export type PostRow = Awaited<ReturnType<typeof getPost>>;

export async function getPost(context: Context, postId: string) {
  const row = await postQuery(context).where('posts.id', '=', postId).executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export interface PostFilter {
  role?: Role | undefined;
  areaPath?: string | undefined;
  search?: string | undefined;
  when: 'current' | 'ended' | 'all';
  cursor?: string | undefined;
  limit: number;
}

export async function listPostRows(context: Context, filter: PostFilter) {
  const today = localDay(context.now);
  const after = decodeCursor(filter.cursor, 3);
  const base = postQuery(context)
    .where(inAreas('posts.area_path', areasWith(context.actor, 'post.read')))
    .$if(filter.areaPath !== undefined, (query) =>
      query.where(inAreas('posts.area_path', [filter.areaPath ?? ''])),
    )
    .$if(filter.role !== undefined, (query) => query.where('posts.role', '=', filter.role ?? 'resident'))
    .$if(filter.search !== undefined, (query) => query.where('accounts.name', 'like', `%${filter.search}%`))
    .$if(filter.when === 'current', (query) =>
      query.where((is) => is.or([is('posts.ends_on', 'is', null), is('posts.ends_on', '>=', today)])),
    )
    .$if(filter.when === 'ended', (query) => query.where('posts.ends_on', '<', today));
  const { count } = await base
    .clearSelect()
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await base
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(posts.area_path, posts.role, posts.id) > (${after?.[0]}, ${after?.[1]}, ${after?.[2]}::uuid)`,
      ),
    )
    .orderBy('posts.area_path')
    .orderBy('posts.role')
    .orderBy('posts.id')
    .limit(filter.limit + 1)
    .execute();
  return { ...cutPage(rows, filter.limit, (row) => [row.area_path, row.role, row.id]), total: count };
}

/** Roles that an account holds today or later. */
export async function rolesOf(
  context: Context,
  accountId: string,
): Promise<{ role: Role; areaId: string }[]> {
  const rows = await context.db
    .selectFrom('posts')
    .select(['role', 'area_id'])
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where((is) => is.or([is('ends_on', 'is', null), is('ends_on', '>=', localDay(context.now))]))
    .execute();
  return rows.map((row) => ({ role: row.role, areaId: row.area_id }));
}

export interface NewPost {
  accountId: string;
  role: Role;
  areaId: string;
  areaPath: string;
  organisationId: string | null;
  staffing: 'full_time' | 'professional' | 'part_time' | null;
  startsOn: string;
  endsOn: string | null;
}

export async function insertPost(context: Context, post: NewPost): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('posts')
    .values({
      street_id: context.streetId,
      id,
      account_id: post.accountId,
      role: post.role,
      area_id: post.areaId,
      area_path: post.areaPath,
      organisation_id: post.organisationId,
      staffing: post.staffing,
      starts_on: post.startsOn,
      ends_on: post.endsOn,
      version: 1,
      created_at: context.now,
    })
    .execute();
  return id;
}

/** False when somebody changed the post since `version` was read. */
export async function setPostEnd(
  context: Context,
  postId: string,
  endsOn: string,
  version: number,
): Promise<boolean> {
  const result = await context.db
    .updateTable('posts')
    .set((is) => ({ ends_on: endsOn, version: is('version', '+', 1) }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', postId)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertDelegation(
  context: Context,
  delegation: { postId: string; deputyAccountId: string; startsAt: string; endsAt: string; reason: string },
): Promise<void> {
  await context.db
    .insertInto('delegations')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      post_id: delegation.postId,
      deputy_account_id: delegation.deputyAccountId,
      starts_at: delegation.startsAt,
      ends_at: delegation.endsAt,
      reason: delegation.reason,
    })
    .execute();
}

export async function closeDelegation(context: Context, delegationId: string): Promise<void> {
  await context.db
    .updateTable('delegations')
    .set({ ends_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('id', '=', delegationId)
    .execute();
}

/** Posts follow a place that was moved in the tree. */
export async function moveAreaPath(context: Context, from: string, to: string): Promise<void> {
  await sql`
    update posts set area_path = ${to} || substr(area_path, ${from.length + 1})
    where street_id = ${context.streetId} and ${inAreas('area_path', [from])}`.execute(context.db);
}

/** Current holders of some roles by place, for coverage and for the cards on a resident's home. */
export async function holdersByArea(context: Context, roles: readonly Role[], below: string) {
  return await holders(context, roles)
    .where(inAreas('posts.area_path', [below]))
    .orderBy('posts.area_path')
    .limit(5000)
    .execute();
}

/** Current holders of some roles whose area is the place or lies around it, the nearest first. */
export async function holdersAround(context: Context, roles: readonly Role[], areaPath: string) {
  return await holders(context, roles)
    .where('posts.area_path', 'in', pathsAround(areaPath))
    .orderBy(sql`length(posts.area_path)`, 'desc')
    .orderBy('posts.starts_on')
    .orderBy('posts.id')
    .limit(100)
    .execute();
}

/** `/s/c/g/` → `/s/`, `/s/c/`, `/s/c/g/`. */
function pathsAround(areaPath: string): string[] {
  const codes = areaPath.split('/').filter(Boolean);
  return codes.map((_, index) => `/${codes.slice(0, index + 1).join('/')}/`);
}

function holders(context: Context, roles: readonly Role[]) {
  const today = localDay(context.now);
  return context.db
    .selectFrom('posts')
    .innerJoin('accounts', (join) =>
      join.onRef('accounts.street_id', '=', 'posts.street_id').onRef('accounts.id', '=', 'posts.account_id'),
    )
    .select([
      'posts.id as postId',
      'posts.account_id as accountId',
      'posts.role',
      'posts.area_id as areaId',
      'posts.area_path as areaPath',
      'posts.staffing',
      'accounts.name',
      'accounts.phone_cipher as phoneCipher',
      deputyIds(context),
    ])
    .where('posts.street_id', '=', context.streetId)
    .where('accounts.street_id', '=', context.streetId)
    .where('posts.role', 'in', roles)
    .where('posts.starts_on', '<=', today)
    .where((is) => is.or([is('posts.ends_on', 'is', null), is('posts.ends_on', '>=', today)]));
}
