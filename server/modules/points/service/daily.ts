// What the clock does: notices that are over, holds that lapsed, points that ran out, and the check of it all.
import { ledgerBroken } from '#contract/points/events.ts';
import type { Context } from '#kernel/context.ts';
import { isSweepDue } from '../store/accounts.ts';
import { violationsOf } from '../store/ledger.ts';
import { dueNotices, keepCheck, markEarning } from '../store/notice.ts';
import { ask, command } from './commands.ts';

/** A sweep of the ledger takes at most 200 accounts; what is left follows at the next tick. */
const roundsMax = 20;
const noticesMax = 500;

export async function releaseNotices(context: Context): Promise<void> {
  for (const holdId of await dueNotices(context, noticesMax)) {
    const answer = await ask(context, 'release', { hold: holdId });
    if (!answer.error) await markEarning(context, holdId, 'granted');
  }
}

export async function lapseHolds(context: Context): Promise<void> {
  await sweep(context, 'lapse');
}

export async function expireLots(context: Context): Promise<void> {
  await sweep(context, 'expire');
}

async function sweep(context: Context, kind: 'lapse' | 'expire'): Promise<void> {
  for (let round = 0; round < roundsMax; round++) {
    if (!(await isSweepDue(context, kind))) return;
    await command(context, kind, {});
  }
}

/** Keeps the result; a broken invariant is told as an event and shown on the page of months until it is gone. */
export async function checkLedger(context: Context): Promise<void> {
  const broken = await violationsOf(context.db, context.streetId);
  await keepCheck(context, broken);
  if (broken.length === 0) return;
  await context.emit({
    name: ledgerBroken.name,
    subject: { module: 'points', id: context.newId() },
    data: { rules: [...new Set(broken.map(({ rule }) => rule))] },
  });
}
