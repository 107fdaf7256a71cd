// When a limit runs out (民法典 201-204): hours count from the moment, days do not count the day they start on.
import assert from 'node:assert/strict';
import type { clockTypeLabels } from '#contract/calendar/words.ts';
import {
  type CalendarReader,
  type CalendarWarning,
  calendarReader,
  type WorkCalendar,
  workdayFrom,
} from '#kernel/calendar/days.ts';
import { officeHours, type SpanMs, spansOf, type WorkingHours } from '#kernel/calendar/hours.ts';
import { addDays, dayOf, daysBetween, instantOn } from '#kernel/calendar/time.ts';

/** `urgent_hour` runs day and night; `work_hour` only inside working hours. Amounts are hours or days. */
export type ClockType = keyof typeof clockTypeLabels;

export interface ClockOptions {
  workingHours?: WorkingHours;
  /**
   * A natural-day limit that would end on a day off moves to the next workday (民法典 203). The hotline
   * works through holidays, so the caller decides; off by default.
   */
  rollHoliday?: boolean;
}

export interface Due {
  /** A natural day ends at 24:00, that is at the first instant of the next day; a working day at the close of business. */
  dueAt: Date;
  /** The day people are told, `2026-10-07`; for a natural day the day before `dueAt`. */
  lastDay: string;
  /** Years that had to be guessed. Show them, and count again when the calendar is loaded. */
  warnings: CalendarWarning[];
}

/**
 * The end of `amount` hours or days after `start`. Days must be whole.
 * An `amount` of 0 days ends with the day of `start` (or, on `work_day`, with the workday it falls on or before).
 */
export function dueAt(
  start: Date,
  amount: number,
  clock: ClockType,
  calendar: WorkCalendar,
  options: ClockOptions = {},
): Due {
  assert(Number.isFinite(amount) && amount >= 0 && amount <= AMOUNT_MAX, `amount out of bounds: ${amount}`);

  const reader = calendarReader(calendar);
  const spans = spansOf(options.workingHours ?? officeHours);
  const end = counters[clock](start, amount, { reader, spans, roll: options.rollHoliday ?? false });
  return { dueAt: end, lastDay: lastDayOf(end), warnings: reader.warnings() };
}

interface Counting {
  reader: CalendarReader;
  spans: SpanMs[];
  roll: boolean;
}

const HOUR_MS = 3_600_000;
const AMOUNT_MAX = 20_000;

const counters: Record<ClockType, (start: Date, amount: number, counting: Counting) => Date> = {
  urgent_hour: (start, hours) => new Date(start.getTime() + Math.round(hours * HOUR_MS)),
  work_hour: (start, hours, counting) => afterWorkingMs(start, Math.round(hours * HOUR_MS), counting),
  work_day: (start, days, counting) => afterWorkdays(start, days, counting),
  natural_day: (start, days, counting) => afterNaturalDays(start, days, counting),
};

function afterWorkingMs(start: Date, ms: number, { reader, spans }: Counting): Date {
  let left = ms;
  for (let day = dayOf(start); ; day = addDays(day, 1)) {
    day = workdayFrom(day, reader);
    for (const span of spans) {
      const from = Math.max(instantOn(day, span.from).getTime(), start.getTime());
      const room = instantOn(day, span.to).getTime() - from;
      if (room <= 0) continue;
      if (left <= room) return new Date(from + left);
      left -= room;
    }
  }
}

function afterWorkdays(start: Date, days: number, { reader, spans }: Counting): Date {
  assert(Number.isInteger(days), `working days must be whole: ${days}`);
  const closing = spans.at(-1)?.to ?? 0;

  let day = dayOf(start);
  if (days === 0) day = workdayFrom(day, reader);
  for (let counted = 0; counted < days; counted++) day = workdayFrom(addDays(day, 1), reader);
  return instantOn(day, closing);
}

function afterNaturalDays(start: Date, days: number, { reader, roll }: Counting): Date {
  assert(Number.isInteger(days), `natural days must be whole: ${days}`);
  const last = addDays(dayOf(start), days);
  return instantOn(addDays(roll ? workdayFrom(last, reader) : last, 1));
}

/** The day an end belongs to: midnight closes the day before it. */
function lastDayOf(end: Date): string {
  return dayOf(new Date(end.getTime() - 1));
}

export interface Elapsed {
  /** Hours (may be broken) or whole days, as the clock counts. */
  amount: number;
  warnings: CalendarWarning[];
}

/**
 * What a clock has counted between two instants; 0 when `to` lies before `from`.
 * The inverse of `dueAt`: from a start to its end it gives the amount again.
 */
export function elapsed(
  from: Date,
  to: Date,
  clock: ClockType,
  calendar: WorkCalendar,
  workingHours: WorkingHours = officeHours,
): Elapsed {
  const reader = calendarReader(calendar);
  const amount =
    to <= from ? 0 : meters[clock](from, to, { reader, spans: spansOf(workingHours), roll: false });
  return { amount, warnings: reader.warnings() };
}

const meters: Record<ClockType, (from: Date, to: Date, counting: Counting) => number> = {
  urgent_hour: (from, to) => (to.getTime() - from.getTime()) / HOUR_MS,
  work_hour: (from, to, counting) => workingMs(from, to, counting) / HOUR_MS,
  work_day: (from, to, { reader }) => daysAfter(from, to).filter((day) => reader.isWorkday(day)).length,
  natural_day: (from, to) => daysBetween(dayOf(from), lastDayOf(to)),
};

function workingMs(from: Date, to: Date, { reader, spans }: Counting): number {
  let total = 0;
  for (const day of [dayOf(from), ...daysAfter(from, to)]) {
    if (!reader.isWorkday(day)) continue;
    for (const span of spans) {
      const begin = Math.max(instantOn(day, span.from).getTime(), from.getTime());
      const end = Math.min(instantOn(day, span.to).getTime(), to.getTime());
      total += Math.max(0, end - begin);
    }
  }
  return total;
}

/** The days after the day of `from`, up to the last day of `to`. */
function daysAfter(from: Date, to: Date): string[] {
  const first = dayOf(from);
  const count = Math.max(0, daysBetween(first, lastDayOf(to)));
  return Array.from({ length: count }, (_, index) => addDays(first, index + 1));
}

/**
 * The new end of a clock that stood still from `pausedAt` to `resumedAt`: what was left then is left now.
 * A limit that had already run out is not given back.
 */
export function dueAfterPause(
  due: Date,
  pausedAt: Date,
  resumedAt: Date,
  clock: ClockType,
  calendar: WorkCalendar,
  options: ClockOptions = {},
): Due {
  if (pausedAt >= due || resumedAt <= pausedAt) return { dueAt: due, lastDay: lastDayOf(due), warnings: [] };

  const left = elapsed(pausedAt, due, clock, calendar, options.workingHours);
  const next = dueAt(resumedAt, left.amount, clock, calendar, options);
  return { ...next, warnings: merged(left.warnings, next.warnings) };
}

function merged(...lists: CalendarWarning[][]): CalendarWarning[] {
  return [...new Map(lists.flat().map((warning) => [warning.details.year, warning])).values()];
}
