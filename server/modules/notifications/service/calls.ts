// Calls to action: thousands may be told at once, so a notice for all of them is one statement.
import type { Notice } from '#contract/notifications/codes.ts';
import type { Context } from '#kernel/context.ts';
import { callFact } from '#modules/calls/index.ts';
import { insertNoticesAtOnce } from '../store/notifications.ts';

export async function tellCalled(
  context: Context,
  told: { eventId: string; callId: string; notice: Notice; which: 'all' | 'coming' },
): Promise<void> {
  const call = await callFact(context, told.callId, told.which);
  if (!call) return;
  await insertNoticesAtOnce(context, {
    accountIds: call.accountIds,
    eventId: told.eventId,
    kind: 'call',
    notice: told.notice,
    fields: {
      subject: call.title,
      due: call.startsAt,
      ...(call.cameCount === null ? {} : { count: String(call.cameCount) }),
    },
    subject: { module: 'calls', id: told.callId },
  });
}
