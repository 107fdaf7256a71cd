// The date of an order that came without one: the street's own limit, from the moment the hotline took the call.
import type { Urgency } from '#contract/cases/codes.ts';
import { limitOf } from '#contract/cases/sla.ts';
import type { Context } from '#kernel/context.ts';
import { count } from '../../clocks/count.ts';
import { findMatter } from '../../store/matters.ts';
import { slaFor } from '../limits.ts';
import { calendarFrom } from '../turn.ts';

export async function ownDue(
  context: Context,
  order: { receivedAt: string; urgency: Urgency | null; matterCode: string | null },
): Promise<string> {
  const matter = order.matterCode ? await findMatter(context, order.matterCode) : undefined;
  const sla = await slaFor(context, null);
  const urgency = order.urgency ?? matter?.urgency ?? 'ordinary';
  const limit = limitOf(sla, 'total', {
    kind: 'hotline_order',
    urgency,
    tier: 1,
    matterCode: order.matterCode,
  });
  if (!limit) return order.receivedAt;
  const calendar = await calendarFrom(context, order.receivedAt);
  return count(order.receivedAt, limit, { sla, calendar }).dueAt.toISOString();
}
