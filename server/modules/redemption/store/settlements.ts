// Months of merchants: the frozen list and its signatures.
import { type SqlBool, sql } from 'kysely';
import type { SettlementState } from '#contract/redemption/codes.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import type { MerchantSettlementsTable } from '../tables.ts';

export type SettlementRow = Awaited<ReturnType<typeof getSettlementRow>>;

/** @throws Problem 404 `input.id_unknown` */
export async function getSettlementRow(context: Context, settlementId: string) {
  const row = await context.db
    .selectFrom('merchant_settlements as s')
    .innerJoin('merchants as m', (join) =>
      join.onRef('m.street_id', '=', 's.street_id').onRef('m.id', '=', 's.merchant_id'),
    )
    .selectAll('s')
    .select(['m.area_path', 'm.organisation_id', 'm.account_id'])
    .where('s.street_id', '=', context.streetId)
    .where('m.street_id', '=', context.streetId)
    .where('s.id', '=', settlementId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

interface Filter {
  month?: string | undefined;
  state?: SettlementState | undefined;
}

const listed = (context: Context, { month, state }: Filter) =>
  context.db
    .selectFrom('merchant_settlements as s')
    .innerJoin('merchants as m', (join) =>
      join.onRef('m.street_id', '=', 's.street_id').onRef('m.id', '=', 's.merchant_id'),
    )
    .where('s.street_id', '=', context.streetId)
    .where('m.street_id', '=', context.streetId)
    .where(inAreas('m.area_path', areasWith(context.actor, 'points.read')))
    .$if(month !== undefined, (query) => query.where('s.month', '=', month ?? ''))
    .$if(state !== undefined, (query) => query.where('s.state', '=', state ?? 'open'));

export async function listSettlementRows(
  context: Context,
  filter: Filter & { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, 2);
  return await listed(context, filter)
    .selectAll('s')
    .select(['m.area_path', 'm.organisation_id', 'm.account_id'])
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(s.month, s.id::text) < (${after?.[0]}, ${after?.[1]})`),
    )
    .orderBy('s.month', 'desc')
    .orderBy(sql`s.id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function countSettlements(context: Context, filter: Filter): Promise<number> {
  const { count } = await context.db
    .selectFrom(
      listed(context, filter)
        .select('s.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function settlementsOfMerchant(context: Context, merchantId: string) {
  return await context.db
    .selectFrom('merchant_settlements as s')
    .innerJoin('merchants as m', (join) =>
      join.onRef('m.street_id', '=', 's.street_id').onRef('m.id', '=', 's.merchant_id'),
    )
    .selectAll('s')
    .select(['m.area_path', 'm.organisation_id', 'm.account_id'])
    .where('s.street_id', '=', context.streetId)
    .where('m.street_id', '=', context.streetId)
    .where('s.merchant_id', '=', merchantId)
    .orderBy('s.month', 'desc')
    .limit(24)
    .execute();
}

/** Merchants with captures before an instant that stand in no list yet, and what these come to. */
export async function unsettledBefore(context: Context, until: Date, within: readonly string[]) {
  return await context.db
    .selectFrom('redemptions as r')
    .innerJoin('merchants as m', (join) =>
      join.onRef('m.street_id', '=', 'r.street_id').onRef('m.id', '=', 'r.merchant_id'),
    )
    .select([
      'm.id as merchantId',
      'm.account_id as accountId',
      'm.area_path as areaPath',
      sql<number>`count(*)`.as('count'),
      sql<number>`sum(r.points)`.as('points'),
      sql<number>`sum(r.subsidy_fen)`.as('subsidyFen'),
    ])
    .where('r.street_id', '=', context.streetId)
    .where('m.street_id', '=', context.streetId)
    .where('r.state', '=', 'captured')
    .where('r.captured_at', '<', until.toISOString())
    .where('r.settlement_id', 'is', null)
    .where(inAreas('m.area_path', within))
    .groupBy(['m.id', 'm.account_id', 'm.area_path'])
    .orderBy('m.id')
    .execute();
}

export async function countOfMonth(context: Context, month: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('merchant_settlements')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('street_id', '=', context.streetId)
    .where('month', '=', month)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertSettlement(
  context: Context,
  row: Pick<
    MerchantSettlementsTable,
    'id' | 'merchant_id' | 'month' | 'count' | 'points' | 'subsidy_fen' | 'opened_by' | 'sample_one_in'
  > & { silent_until: Date },
): Promise<boolean> {
  const written = await context.db
    .insertInto('merchant_settlements')
    .values({ ...row, street_id: context.streetId, state: 'open', opened_at: context.now, version: 1 })
    .onConflict((conflict) => conflict.columns(['street_id', 'merchant_id', 'month']).doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** Writes the list: what was captured before the instant and nobody undid. Answers what it comes to. */
export async function freezeLines(
  context: Context,
  settlementId: string,
  merchantId: string,
  until: Date,
): Promise<{ count: number; points: number; subsidyFen: number }> {
  const frozen = await context.db
    .updateTable('redemptions')
    .set({ settlement_id: settlementId })
    .where('street_id', '=', context.streetId)
    .where('merchant_id', '=', merchantId)
    .where('state', '=', 'captured')
    .where('captured_at', '<', until.toISOString())
    .where('settlement_id', 'is', null)
    .returning(['points', 'subsidy_fen'])
    .execute();
  return {
    count: frozen.length,
    points: frozen.reduce((sum, row) => sum + row.points, 0),
    subsidyFen: frozen.reduce((sum, row) => sum + row.subsidy_fen, 0),
  };
}

export async function linesOf(context: Context, settlementId: string) {
  return await context.db
    .selectFrom('redemptions as r')
    .innerJoin('merchant_offers as o', (join) =>
      join.onRef('o.street_id', '=', 'r.street_id').onRef('o.id', '=', 'r.offer_id'),
    )
    .select(['r.id', 'o.title', 'r.points', 'r.subsidy_fen', 'r.captured_at'])
    .where('r.street_id', '=', context.streetId)
    .where('o.street_id', '=', context.streetId)
    .where('r.settlement_id', '=', settlementId)
    .orderBy('r.captured_at')
    .orderBy('r.id')
    .limit(5_000)
    .execute();
}

/** Whose hands a settlement went through, oldest first: the street's trail of it. */
export async function handsOf(context: Context, settlementId: string) {
  return await context.db
    .selectFrom('events')
    .select(['name', 'actor_name', 'at'])
    .where('street_id', '=', context.streetId)
    .where('subject_module', '=', 'redemption')
    .where('subject_id', '=', settlementId)
    .orderBy('id')
    .limit(50)
    .execute();
}
export type HandRow = Awaited<ReturnType<typeof handsOf>>[number];

/** False when somebody was faster. */
export async function updateSettlement(
  context: Context,
  settlementId: string,
  version: number,
  columns: Partial<{
    state: SettlementState;
    confirmed_at: Date;
    confirmed_by: string;
    appeal: string;
    answer: string;
    signed_at: Date;
    signed_by: string;
    closed_at: Date;
    payment_reference: string;
  }>,
): Promise<boolean> {
  const written = await context.db
    .updateTable('merchant_settlements')
    .set({ ...columns, version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', settlementId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** Captures by month of a merchant, newest first. */
export async function monthsOf(context: Context, merchantId: string) {
  const month = sql<string>`to_char(captured_at at time zone 'Asia/Shanghai', 'YYYY-MM')`;
  return await context.db
    .selectFrom('redemptions')
    .select([
      month.as('month'),
      sql<number>`count(*)`.as('count'),
      sql<number>`sum(points)`.as('points'),
      sql<number>`sum(subsidy_fen)`.as('subsidyFen'),
    ])
    .where('street_id', '=', context.streetId)
    .where('merchant_id', '=', merchantId)
    .where('state', '=', 'captured')
    .groupBy(month)
    .orderBy(month, 'desc')
    .limit(24)
    .execute();
}
