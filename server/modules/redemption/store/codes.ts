// Codes shown lately and wrong guesses.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

/** Another redemption shows these digits right now. */
export async function isDigestLive(context: Context, digest: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('redemption_codes')
    .select('redemption_id')
    .where('street_id', '=', context.streetId)
    .where('digest', '=', digest)
    .where('good_until', '>', context.now.toISOString())
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertCode(
  context: Context,
  code: { digest: string; redemptionId: string; until: Date },
): Promise<void> {
  await context.db
    .insertInto('redemption_codes')
    .values({
      street_id: context.streetId,
      digest: code.digest,
      redemption_id: code.redemptionId,
      good_until: code.until,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Redemptions that show or showed these digits, the latest first. */
export async function codesWith(context: Context, digest: string) {
  return await context.db
    .selectFrom('redemption_codes as c')
    .innerJoin('redemptions as r', (join) =>
      join.onRef('r.street_id', '=', 'c.street_id').onRef('r.id', '=', 'c.redemption_id'),
    )
    .select(['c.redemption_id', 'c.good_until', 'r.merchant_id'])
    .where('c.street_id', '=', context.streetId)
    .where('r.street_id', '=', context.streetId)
    .where('c.digest', '=', digest)
    .orderBy('c.good_until', 'desc')
    .limit(20)
    .execute();
}

export async function deleteOldCodes(context: Context, before: Date): Promise<void> {
  await context.db
    .deleteFrom('redemption_codes')
    .where('street_id', '=', context.streetId)
    .where('good_until', '<', before.toISOString())
    .execute();
  await context.db
    .deleteFrom('redemption_misses')
    .where('street_id', '=', context.streetId)
    .where('minute', '<', before.toISOString())
    .execute();
}

const minuteOf = (now: Date): Date => new Date(Math.floor(now.getTime() / 60_000) * 60_000);

export async function missesNow(context: Context, merchantId: string): Promise<number> {
  const row = await context.db
    .selectFrom('redemption_misses')
    .select('count')
    .where('street_id', '=', context.streetId)
    .where('merchant_id', '=', merchantId)
    .where('minute', '=', minuteOf(context.now).toISOString())
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function countMiss(context: Context, merchantId: string): Promise<void> {
  await context.db
    .insertInto('redemption_misses')
    .values({
      street_id: context.streetId,
      merchant_id: merchantId,
      minute: minuteOf(context.now),
      count: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'merchant_id', 'minute'])
        .doUpdateSet({ count: sql<number>`redemption_misses.count + 1` }),
    )
    .execute();
}
