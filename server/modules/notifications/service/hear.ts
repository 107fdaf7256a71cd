// An event of a case becomes lines in inboxes and texts on their way, by the subscription table.
import type { Notice, NoticeFields } from '#contract/notifications/codes.ts';
import { casePlaces } from '#contract/notifications/places.ts';
import type { Subscription } from '#contract/notifications/subscriptions.ts';
import type { Context } from '#kernel/context.ts';
import { type Parties, partiesOf } from '#modules/cases/index.ts';
import { isHeard, isMuted, isTimer, subscriptionsFor } from '../rules.ts';
import { insertNotices } from '../store/notifications.ts';
import { preferencesOfMany } from '../store/preferences.ts';
import { accountsOf, type Warned } from './audience.ts';
import { queueText } from './queue.ts';

export interface Heard {
  eventId: string;
  caseId: string;
  actorId: string | null;
  /** State after it: by now the case may be further. */
  to: string | null;
  /** Move or act. */
  name: string;
  details: Record<string, unknown>;
}

export async function hear(context: Context, heard: Heard): Promise<void> {
  if (!isHeard(heard.name)) return;
  const parties = await partiesOf(context, heard.caseId);
  if (!parties) return;
  const warned = warnedOf(heard.details);
  const fields = fieldsOf(context, parties, heard.details);
  const { urgency } = parties.row;
  for (const one of subscriptionsFor({ name: heard.name, to: heard.to ?? '', urgency }))
    await tell(context, one, heard, parties, warned, fields);
}

async function tell(
  context: Context,
  one: Subscription,
  heard: Heard,
  parties: Parties,
  warned: Warned,
  fields: NoticeFields,
): Promise<void> {
  const accountIds =
    one.tell === 'requester'
      ? parties.requesters.flatMap(({ accountId }) => accountId ?? [])
      : (await accountsOf(context, one.tell, parties, warned)).filter((id) => id !== heard.actorId);
  const preferences = await preferencesOfMany(context, accountIds);
  const welcome = accountIds.filter((id) => !isMuted(one.kind, preferences.get(id)?.muted ?? []));
  await insertNotices(context, {
    accountIds: [...new Set(welcome)],
    eventId: heard.eventId,
    kind: one.kind,
    notice: noticeOf(one.notice, heard.details),
    fields,
    subject: { module: 'cases', id: heard.caseId },
  });
  if (!one.text) return;
  const recipients =
    one.tell === 'requester'
      ? parties.requesters.map((requester) => ({ kind: 'requester' as const, ...requester }))
      : accountIds.map((accountId) => ({ kind: 'account' as const, accountId }));
  for (const recipient of recipients)
    await queueText(context, {
      eventId: heard.eventId,
      caseId: heard.caseId,
      template: one.text,
      kind: one.kind,
      fields,
      recipient,
      preferences: recipient.accountId ? preferences.get(recipient.accountId) : undefined,
    });
}

const noticeOf = (notice: Notice, { lamp }: Record<string, unknown>): Notice =>
  notice === 'deadline_near' && lamp === 'red' ? 'deadline_passed' : notice;

interface Alarm {
  timer?: unknown;
  dueAt?: unknown;
}

function warnedOf({ tell, timers }: Record<string, unknown>): Warned {
  return {
    tell: Array.isArray(tell) ? tell.map(String) : [],
    timers: alarmsOf(timers).map(({ timer }) => String(timer)),
  };
}

const alarmsOf = (timers: unknown): Alarm[] => (Array.isArray(timers) ? (timers as Alarm[]) : []);

function fieldsOf(context: Context, { row }: Parties, details: Record<string, unknown>): NoticeFields {
  const alarms = alarmsOf(details.timers);
  const soonest = alarms.map(({ dueAt }) => String(dueAt)).toSorted()[0];
  const { PUBLIC_URL } = context.services.config;
  return {
    number: row.number,
    subject: row.title,
    street: context.street.name,
    ...(row.lead_name ? { unit: row.lead_name } : {}),
    ...(row.due_at ? { due: row.due_at } : {}),
    ...(PUBLIC_URL ? { link: new URL(casePlaces.track, PUBLIC_URL).href } : {}),
    ...(alarms.length > 0 ? { timers: alarms.map(({ timer }) => timer).filter(isTimer) } : {}),
    ...(soonest ? { soonest } : {}),
  };
}
