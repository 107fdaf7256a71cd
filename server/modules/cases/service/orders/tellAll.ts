// What an import has brought, told once when it ends: how many orders wait, and where.
import { ordersOpened } from '#contract/cases/events.ts';
import type { Context } from '#kernel/context.ts';
import { lastTold, ordersByCommunity } from '../../store/orders.ts';

/** @param until when the import ended or was stopped; what comes after a stop is told after the next end */
export async function tellOfOrders(context: Context, importId: string, until: string): Promise<void> {
  const last = await lastTold(context, importId);
  if (!last) return;
  const { by } = last;
  const places = await ordersByCommunity(context, { ...last, until });
  if (places.length === 0) return;
  await context.emit({
    name: ordersOpened.name,
    subject: { module: 'imports', id: importId },
    areaPath: `/${context.streetId}/`,
    data: { places, by, until },
  });
}
