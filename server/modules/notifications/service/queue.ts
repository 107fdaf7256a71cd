// Puts a text on its way: which channel, and when it may leave.
import type {
  NoticeFields,
  NotificationKind,
  TextChannel,
  TextTemplate,
} from '#contract/notifications/codes.ts';
import type { Context } from '#kernel/context.ts';
import { openidOf } from '#modules/identity/index.ts';
import { isMuted, mayLeaveAt, textFields, usualQuiet } from '../rules.ts';
import { insertDelivery } from '../store/deliveries.ts';
import type { Preferences } from '../store/preferences.ts';
import { hasSms, wechatOf } from './senders/senders.ts';

export type Recipient =
  | { kind: 'account'; accountId: string }
  | { kind: 'requester'; requesterId: string; accountId: string | null; hasPhone: boolean };

export interface ToQueue {
  eventId: string;
  caseId: string;
  template: TextTemplate;
  kind: NotificationKind;
  fields: NoticeFields;
  recipient: Recipient;
  preferences: Preferences | undefined;
}

export async function queueText(context: Context, given: ToQueue): Promise<void> {
  const { recipient, preferences, kind } = given;
  const isCritical = kind === 'alarm';
  const isWelcome = preferences ? preferences.texts && !isMuted(kind, preferences.muted) : true;
  if (!isWelcome && !isCritical) return;
  const channel = await channelFor(context, recipient);
  if (!channel) return;
  await insertDelivery(context, {
    eventId: given.eventId,
    caseId: given.caseId,
    recipient:
      recipient.kind === 'account'
        ? { kind: 'account', id: recipient.accountId }
        : { kind: 'requester', id: recipient.requesterId },
    channel,
    template: given.template,
    fields: textFields(given.fields),
    leavesAt: mayLeaveAt(context.now, preferences ?? usualQuiet, isCritical),
  });
}

/** WeChat where the person is bound to it, else a text to the phone; in the demo, the page of texts. */
async function channelFor(context: Context, recipient: Recipient): Promise<TextChannel | null> {
  const wechat = wechatOf(context);
  if (wechat && recipient.accountId && (await openidOf(context, recipient.accountId, wechat.account.appid)))
    return 'wechat';
  const hasPhone = recipient.kind === 'account' || recipient.hasPhone;
  if (!hasPhone) return null;
  if (hasSms(context)) return 'sms';
  return context.street.demo ? 'outbox' : null;
}
