// The date of an order that came without one: the street's own limit, from the moment the hotline took the call.
import type { Urgency } from '#contract/cases/codes.ts';
import { limitOf } from '#contract/cases/sla.ts';
import { keptCalendar } from '#kernel/calendar/kept.ts';
import type { Context } from '#kernel/context.ts';
import { count } from '../../clocks/count.ts';
import { slaFor } from '../limits.ts';

export async function ownDue(
  context: Context,
  order: { receivedAt: string; urgency: Urgency; matterCode: string | null },
): Promise<string> {
  const sla = await slaFor(context, null);
  const { receivedAt, urgency, matterCode } = order;
  const limit = limitOf(sla, 'total', { kind: 'hotline_order', urgency, tier: 1, matterCode });
  if (!limit) return receivedAt;
  const calendar = await keptCalendar(context);
  return count(receivedAt, limit, { sla, calendar }).dueAt.toISOString();
}
