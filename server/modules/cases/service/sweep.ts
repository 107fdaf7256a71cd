// Timed work: it warns, hands up, and wakes. It never approves, closes or answers anything.
import type { Teller } from '#contract/cases/sla.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { type CaseClock, due, rungsReached } from '../clocks/count.ts';
import { moved } from '../rules.ts';
import { stateOf } from '../state.ts';
import { type CaseRow, findCaseRow } from '../store/cases.ts';
import { casesToWarn, clocksOf } from '../store/timers.ts';
import { resume } from './review.ts';
import { makeNote } from './step.ts';
import { escalateByTimer } from './tiers.ts';
import { slaOfRow } from './turn.ts';

/** A minute's work is bounded; what is left over goes the next time. */
const casesMax = 300;

/** Each case in a transaction of its own, so that one that cannot be warned holds up no other. */
export async function sweepTimers(context: Context): Promise<void> {
  for (const caseId of await casesToWarn(context, casesMax)) {
    try {
      await context.apart((own) => sweepCase(own, caseId));
    } catch (error) {
      // Somebody was at the case in this very moment, or a unit is missing: the next minute tries again.
      if (!(error instanceof Problem)) throw error;
      context.services.log.warn({ case: caseId, code: error.code }, 'case not warned');
    }
  }
}

async function sweepCase(context: Context, caseId: string): Promise<void> {
  const row = await findCaseRow(context, caseId);
  if (!row) return;
  const now = context.now.toISOString();
  const late = (await clocksOf(context, caseId)).filter(
    (clock) => clock.alarmAt !== null && clock.alarmAt <= now,
  );
  const ended = (timer: CaseClock['timer']) =>
    late.some((clock) => clock.timer === timer && clock.dueAt <= now);
  if (ended('hang_review') && moved(stateOf(row), 'resume')) await resume(context, row, null);
  else if (ended('tier') && moved(stateOf(row), 'escalate_tier')) await escalateByTimer(context, row);
  else if (late.length > 0) await warn(context, row, late);
}

/** One line for all clocks that have something to say; after a day without sweeps only the last rung is told. */
async function warn(context: Context, row: CaseRow, late: readonly CaseClock[]): Promise<void> {
  const sla = await slaOfRow(context, row);
  const alarms = late.map((clock) => ({
    timer: clock.timer,
    part: clock.part,
    rung: rungsReached(clock, sla, context.now),
    lamp: due(clock, context.now) ? ('red' as const) : ('yellow' as const),
    dueAt: clock.dueAt,
  }));
  const tell = new Set<Teller>();
  late.forEach((clock, index) => {
    for (const rung of sla.ladder.slice(clock.given, alarms[index]?.rung))
      for (const one of rung.tell) tell.add(one);
  });
  const lamp = alarms.some((alarm) => alarm.lamp === 'red') ? 'red' : 'yellow';
  await makeNote(context, row, 'warn_overdue', {
    data: { lamp, tell: [...tell], timers: alarms },
    clock: { alarms: alarms.map(({ timer, part, rung }) => ({ timer, part, rung })) },
  });
}
