// Hours become points, and corrected hours correct them. Hours themselves are never touched here (J11).
import type { z } from 'zod';
import type { hoursCorrected, hoursRecorded } from '#contract/attendance/events.ts';
import { pointsTakenBack, recoveryOpened } from '#contract/points/events.ts';
import type { Context } from '#kernel/context.ts';
import { getSession } from '#modules/activities/index.ts';
import { commandIdOf } from '../rules.ts';
import { type EarningRow, earningsOfRoot, openRecovery, rootOf, settleEarning } from '../store/earnings.ts';
import { ask } from './commands.ts';
import { grantAll, grantFor } from './grant.ts';

type Recorded = z.output<typeof hoursRecorded.data>;
type Corrected = z.output<typeof hoursCorrected.data>;

/**
 * Minutes of volunteers earn by how they were proven; hours of participants and children are no service. When an
 * activity ends, those of all who were there come together.
 */
export async function earnHours(context: Context, recorded: readonly Recorded[]): Promise<void> {
  const titles = new Map<string, string | null>();
  for (const { sessionId } of recorded)
    if (!titles.has(sessionId)) titles.set(sessionId, (await getSession(context, sessionId))?.title ?? null);
  await grantAll(
    context,
    recorded.map((hours) => ({
      source: `hours_${hours.source}` as const,
      evidence: hours.entryId,
      personId: hours.personId,
      familyId: hours.familyId,
      quantity: hours.minutes,
      programmeId: hours.programmeId,
      title: titles.get(hours.sessionId) ?? null,
      happenedAt: hours.startedAt,
    })),
  );
}

/**
 * What the old minutes earned is taken back and the right minutes earn anew. Points that are spent stay; what they are
 * too many becomes a debt, what they are too few is granted.
 */
export async function correctHours(context: Context, correction: Corrected): Promise<void> {
  const { entryId, correctsId, minutesAfter } = correction;
  const root = await rootOf(context, correctsId);
  if (!root) return;
  const earlier = await earningsOfRoot(context, root);
  const [first] = earlier;
  if (!first || earlier.some(({ evidence_id }) => evidence_id === entryId)) return;

  const kept: EarningRow[] = [];
  for (const earning of earlier) {
    if (earning.amount > 0 && !(await takeBack(context, earning, entryId))) kept.push(earning);
  }
  const keptMinutes = kept.reduce((sum, { quantity }) => sum + quantity, 0);
  if (minutesAfter >= keptMinutes) {
    await grantFor(context, {
      source: first.source as `hours_self`,
      evidence: entryId,
      root,
      personId: first.person_id,
      familyId: first.family_id,
      quantity: minutesAfter - keptMinutes,
      programmeId: first.activity_programme_id,
      title: first.title,
      happenedAt: first.happened_at,
    });
    return;
  }
  await owe(context, root, entryId, kept, keptMinutes - minutesAfter);
}

/** False when the points are spent already (R10). */
async function takeBack(context: Context, earning: EarningRow, entryId: string): Promise<boolean> {
  const commandId = commandIdOf('correct', context.streetId, earning.id, entryId);
  const answer =
    earning.outcome === 'notice'
      ? await voidOrReverse(context, earning, commandId)
      : await ask(context, 'reverse', { transfer: earning.transfer_id, reason: entryId }, commandId);
  if (answer.error) return false;
  await settleEarning(context, earning.id, { outcome: 'reversed', amount: 0 });
  await context.emit({
    name: pointsTakenBack.name,
    subject: { module: 'points', id: earning.account_id },
    data: { accountId: earning.account_id, amount: earning.amount },
  });
  return true;
}

/** Points under notice are withdrawn; if the notice is over they are a transfer with the same id. */
async function voidOrReverse(context: Context, { transfer_id }: EarningRow, commandId: string) {
  const answer = await ask(context, 'void', { hold: transfer_id }, commandId);
  if (answer.error !== 'hold_already_captured') return answer;
  const again = commandIdOf(commandId, 'reverse');
  return await ask(context, 'reverse', { transfer: transfer_id, reason: 'hours' }, again);
}

async function owe(
  context: Context,
  root: string,
  entryId: string,
  kept: readonly EarningRow[],
  minutes: number,
): Promise<void> {
  const [first] = kept;
  const points = kept.reduce((sum, { amount }) => sum + amount, 0);
  const all = kept.reduce((sum, { quantity }) => sum + quantity, 0);
  if (!first || all === 0) return;
  const due = Math.ceil((points * minutes) / all);
  await openRecovery(context, {
    id: commandIdOf('recovery', context.streetId, entryId),
    account_id: first.account_id,
    root_id: root,
    due,
  });
  await context.emit({
    name: recoveryOpened.name,
    subject: { module: 'points', id: first.account_id },
    data: { accountId: first.account_id, due },
  });
}
