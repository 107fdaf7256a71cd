// One clock of a case: begun, paused, resumed, warned of. Pure; every function answers a new record.
import type { Timer } from '#contract/cases/codes.ts';
import { kindRules, ranksOf } from '#contract/cases/kinds.ts';
import { type ClockType, type Limit, type Limited, levelShareMax, type Sla } from '#contract/cases/sla.ts';
import { type Due, dueAfterPause, dueAt } from '#kernel/calendar/clocks.ts';
import type { WorkCalendar } from '#kernel/calendar/days.ts';
import { yellowAt } from './lamp.ts';

const HOUR_MS = 3_600_000;

/** By what time is counted; the same three give the same dates for ever. */
export interface Counting {
  sla: Sla;
  calendar: WorkCalendar;
}

/** A clock as it is stored; instants are ISO text. */
export interface CaseClock {
  timer: Timer;
  /** Level of a review, tier of a property request, else 1. */
  part: number;
  startedAt: string;
  dueAt: string;
  /** The date before pauses, extensions and recomputations. */
  firstDueAt: string;
  clock: ClockType;
  pausedAt: string | null;
  stoppedAt: string | null;
  yellowAt: string;
  /** Rungs of the ladder that have been told. */
  given: number;
  /** When the next rung is due; null when nothing is left to tell. */
  alarmAt: string | null;
  /** Counted in a year whose holidays are not known yet. */
  guessed: boolean;
}

export interface Begun {
  timer: Timer;
  part: number;
  startedAt: string;
  dueAt: string;
  clock: ClockType;
  guessed?: boolean;
}

export function begin(from: Begun, sla: Sla): CaseClock {
  return armed(
    {
      pausedAt: null,
      stoppedAt: null,
      given: 0,
      yellowAt: '',
      alarmAt: null,
      guessed: false,
      ...from,
      firstDueAt: from.dueAt,
    },
    sla,
  );
}

/** The clock with its lamp and its next warning. */
export function armed(clock: CaseClock, sla: Sla): CaseClock {
  const stands = clock.stoppedAt !== null || clock.pausedAt !== null;
  const yellow = yellowAt(clock.startedAt, clock.dueAt, sla);
  const next = alarmTimes({ ...clock, yellowAt: yellow }, sla)[clock.given];
  return { ...clock, yellowAt: yellow, alarmAt: stands ? null : (next ?? null) };
}

/** When each rung of the ladder is reached. */
export function alarmTimes(
  clock: Pick<CaseClock, 'timer' | 'startedAt' | 'dueAt' | 'yellowAt'>,
  sla: Sla,
): string[] {
  const due = Date.parse(clock.dueAt);
  const whole = Math.max(0, due - Date.parse(clock.startedAt));
  return sla.ladder
    .slice(0, sla.reach[clock.timer])
    .map(({ lamp, after, hoursMax }) =>
      lamp === 'yellow'
        ? clock.yellowAt
        : new Date(due + Math.min(whole * after, hoursMax * HOUR_MS)).toISOString(),
    );
}

export function count(from: string, limit: Limit, by: Counting): Due {
  return dueAt(new Date(from), limit.amount, limit.clock, by.calendar, { workingHours: by.sla.workingHours });
}

export const stopped = (clock: CaseClock, at: string, sla: Sla): CaseClock =>
  clock.stoppedAt === null ? armed({ ...clock, stoppedAt: at }, sla) : clock;

export const paused = (clock: CaseClock, at: string, sla: Sla): CaseClock =>
  clock.stoppedAt === null && clock.pausedAt === null ? armed({ ...clock, pausedAt: at }, sla) : clock;

/** What was left when it stood still is left now; a limit that had run out is not given back. */
export function resumed(clock: CaseClock, at: string, by: Counting): CaseClock {
  const stood = clock.pausedAt ?? clock.stoppedAt;
  if (stood === null) return clock;
  const options = { workingHours: by.sla.workingHours };
  const next = dueAfterPause(
    new Date(clock.dueAt),
    new Date(stood),
    new Date(at),
    clock.clock,
    by.calendar,
    options,
  );
  const guessed = clock.guessed || next.warnings.length > 0;
  const due = next.dueAt.toISOString();
  return armed({ ...clock, dueAt: due, pausedAt: null, stoppedAt: null, guessed }, by.sla);
}

/** It was stopped and did not stand still: its date is what it was. */
export const goneOn = (clock: CaseClock, sla: Sla): CaseClock => armed({ ...clock, stoppedAt: null }, sla);

/** A new date is warned of anew. */
export const moved = (clock: CaseClock, due: string, sla: Sla): CaseClock =>
  due === clock.dueAt ? clock : armed({ ...clock, dueAt: due, given: 0 }, sla);

/** The date for the unit: the outer date less the time of every review level (domain.md 7.4). */
export function innerDue(total: Pick<CaseClock, 'startedAt' | 'dueAt'>, of: Limited, sla: Sla): string {
  const due = Date.parse(total.dueAt);
  const room = Math.max(0, due - Date.parse(total.startedAt)) * levelShareMax;
  const levels =
    ranksOf(sla.kinds[of.kind] ?? kindRules[of.kind], of.tier).length * sla.levelHours[of.urgency] * HOUR_MS;
  return new Date(due - Math.min(room, levels)).toISOString();
}

export const due = (clock: Pick<CaseClock, 'dueAt'>, now: Date): boolean => clock.dueAt <= now.toISOString();

/** How many rungs of the ladder a clock has come to by now. */
export function rungsReached(clock: CaseClock, sla: Sla, now: Date): number {
  return alarmTimes(clock, sla).filter((at) => at <= now.toISOString()).length;
}
