// Set-based reading and writing of accounts and posts, for set-up.
import { sql } from 'kysely';
import type { Role } from '#contract/identity/roles.ts';
import type { Context } from '#kernel/context.ts';
import { localDay } from '../rules.ts';
import { phoneIndex } from './accounts.ts';
import type { NewPost } from './posts.ts';

/** Rows of one statement stay below PostgreSQL's 65,535 parameters. */
const rowsAtOnceMax = 1_000;

export async function accountsByPhoneIndex(context: Context, indexes: readonly string[]) {
  return await context.db
    .selectFrom('accounts')
    .select(['id', 'person_id', 'phone_index'])
    .where('street_id', '=', context.streetId)
    .where('phone_index', '=', sql<string>`any(${[...indexes]}::text[])`)
    .execute();
}

/** Account → what it holds today or later. */
export async function rolesByAccount(
  context: Context,
  accountIds: readonly string[],
): Promise<Map<string, { role: Role; areaId: string }[]>> {
  const rows = await context.db
    .selectFrom('posts')
    .select(['account_id as accountId', 'role', 'area_id as areaId'])
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', sql<string>`any(${[...accountIds]}::uuid[])`)
    .where((is) => is.or([is('ends_on', 'is', null), is('ends_on', '>=', localDay(context.now))]))
    .execute();
  return Map.groupBy(rows, (row) => row.accountId);
}

export async function insertAccounts(
  context: Context,
  accounts: readonly { id: string; name: string; phone: string; personId: string | null }[],
): Promise<void> {
  for (const part of parts(accounts)) {
    await context.db
      .insertInto('accounts')
      .values(
        part.map((account) => ({
          street_id: context.streetId,
          id: account.id,
          person_id: account.personId,
          name: account.name,
          phone_cipher: context.services.crypto.encrypt(account.phone),
          phone_index: phoneIndex(context, account.phone),
          status: 'active' as const,
          must_change_password: false,
          failed_count: 0,
          version: 1,
          created_at: context.now,
        })),
      )
      .execute();
  }
}

export async function insertPosts(
  context: Context,
  posts: readonly (NewPost & { id: string })[],
): Promise<void> {
  for (const part of parts(posts)) {
    await context.db
      .insertInto('posts')
      .values(
        part.map((post) => ({
          street_id: context.streetId,
          id: post.id,
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
        })),
      )
      .execute();
  }
}

function parts<T>(rows: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnceMax)
    found.push(rows.slice(from, from + rowsAtOnceMax));
  return found;
}
