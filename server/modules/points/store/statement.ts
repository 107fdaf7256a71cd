// SQL of what happened on accounts: lines with their running balance, months, the board, budgets.
import { type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { decodeCursor } from '#kernel/cursor.ts';

export interface LineRow {
  id: string;
  at: string;
  /** Of one instant, what came stands before what went. */
  step: number;
  kind: string;
  amount: number;
  balance: number | null;
  counterpart: string | null;
  reverses: string | null;
  reversed: boolean;
  source: string | null;
  title: string | null;
  quantity: number | null;
  outcome: string | null;
  happened_at: string | null;
}

/** Newest first, `limit + 1` rows; deeds that earned nothing stand between the movements. */
export async function listLines(
  context: Context,
  accountId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<LineRow[]> {
  const { streetId: s } = context;
  const place = decodeCursor(cursor, 3);
  const before = place
    ? sql`where (at, step, id) < (${place[0]}::timestamptz, ${place[1]}::int, ${place[2]}::uuid)`
    : sql``;
  const { rows } = await sql<LineRow>`
    with sides as (
      select id, at, 1 as step, kind, -amount as amount, credit as other, reverses from points_transfers
      where street_id = ${s} and debit = ${accountId}
      union all
      select id, at, 0, kind, amount, debit, reverses from points_transfers
      where street_id = ${s} and credit = ${accountId}
    ), moved as (
      select m.*, sum(m.amount) over (order by m.at, m.step, m.id)::bigint as balance from sides m
    ), lines as (
      select m.id, m.at, m.step, m.kind, m.amount, m.balance, m.other, m.reverses from moved m
      union all
      select e.id, e.at, 0, 'none', 0, null, null, null from points_earnings e
      where e.street_id = ${s} and e.account_id = ${accountId} and e.amount = 0
        and e.outcome in ('no_tariff', 'too_little', 'cap_reached', 'budget_exhausted', 'waiting', 'withheld', 'refused')
    ), paged as (
      select * from lines ${before} order by at desc, step desc, id desc limit ${limit + 1}
    )
    select l.id, l.at, l.step, l.kind, l.amount, l.balance, l.reverses, a.owner_id as counterpart,
      exists (select 1 from points_transfers r where r.street_id = ${s} and r.reverses = l.id) as reversed,
      e.source, e.title, e.quantity, e.outcome, e.happened_at
    from paged l
    left join points_accounts a on a.street_id = ${s} and a.id = l.other and a.kind = 'merchant'
    left join points_earnings e on e.street_id = ${s}
      and (e.transfer_id = coalesce(l.reverses, l.id) or (l.kind = 'none' and e.id = l.id))
    order by l.at desc, l.step desc, l.id desc`.execute(context.db);
  return rows;
}

/** What an account held at an instant. */
export async function balanceAt(context: Context, accountId: string, at: string): Promise<number> {
  const { streetId: s } = context;
  const { rows } = await sql<{ balance: number }>`
    select coalesce((select sum(amount) from points_transfers
        where street_id = ${s} and credit = ${accountId} and at <= ${at}), 0)::bigint
      - coalesce((select sum(amount) from points_transfers
        where street_id = ${s} and debit = ${accountId} and at <= ${at}), 0)::bigint as balance`.execute(
    context.db,
  );
  return rows[0]?.balance ?? 0;
}

export interface MonthRow {
  month: string;
  issued: number;
  redeemed: number;
  expired: number;
  donated: number;
  outstanding: number;
}

/** The last 24 months, newest first. */
export async function listMonths(context: Context): Promise<MonthRow[]> {
  const { streetId: s } = context;
  const { rows } = await sql<MonthRow>`
    with sums as (
      select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
        sum(case kind when 'grant' then amount when 'reverse_grant' then -amount else 0 end)::bigint as issued,
        sum(case kind when 'redeem' then amount when 'reverse_redeem' then -amount else 0 end)::bigint as redeemed,
        sum(case kind when 'expire' then amount else 0 end)::bigint as expired,
        sum(case kind when 'donate' then amount else 0 end)::bigint as donated
      from points_transfers where street_id = ${s} group by 1
    )
    select *, sum(issued - redeemed - expired - donated) over (order by month)::bigint as outstanding
    from sums order by month desc limit 24`.execute(context.db);
  return rows;
}

/** Families by what they earned since an instant, the most first. */
export async function familiesByPoints(
  context: Context,
  since: string | null,
): Promise<{ family_id: string; amount: number }[]> {
  const { streetId: s } = context;
  const from = since ? sql<SqlBool>`t.at >= ${since}` : sql<SqlBool>`true`;
  const { rows } = await sql<{ family_id: string; amount: number }>`
    with earned as (
      select t.credit as account, t.amount from points_transfers t
      where t.street_id = ${s} and t.kind = 'grant' and ${from}
      union all
      select t.debit, -t.amount from points_transfers t
      where t.street_id = ${s} and t.kind = 'reverse_grant' and ${from}
    )
    select a.owner_id as family_id, sum(e.amount)::bigint as amount
    from earned e join points_accounts a on a.street_id = ${s} and a.id = e.account and a.kind = 'family'
    group by a.owner_id having sum(e.amount) > 0 order by amount desc, a.owner_id limit 2000`.execute(
    context.db,
  );
  return rows;
}

export interface BudgetRow {
  id: string;
  name: string;
  year: number;
  budget_id: string;
  funded: number;
  granted: number;
  held: number;
  returned: number;
  balance: number;
}

export async function listBudgets(context: Context, year: number | undefined): Promise<BudgetRow[]> {
  const { streetId: s } = context;
  const { rows } = await sql<BudgetRow>`
    select p.id, p.name, p.year, p.budget_id, p.funded, a.held, a.balance,
      coalesce((select sum(case kind when 'grant' then amount else 0 end) from points_transfers t
        where t.street_id = ${s} and t.debit = p.budget_id), 0)::bigint
      - coalesce((select sum(case kind when 'reverse_grant' then amount else 0 end) from points_transfers t
        where t.street_id = ${s} and t.credit = p.budget_id), 0)::bigint as granted,
      coalesce((select sum(case kind when 'return' then amount else 0 end) from points_transfers t
        where t.street_id = ${s} and t.debit = p.budget_id), 0)::bigint as returned
    from points_programmes p join points_accounts a on a.street_id = ${s} and a.id = p.budget_id
    where p.street_id = ${s} and (${year ?? null}::int is null or p.year = ${year ?? null}::int)
    order by p.year desc, p.name`.execute(context.db);
  return rows;
}

export async function transferById(context: Context, transferId: string) {
  return await context.db
    .selectFrom('points_transfers')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', transferId)
    .executeTakeFirst();
}
