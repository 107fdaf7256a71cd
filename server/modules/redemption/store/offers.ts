// What merchants offer, and the stock of it.
import { type SqlBool, sql } from 'kysely';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { counted, countMax, decodeCursor } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { startingWith } from '#kernel/scope.ts';
import type { MerchantOffersTable } from '../tables.ts';

export type OfferRow = Awaited<ReturnType<typeof getOfferRow>>;

export async function getOfferRow(context: Context, offerId: string, lock = false) {
  const query = context.db
    .selectFrom('merchant_offers')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', offerId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

interface Wanted {
  merchantId?: string | undefined;
  order: 'near' | 'points';
  /** Path of the community of the viewer. */
  nearPath: string | null;
  cursor?: string | undefined;
  limit: number;
}

const running = (context: Context, { merchantId }: Pick<Wanted, 'merchantId'>) =>
  context.db
    .selectFrom('merchant_offers as o')
    .innerJoin('merchants as m', (join) =>
      join.onRef('m.street_id', '=', 'o.street_id').onRef('m.id', '=', 'o.merchant_id'),
    )
    .where('o.street_id', '=', context.streetId)
    .where('m.street_id', '=', context.streetId)
    .where('m.status', '=', 'active')
    .where('o.valid_to', '>=', dayOf(context.now))
    .$if(merchantId !== undefined, (query) => query.where('o.merchant_id', '=', merchantId ?? ''));

/** One row more than `limit`: what can be had before what cannot, the own community before the others. */
export async function listRunningOffers(context: Context, wanted: Wanted) {
  const after = decodeCursor(wanted.cursor, 3);
  const near = wanted.nearPath
    ? sql<boolean>`m.area_path like ${startingWith(wanted.nearPath)}`
    : sql<boolean>`false`;
  const far = wanted.order === 'near' ? sql`case when ${near} then 0 else 1 end` : sql`0`;
  const place = sql<number>`(case when o.paused or o.stock_left = 0 then 2 else 0 end + ${far})`;
  return await running(context, wanted)
    .selectAll('o')
    .select([near.as('near'), place.as('place')])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(${place}, o.points, o.id::text) > (${after?.[0]}::int, ${after?.[1]}::int, ${after?.[2]})`,
      ),
    )
    .orderBy(place)
    .orderBy('o.points')
    .orderBy(sql`o.id::text`)
    .limit(wanted.limit + 1)
    .execute();
}

export async function countRunningOffers(
  context: Context,
  wanted: Pick<Wanted, 'merchantId'>,
): Promise<number> {
  const { count } = await context.db
    .selectFrom(
      running(context, wanted)
        .select('o.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** All offers of a merchant, newest first. */
export async function offersOfMerchant(
  context: Context,
  merchantId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, 2);
  let query = context.db
    .selectFrom('merchant_offers')
    .selectAll()
    .select(counted)
    .where('street_id', '=', context.streetId)
    .where('merchant_id', '=', merchantId);
  if (after) query = query.where(sql<SqlBool>`(made_at, id::text) < (${after[0]}::timestamptz, ${after[1]})`);
  return await query
    .orderBy('made_at', 'desc')
    .orderBy(sql`id::text`, 'desc')
    .limit(limit + 1)
    .execute();
}

export async function offerRows(
  context: Context,
  offerIds: readonly string[],
): Promise<Map<string, OfferRow>> {
  if (offerIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('merchant_offers')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...new Set(offerIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertOffer(
  context: Context,
  row: Omit<MerchantOffersTable, 'street_id' | 'made_at' | 'updated_at' | 'updated_by' | 'version'>,
): Promise<void> {
  await context.db
    .insertInto('merchant_offers')
    .values({
      ...row,
      street_id: context.streetId,
      made_at: context.now,
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: 1,
    })
    .execute();
}

/** False when somebody was faster. `stock_total` moves what is left by the same difference. */
export async function updateOffer(
  context: Context,
  offerId: string,
  version: number,
  columns: Partial<
    Omit<
      MerchantOffersTable,
      'street_id' | 'id' | 'merchant_id' | 'version' | 'stock_left' | 'made_at' | 'updated_at' | 'updated_by'
    >
  >,
): Promise<boolean> {
  const { stock_total: total } = columns;
  const written = await context.db
    .updateTable('merchant_offers')
    .set({
      ...columns,
      ...(total === undefined ? {} : { stock_left: sql<number>`stock_left + ${total}::int - stock_total` }),
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: version + 1,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', offerId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** One piece taken (-1) or given back (1); the caller has locked the row, and the table refuses to go below zero. */
export async function moveStock(context: Context, offerId: string, by: 1 | -1): Promise<void> {
  await context.db
    .updateTable('merchant_offers')
    .set({ stock_left: sql<number>`stock_left + ${by}::int` })
    .where('street_id', '=', context.streetId)
    .where('id', '=', offerId)
    .execute();
}
