// One line for everybody who dispatches, about all the orders that an import brought to their places.
import type { Context } from '#kernel/context.ts';
import { insertNotices } from '../store/notifications.ts';
import { dispatchersAt } from './audience.ts';

export interface OrdersOpened {
  eventId: string;
  importId: string;
  /** Who imported knows it. */
  by: string;
  places: readonly { areaPath: string; count: number }[];
}

export async function tellOfOrders(context: Context, opened: OrdersOpened): Promise<void> {
  const counts = new Map<string, number>();
  for (const { areaPath, count } of opened.places)
    for (const accountId of await dispatchersAt(context, areaPath))
      if (accountId !== opened.by) counts.set(accountId, (counts.get(accountId) ?? 0) + count);
  for (const [count, told] of Map.groupBy(counts, ([, sum]) => sum))
    await insertNotices(context, {
      accountIds: told.map(([accountId]) => accountId),
      eventId: opened.eventId,
      kind: 'task',
      notice: 'orders_opened',
      fields: { count: String(count) },
      subject: { module: 'imports', id: opened.importId },
    });
}
