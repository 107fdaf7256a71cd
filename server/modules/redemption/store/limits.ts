// Versions of what the street says about redemption.
import type { Context } from '#kernel/context.ts';

export type LimitsRow = Awaited<ReturnType<typeof limitRows>>[number];

/** The newest first. */
export async function limitRows(context: Context) {
  return await context.db
    .selectFrom('redemption_rules')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
}

/** The newest whose day has come; undefined where the street said nothing by then. */
export async function limitRowOn(context: Context, day: string) {
  return await context.db
    .selectFrom('redemption_rules')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('from_on', '<=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** False when somebody else wrote this version first. */
export async function insertLimits(
  context: Context,
  row: Omit<LimitsRow, 'street_id' | 'made_by' | 'made_by_name' | 'made_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('redemption_rules')
    .values({
      ...row,
      street_id: context.streetId,
      made_by: context.actor.accountId ?? '',
      made_by_name: context.actor.displayName,
      made_at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
