import type { Context } from '#kernel/context.ts';

export async function findChoice(context: Context, accountId: string): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('home_choices')
    .select('area_id')
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.area_id;
}

/** The latest choice stands; two at once end as one. */
export async function saveChoice(context: Context, accountId: string, areaId: string): Promise<void> {
  const values = { area_id: areaId, chosen_at: context.now };
  await context.db
    .insertInto('home_choices')
    .values({ street_id: context.streetId, account_id: accountId, ...values })
    .onConflict((conflict) => conflict.columns(['street_id', 'account_id']).doUpdateSet(values))
    .execute();
}
