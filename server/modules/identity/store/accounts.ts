import { type Selectable, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { limits } from '../rules.ts';

export type AccountRow = Selectable<Tables['accounts']>;

const phonePurpose = 'account.phone';

export function phoneIndex(context: Context, phone: string): string {
  return context.services.crypto.blindIndex(phonePurpose, phone);
}

export async function findAccountByPhone(context: Context, phone: string): Promise<AccountRow | undefined> {
  return await context.db
    .selectFrom('accounts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('phone_index', '=', phoneIndex(context, phone))
    .executeTakeFirst();
}

export async function getAccount(context: Context, accountId: string): Promise<AccountRow> {
  const account = await context.db
    .selectFrom('accounts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!account) throw new Problem('input.id_unknown', 404);
  return account;
}

/** Opens an account for a phone; two at once end as one. */
export async function openAccount(
  context: Context,
  account: { name: string; phone: string; personId: string | null },
): Promise<AccountRow> {
  const id = context.newId();
  const opened = await context.db
    .insertInto('accounts')
    .values({
      street_id: context.streetId,
      id,
      person_id: account.personId,
      name: account.name,
      phone_cipher: context.services.crypto.encrypt(account.phone),
      phone_index: phoneIndex(context, account.phone),
      status: 'active',
      must_change_password: false,
      failed_count: 0,
      version: 1,
      created_at: context.now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'phone_index']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!opened) return (await findAccountByPhone(context, account.phone)) as AccountRow;
  await context.emit({ name: 'account.opened', subject: { module: 'identity', id } });
  return opened;
}

type AccountChange = Partial<Omit<AccountRow, 'street_id' | 'id' | 'version' | 'created_at'>>;

export async function changeAccountRow(
  context: Context,
  accountId: string,
  change: AccountChange,
): Promise<void> {
  await context.db
    .updateTable('accounts')
    .set((is) => ({ ...change, version: is('version', '+', 1) }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', accountId)
    .execute();
}

/** The name was the person's, so it goes with the link. */
export async function unlinkPerson(context: Context, personId: string): Promise<void> {
  await context.db
    .updateTable('accounts')
    .set((is) => ({ person_id: null, name: '', version: is('version', '+', 1) }))
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .execute();
}

/** Counts a failure in SQL, so that twenty at once are twenty; locks at the limit. True when this one locked it. */
export async function countFailure(context: Context, accountId: string): Promise<boolean> {
  const lockUntil = new Date(context.now.getTime() + limits.lockMinutes * 60_000);
  const counted = await sql<{ failed_count: number }>`
    update accounts set
      failed_count = case when failed_count + 1 >= ${limits.passwordFailuresMax} then 0 else failed_count + 1 end,
      locked_until = case when failed_count + 1 >= ${limits.passwordFailuresMax} then ${lockUntil} else locked_until end
    where street_id = ${context.streetId} and id = ${accountId}
      and (locked_until is null or locked_until <= ${context.now})
    returning failed_count`.execute(context.db);
  return counted.rows[0]?.failed_count === 0;
}

export async function recentPasswords(context: Context, accountId: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('password_history')
    .select('password_hash')
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .orderBy('changed_at', 'desc')
    .limit(limits.passwordHistory)
    .execute();
  return rows.map((row) => row.password_hash);
}

export async function savePassword(
  context: Context,
  accountId: string,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await changeAccountRow(context, accountId, {
    password_hash: passwordHash,
    password_changed_at: context.now.toISOString(),
    must_change_password: mustChange,
    failed_count: 0,
    locked_until: null,
  });
  await context.db
    .insertInto('password_history')
    .values({
      street_id: context.streetId,
      account_id: accountId,
      changed_at: context.now,
      password_hash: passwordHash,
    })
    .execute();
}

/** Accounts that hold an office of work, by name. */
export async function listStaffAccounts(
  context: Context,
  filter: {
    search?: string | undefined;
    status?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ rows: AccountRow[]; nextCursor: string | null; total: number }> {
  const { db, streetId, now } = context;
  const base = db
    .selectFrom('accounts')
    .where('accounts.street_id', '=', streetId)
    .where((is) =>
      is.exists(
        is
          .selectFrom('posts')
          .select('posts.id')
          .where('posts.street_id', '=', streetId)
          .whereRef('posts.account_id', '=', 'accounts.id'),
      ),
    )
    .$if(filter.search !== undefined, (query) => query.where('accounts.name', 'like', `%${filter.search}%`))
    .$if(filter.status === 'disabled', (query) => query.where('accounts.status', '=', 'disabled'))
    .$if(filter.status === 'locked', (query) => query.where('accounts.locked_until', '>', now.toISOString()))
    .$if(filter.status === 'active', (query) =>
      query
        .where('accounts.status', '=', 'active')
        .where((is) =>
          is.or([
            is('accounts.locked_until', 'is', null),
            is('accounts.locked_until', '<=', now.toISOString()),
          ]),
        ),
    );
  const { count } = await base.select((is) => is.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const after = decodeCursor(filter.cursor, 2);
  const rows = await base
    .selectAll('accounts')
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(accounts.name, accounts.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('accounts.name')
    .orderBy('accounts.id')
    .limit(filter.limit + 1)
    .execute();
  return { ...cutPage(rows, filter.limit, (row) => [row.name, row.id]), total: count };
}

/** Names of accounts by id, for the trail; `staff` where the account has ever held a post. */
export async function accountNames(
  context: Context,
  accountIds: readonly string[],
): Promise<Map<string, { name: string; staff: boolean }>> {
  if (accountIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('accounts')
    .select((is) => [
      'accounts.id',
      'accounts.name',
      is
        .exists(
          is
            .selectFrom('posts')
            .select('posts.id')
            .where('posts.street_id', '=', context.streetId)
            .whereRef('posts.account_id', '=', 'accounts.id'),
        )
        .as('staff'),
    ])
    .where('accounts.street_id', '=', context.streetId)
    .where('accounts.id', 'in', [...new Set(accountIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, { name: row.name, staff: Boolean(row.staff) }]));
}
