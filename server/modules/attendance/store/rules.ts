// Versions of what the street says about hours.
import type { Context } from '#kernel/context.ts';

export type RuleRow = Awaited<ReturnType<typeof ruleRows>>[number];

/** The newest first. */
export async function ruleRows(context: Context) {
  return await context.db
    .selectFrom('hours_rules')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
}

/** The newest whose day has come; undefined where the street said nothing by then. */
export async function ruleRowOn(context: Context, day: string) {
  return await context.db
    .selectFrom('hours_rules')
    .select(['version', 'day_minutes_max', 'star_hours'])
    .where('street_id', '=', context.streetId)
    .where('from_on', '<=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** False when somebody else wrote this version first. */
export async function insertRule(
  context: Context,
  row: Pick<RuleRow, 'version' | 'day_minutes_max' | 'star_hours' | 'from_on' | 'reason'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('hours_rules')
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
