// Dates counted anew after the calendar has changed: in batches, with a line in the timeline of every case that moves.
import { keptCalendar } from '#kernel/calendar/kept.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import type { CaseClock } from '../clocks/count.ts';
import { replayTimers } from '../clocks/replay.ts';
import { findCaseRow } from '../store/cases.ts';
import { askRecount, casesRunning, clocksOf, noteRecount, recountAsked } from '../store/timers.ts';
import { makeNote } from './step.ts';
import { clockSteps, slaOfRow } from './turn.ts';

const casesMax = 200;

export const askForRecount = (reason: string) => (context: Context) => askRecount(context, reason);

/** The next batch of a recount that was asked for; each case in a transaction of its own. */
export async function continueRecount(context: Context): Promise<void> {
  const asked = await recountAsked(context);
  if (!asked) return;
  const caseIds = await casesRunning(context, asked.after_case, casesMax);
  for (const caseId of caseIds) {
    try {
      await context.apart((own) => recountCase(own, caseId, asked.reason));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      context.services.log.warn({ case: caseId, code: error.code }, 'case not recounted');
    }
  }
  await noteRecount(context, asked.asked_at, caseIds.length < casesMax ? null : (caseIds.at(-1) ?? null));
}

/** True when a date moved. */
export async function recountCase(context: Context, caseId: string, reason: string): Promise<boolean> {
  const row = await findCaseRow(context, caseId);
  if (!row) return false;
  const before = await clocksOf(context, caseId);
  if (!before.some(({ clock }) => clock === 'work_hour' || clock === 'work_day')) return false;
  const calendar = await keptCalendar(context);
  const { clocks } = replayTimers(row.kind, await clockSteps(context, caseId), {
    sla: await slaOfRow(context, row),
    calendar,
  });
  const changes = before.flatMap((old) => changeOf(old, clocks));
  if (changes.length === 0) return false;
  await makeNote(context, row, 'recompute', {
    data: { reason, changes },
    clock: { recounted: changes.map(({ timer, part }) => ({ timer, part })) },
  });
  return true;
}

function changeOf(old: CaseClock, clocks: readonly CaseClock[]) {
  const now = clocks.find(({ timer, part }) => timer === old.timer && part === old.part);
  if (!now || (now.dueAt === old.dueAt && now.guessed === old.guessed)) return [];
  return [{ timer: old.timer, part: old.part, before: old.dueAt, after: now.dueAt }];
}
