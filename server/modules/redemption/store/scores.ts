// Ratings by residents and the score file of a merchant.
import { sql } from 'kysely';
import type { ScoreItem } from '#contract/redemption/codes.ts';
import type { Context } from '#kernel/context.ts';

export async function insertRating(
  context: Context,
  rating: { redemptionId: string; merchantId: string; stars: number; note: string },
): Promise<boolean> {
  const written = await context.db
    .insertInto('merchant_ratings')
    .values({
      street_id: context.streetId,
      redemption_id: rating.redemptionId,
      merchant_id: rating.merchantId,
      stars: rating.stars,
      note: rating.note,
      rated_at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** What was undone has no rating. */
export async function deleteRating(context: Context, redemptionId: string): Promise<void> {
  await context.db
    .deleteFrom('merchant_ratings')
    .where('street_id', '=', context.streetId)
    .where('redemption_id', '=', redemptionId)
    .execute();
}

export async function starsOf(
  context: Context,
  redemptionIds: readonly string[],
): Promise<Map<string, number>> {
  if (redemptionIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('merchant_ratings')
    .select(['redemption_id', 'stars'])
    .where('street_id', '=', context.streetId)
    .where('redemption_id', 'in', [...redemptionIds])
    .execute();
  return new Map(rows.map((row) => [row.redemption_id, row.stars]));
}

/** Merchant → median of its ratings. */
export async function mediansOf(
  context: Context,
  merchantIds: readonly string[],
): Promise<Map<string, number>> {
  if (merchantIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('merchant_ratings')
    .select(['merchant_id', sql<number>`percentile_disc(0.5) within group (order by stars)`.as('stars')])
    .where('street_id', '=', context.streetId)
    .where('merchant_id', 'in', [...merchantIds])
    .groupBy('merchant_id')
    .execute();
  return new Map(rows.map((row) => [row.merchant_id, row.stars]));
}

/** Merchant → score published last. */
export async function latestScores(
  context: Context,
  merchantIds: readonly string[],
): Promise<Map<string, number>> {
  if (merchantIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('merchant_scores')
    .distinctOn('merchant_id')
    .select(['merchant_id', 'score'])
    .where('street_id', '=', context.streetId)
    .where('merchant_id', 'in', [...merchantIds])
    .orderBy('merchant_id')
    .orderBy('month', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.merchant_id, row.score]));
}

export async function scoresOf(context: Context, merchantId: string) {
  return await context.db
    .selectFrom('merchant_scores')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('merchant_id', '=', merchantId)
    .orderBy('month', 'desc')
    .limit(12)
    .execute();
}

export async function insertEntry(
  context: Context,
  entry: { merchantId: string; item: ScoreItem; points: number; note: string },
): Promise<void> {
  await context.db
    .insertInto('merchant_score_entries')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      merchant_id: entry.merchantId,
      item: entry.item,
      points: entry.points,
      note: entry.note,
      entered_at: context.now,
      entered_by: context.actor.displayName,
    })
    .execute();
}

export async function entriesIn(context: Context, merchantId: string, from: Date, to: Date) {
  return await context.db
    .selectFrom('merchant_score_entries')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('merchant_id', '=', merchantId)
    .where('entered_at', '>=', from.toISOString())
    .where('entered_at', '<', to.toISOString())
    .orderBy('entered_at')
    .limit(200)
    .execute();
}

/** Merchant → the stars of a span. */
export async function starsIn(context: Context, from: Date, to: Date): Promise<Map<string, number[]>> {
  const rows = await context.db
    .selectFrom('merchant_ratings')
    .select(['merchant_id', sql<number[]>`array_agg(stars)`.as('stars')])
    .where('street_id', '=', context.streetId)
    .where('rated_at', '>=', from.toISOString())
    .where('rated_at', '<', to.toISOString())
    .groupBy('merchant_id')
    .execute();
  return new Map(rows.map((row) => [row.merchant_id, row.stars]));
}

/** Active merchants without a score for a month. */
export async function merchantsToScore(context: Context, month: string, joinedBefore: Date) {
  return await context.db
    .selectFrom('merchants as m')
    .select(['m.id', 'm.area_path'])
    .where('m.street_id', '=', context.streetId)
    .where('m.status', '=', 'active')
    .where('m.joined_at', '<', joinedBefore.toISOString())
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('merchant_scores as s')
            .select('s.month')
            .where('s.street_id', '=', context.streetId)
            .whereRef('s.merchant_id', '=', 'm.id')
            .where('s.month', '=', month),
        ),
      ),
    )
    .orderBy('m.id')
    .limit(1_000)
    .execute();
}

export async function insertScore(
  context: Context,
  score: {
    merchant_id: string;
    month: string;
    base: number;
    items: number;
    rating_move: number;
    ratings: number;
    score: number;
  },
): Promise<void> {
  await context.db
    .insertInto('merchant_scores')
    .values({ ...score, street_id: context.streetId, published_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
