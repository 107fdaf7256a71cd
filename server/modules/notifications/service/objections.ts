// Public notice: who objected reads the answer, which for points stands on no list afterwards.
import type { Context } from '#kernel/context.ts';
import { isMuted } from '../rules.ts';
import { insertNotices } from '../store/notifications.ts';
import { preferencesOfMany } from '../store/preferences.ts';

interface ToTell {
  eventId: string;
  upheld: boolean;
  /** What it was about; the page of the notice is where it leads. */
  subject: { module: string; id: string };
  answered: { accountId: string; answer: string } | null;
}

export async function tellObjector(context: Context, told: ToTell): Promise<void> {
  if (!told.answered) return;
  const { accountId, answer } = told.answered;
  const preferences = await preferencesOfMany(context, [accountId]);
  if (isMuted('answer', preferences.get(accountId)?.muted ?? [])) return;
  await insertNotices(context, {
    accountIds: [accountId],
    eventId: told.eventId,
    kind: 'answer',
    notice: told.upheld ? 'objection_upheld' : 'objection_dismissed',
    fields: { subject: answer },
    subject: told.subject,
  });
}
