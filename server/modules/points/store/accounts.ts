// SQL of accounts: whose they are, and what lies in them at an instant.
import { type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

export type AccountKind = 'member' | 'family' | 'merchant';

export async function findAccount(context: Context, kind: AccountKind, ownerId: string) {
  return await context.db
    .selectFrom('points_accounts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('kind', '=', kind)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst();
}

/** `kind ownerId` → account; what is not open yet is missing. */
export async function findAccounts(
  context: Context,
  owners: readonly { kind: AccountKind; ownerId: string }[],
): Promise<Map<string, string>> {
  if (owners.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('points_accounts')
    .select(['id', 'kind', 'owner_id'])
    .where('street_id', '=', context.streetId)
    .where('kind', 'in', [...new Set(owners.map(({ kind }) => kind))])
    .where('owner_id', 'in', [...new Set(owners.map(({ ownerId }) => ownerId))])
    .execute();
  return new Map(rows.map(({ id, kind, owner_id }) => [`${kind} ${owner_id}`, id]));
}

export async function accountById(context: Context, accountId: string) {
  return await context.db
    .selectFrom('points_accounts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', accountId)
    .executeTakeFirst();
}

export async function accountsByIds(context: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return await context.db
    .selectFrom('points_accounts')
    .select(['id', 'kind', 'owner_id'])
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
}

export interface Standing {
  balance: number;
  held: number;
  available: number;
  expiring: { amount: number; at: string } | null;
}

/** What may be spent now and what runs out first. */
export async function standingOf(context: Context, accountId: string): Promise<Standing | undefined> {
  const { streetId, now } = context;
  const { rows } = await sql<Omit<Standing, 'expiring'> & { amount: number | null; at: string | null }>`
    select a.balance, a.held, points_available(${streetId}, a.id, ${now}) as available, next.amount, next.expires_at as at
    from points_accounts a left join lateral (
      select l.expires_at, sum(l.remaining - l.held)::bigint as amount from points_lots l
      where l.street_id = ${streetId} and l.account_id = a.id and l.remaining > 0 and l.remaining > l.held
        and l.expires_at > ${now}
      group by l.expires_at order by l.expires_at limit 1) next on true
    where a.street_id = ${streetId} and a.id = ${accountId}`.execute(context.db);
  const [row] = rows;
  if (!row) return undefined;
  const { balance, held, available, amount, at } = row;
  return { balance, held, available, expiring: amount && at ? { amount, at } : null };
}

/** What a debt still keeps back from an account. */
export async function owedTotal(context: Context, accountId: string): Promise<number> {
  const row = await context.db
    .selectFrom('points_recoveries')
    .select((eb) => eb.fn.sum<number | null>(eb('due', '-', eb.ref('recovered'))).as('owed'))
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.owed ?? 0);
}

export async function listAccountRows(
  context: Context,
  kind: string | undefined,
  owners: readonly string[] | null,
) {
  let query = context.db
    .selectFrom('points_accounts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('kind', 'in', kind ? [kind] : ['member', 'family', 'merchant'])
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(3000);
  if (owners) query = query.where('owner_id', 'in', owners.length > 0 ? owners : ['']);
  return await query.execute();
}

/** Is there something for a sweep to do? Each sweep that runs is a command of the ledger. */
export async function isSweepDue(context: Context, kind: 'lapse' | 'expire'): Promise<boolean> {
  const { streetId, now } = context;
  const due =
    kind === 'lapse'
      ? sql<SqlBool>`exists (select 1 from points_holds where street_id = ${streetId} and kind in ('redeem', 'help')
          and state = 'pending' and due_at <= ${now})`
      : sql<SqlBool>`exists (select 1 from points_lots where street_id = ${streetId} and remaining > held
          and expires_at <= ${now})`;
  const { rows } = await sql<{ due: boolean }>`select ${due} as due`.execute(context.db);
  return rows[0]?.due ?? false;
}
