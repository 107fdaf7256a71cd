// SQL of the phones that keep readings.
import type { Context } from '#kernel/context.ts';

export async function findDevice(context: Context, deviceId: string) {
  return await context.db
    .selectFrom('devices')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', deviceId)
    .executeTakeFirst();
}

export async function seeDevice(context: Context, deviceId: string, accountId: string): Promise<void> {
  const seen = { account_id: accountId, name: context.request.device, last_seen_at: context.now };
  await context.db
    .insertInto('devices')
    .values({ street_id: context.streetId, id: deviceId, ...seen, first_seen_at: context.now })
    .onConflict((conflict) => conflict.columns(['street_id', 'id']).doUpdateSet(seen))
    .execute();
}

export async function markWiped(context: Context, deviceId: string): Promise<void> {
  await context.db
    .updateTable('devices')
    .set({ wiped_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('id', '=', deviceId)
    .execute();
}

/** Answers how many phones are told. */
export async function orderWipe(context: Context, accountId: string): Promise<number> {
  const told = await context.db
    .updateTable('devices')
    .set({ wipe_ordered_at: context.now, wiped_at: null })
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return Number(told.numUpdatedRows);
}
