// Activities: who is told that a place came free, was drawn, or that nothing takes place.
import type { Notice } from '#contract/notifications/codes.ts';
import type { Context } from '#kernel/context.ts';
import { getSession } from '#modules/activities/index.ts';
import { accountsOfPersons } from '#modules/identity/index.ts';
import { isMuted } from '../rules.ts';
import { insertNoticesAtOnce } from '../store/notifications.ts';
import { preferencesOfMany } from '../store/preferences.ts';

interface ToTell {
  eventId: string;
  activityId: string;
  sessionId: string;
  notice: Notice;
  /** Persons of the register; who has no account has a guardian among them. */
  personIds: readonly string[];
  /** Until when something is to be done; the beginning where nothing is. */
  due?: string;
}

export async function tellSignedUp(context: Context, told: ToTell): Promise<void> {
  const session = await getSession(context, told.sessionId);
  if (!session) return;
  const accounts = [...(await accountsOfPersons(context, told.personIds)).values()];
  const preferences = await preferencesOfMany(context, accounts);
  await insertNoticesAtOnce(context, {
    accountIds: accounts.filter((id) => !isMuted('activity', preferences.get(id)?.muted ?? [])),
    eventId: told.eventId,
    kind: 'activity',
    notice: told.notice,
    fields: { subject: session.title, due: told.due ?? session.startsAt },
    subject: { module: 'activities', id: told.activityId },
  });
}
