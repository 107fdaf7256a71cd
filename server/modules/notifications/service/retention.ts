import type { Context } from '#kernel/context.ts';
import { deleteOldDeliveries } from '../store/deliveries.ts';
import { deleteOldRows } from '../store/notifications.ts';

const DAY_MS = 86_400_000;
const readDays = 90;
const anyDays = 365;
const deliveryDays = 180;
const rowsMax = 5000;

/** What has been read is kept a season, what has not a year, the log of texts half a year. */
export async function forgetOld(context: Context): Promise<void> {
  const before = (days: number) => new Date(context.now.getTime() - days * DAY_MS);
  await deleteOldRows(context, { read: before(readDays), any: before(anyDays) }, rowsMax);
  await deleteOldDeliveries(context, before(deliveryDays), rowsMax);
}
