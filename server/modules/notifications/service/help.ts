// Mutual help: who of the neighbours is told what.

import { helpKindLabels } from '#contract/mutualhelp/words.ts';
import type { Notice } from '#contract/notifications/codes.ts';
import type { Context } from '#kernel/context.ts';
import { rolesWith } from '#modules/cases/index.ts';
import { accountsOfPersons, holdersAround } from '#modules/identity/index.ts';
import { type AskFact, askFact } from '#modules/mutualhelp/index.ts';
import { isMuted } from '../rules.ts';
import { insertNotices } from '../store/notifications.ts';
import { preferencesOfMany } from '../store/preferences.ts';

export interface ToTell {
  eventId: string;
  askId: string;
  notice: Notice;
  /** Persons of the register, by the ask as it stands. */
  whom: (ask: AskFact) => readonly string[] | Promise<readonly string[]>;
}

export async function tellNeighbours(
  context: Context,
  { eventId, askId, notice, whom }: ToTell,
): Promise<void> {
  const ask = await askFact(context, askId);
  if (!ask) return;
  const accounts = [...(await accountsOfPersons(context, [...(await whom(ask))])).values()];
  const preferences = await preferencesOfMany(context, accounts);
  await insertNotices(context, {
    accountIds: accounts.filter((id) => !isMuted('help', preferences.get(id)?.muted ?? [])),
    ...said(ask, eventId, notice),
    kind: 'help',
  });
}

/** The workers of the community who answer for mutual help there, the nearest. */
export async function tellCommunity(
  context: Context,
  { eventId, askId, notice }: Omit<ToTell, 'whom'>,
  concerns: (ask: AskFact) => boolean = () => true,
): Promise<void> {
  const ask = await askFact(context, askId);
  if (!ask || !concerns(ask)) return;
  const holders = await holdersAround(context, rolesWith('help.moderate'), ask.areaPath);
  const nearest = holders.filter(({ areaPath }) => areaPath === holders[0]?.areaPath);
  await insertNotices(context, {
    accountIds: [...new Set(nearest.map(({ accountId }) => accountId))],
    ...said(ask, eventId, notice),
    kind: 'task',
  });
}

const said = (ask: AskFact, eventId: string, notice: Notice) => ({
  eventId,
  notice,
  fields: { subject: helpKindLabels[ask.kind], due: ask.startsAt },
  subject: { module: 'mutualhelp', id: ask.askId },
});
