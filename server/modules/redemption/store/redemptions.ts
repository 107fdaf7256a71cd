// What was reserved and taken.
import { type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import type { RedemptionsTable } from '../tables.ts';

export type RedemptionRow = Awaited<ReturnType<typeof getRedemptionRow>>;

const all = (context: Context) =>
  context.db.selectFrom('redemptions').selectAll().where('street_id', '=', context.streetId);

/** @throws Problem 404 `input.id_unknown` */
export async function getRedemptionRow(context: Context, redemptionId: string, lock = false) {
  const query = all(context).where('id', '=', redemptionId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function findRedemptionRow(context: Context, redemptionId: string) {
  return await all(context).where('id', '=', redemptionId).executeTakeFirst();
}

export async function insertRedemption(
  context: Context,
  row: Pick<
    RedemptionsTable,
    | 'id'
    | 'offer_id'
    | 'merchant_id'
    | 'mode'
    | 'person_id'
    | 'payer_id'
    | 'points'
    | 'subsidy_fen'
    | 'hold_id'
  > & { hold_until: Date; voucher_until: Date | null },
): Promise<void> {
  await context.db
    .insertInto('redemptions')
    .values({ ...row, street_id: context.streetId, state: 'reserved', reserved_at: context.now })
    .execute();
}

export async function updateRedemption(
  context: Context,
  redemptionId: string,
  columns: Partial<{
    state: RedemptionsTable['state'];
    transfer_id: string;
    captured_at: Date;
    undo_until: Date;
    captured_by: string | null;
    captured_device: string;
    undone_at: Date;
    honoured_at: Date;
    code_digest: string | null;
    code_until: Date | null;
  }>,
): Promise<void> {
  await context.db
    .updateTable('redemptions')
    .set(columns)
    .where('street_id', '=', context.streetId)
    .where('id', '=', redemptionId)
    .execute();
}

/** Taken, or held still: what lapsed by the clock counts no more, swept or not. */
const isLive = ({ now }: Context) =>
  sql<SqlBool>`(state = 'captured' or state = 'reserved' and hold_until > ${now.toISOString()})`;

/** Live redemptions of an offer since an instant, by the person and by the account that pays. */
export async function countTowardsCap(
  context: Context,
  offerId: string,
  { personId, payerId, since }: { personId: string; payerId: string; since: Date | null },
): Promise<{ person: number; payer: number }> {
  return await context.db
    .selectFrom('redemptions')
    .select([
      sql<number>`count(*) filter (where person_id = ${personId}::uuid)`.as('person'),
      sql<number>`count(*) filter (where payer_id = ${payerId}::uuid)`.as('payer'),
    ])
    .where('street_id', '=', context.streetId)
    .where('offer_id', '=', offerId)
    .where(isLive(context))
    .where((is) => is.or([is('person_id', '=', personId), is('payer_id', '=', payerId)]))
    .$if(since !== null, (query) => query.where('reserved_at', '>=', (since as Date).toISOString()))
    .executeTakeFirstOrThrow();
}

/** Held by the person now, and live at one merchant by the account since an instant. */
export async function countTowardsLimits(
  context: Context,
  {
    personId,
    payerId,
    merchantId,
    since,
  }: { personId: string; payerId: string; merchantId: string; since: Date },
): Promise<{ held: number; pair: number }> {
  return await context.db
    .selectFrom('redemptions')
    .select([
      sql<number>`count(*) filter (where person_id = ${personId}::uuid and state = 'reserved')`.as('held'),
      sql<number>`count(*) filter (where payer_id = ${payerId}::uuid and merchant_id = ${merchantId}::uuid
        and reserved_at >= ${since.toISOString()})`.as('pair'),
    ])
    .where('street_id', '=', context.streetId)
    .where((is) => is.or([is('person_id', '=', personId), is('payer_id', '=', payerId)]))
    .where('reserved_at', '>=', new Date(since.getTime() - 2 * 86_400_000).toISOString())
    .where(isLive(context))
    .executeTakeFirstOrThrow();
}

const owned = (context: Context, personIds: readonly string[]) =>
  context.db
    .selectFrom('redemptions')
    .where('street_id', '=', context.streetId)
    .where('person_id', 'in', [...personIds]);

export async function listOwnRows(
  context: Context,
  personIds: readonly string[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, 2);
  let query = owned(context, personIds).selectAll();
  if (after)
    query = query.where(sql<SqlBool>`(reserved_at, id::text) < (${after[0]}::timestamptz, ${after[1]})`);
  return await query
    .orderBy('reserved_at', 'desc')
    .orderBy(sql`id::text`, 'desc')
    .limit(limit + 1)
    .execute();
}

export async function countOwn(context: Context, personIds: readonly string[]): Promise<number> {
  const { count } = await context.db
    .selectFrom(
      owned(context, personIds)
        .select('id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

interface Span {
  from: Date;
  to: Date;
}

const takenIn = (context: Context, merchantId: string, { from, to }: Span) =>
  context.db
    .selectFrom('redemptions')
    .where('street_id', '=', context.streetId)
    .where('merchant_id', '=', merchantId)
    .where('captured_at', 'is not', null)
    .where('captured_at', '>=', from.toISOString())
    .where('captured_at', '<', to.toISOString());

/** What a counter took in a span, newest first. */
export async function listTakenRows(
  context: Context,
  merchantId: string,
  span: Span,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, 2);
  let query = takenIn(context, merchantId, span).selectAll();
  if (after)
    query = query.where(sql<SqlBool>`(captured_at, id::text) < (${after[0]}::timestamptz, ${after[1]})`);
  return await query
    .orderBy('captured_at', 'desc')
    .orderBy(sql`id::text`, 'desc')
    .limit(limit + 1)
    .execute();
}

export async function countTaken(context: Context, merchantId: string, span: Span): Promise<number> {
  const { count } = await takenIn(context, merchantId, span)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Captured and undone by merchant in a span. */
export async function takenByMerchant(context: Context, merchantIds: readonly string[], { from, to }: Span) {
  if (merchantIds.length === 0) return new Map<string, { captured: number; undone: number }>();
  const rows = await context.db
    .selectFrom('redemptions')
    .select([
      'merchant_id',
      sql<number>`count(*) filter (where state = 'captured')`.as('captured'),
      sql<number>`count(*) filter (where state = 'undone')`.as('undone'),
    ])
    .where('street_id', '=', context.streetId)
    .where('merchant_id', 'in', [...merchantIds])
    .where('captured_at', 'is not', null)
    .where('captured_at', '>=', from.toISOString())
    .where('captured_at', '<', to.toISOString())
    .groupBy('merchant_id')
    .execute();
  return new Map(rows.map((row) => [row.merchant_id, row]));
}

/** Reserved ones whose time is over; locked, those in other hands left out. */
export async function lapsedRows(context: Context, limit: number) {
  return await all(context)
    .where('state', '=', 'reserved')
    .where('hold_until', '<=', context.now.toISOString())
    .orderBy('hold_until')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Captures that can no longer be undone and of which nobody has heard yet. */
export async function rowsToHonour(context: Context, limit: number) {
  return await all(context)
    .where('state', '=', 'captured')
    .where('honoured_at', 'is', null)
    .where('undo_until', '<=', context.now.toISOString())
    .orderBy('undo_until')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}
