// The working calendar as data: one record a day, read once, asked often. No I/O.
import { parse } from 'csv-parse/sync';
import { dayKindLabels } from '#contract/calendar/words.ts';
import { addDays, isDay, weekdayOf } from '#kernel/calendar/time.ts';
import { Problem } from '#kernel/problem.ts';

export type DayKind = keyof typeof dayKindLabels;

export interface CalendarDay {
  /** `2026-10-08`, in Asia/Shanghai. */
  day: string;
  isWorkday: boolean;
  kind: DayKind;
  /** Chinese name of the holiday, empty on an ordinary day. */
  name: string;
}

/** The year was needed but its holiday notice has not been loaded; the answer assumed Monday to Friday. */
export interface CalendarWarning {
  code: 'calendar.year_unpublished';
  details: { year: number };
}

export interface WorkCalendar {
  find(day: string): CalendarDay | undefined;
  /** The years with at least one loaded day, ascending. */
  years: readonly number[];
}

/** Calendar over the given days; a later record of the same day wins, so that local days can follow the national ones. */
export function workCalendar(days: Iterable<CalendarDay>): WorkCalendar {
  const byDay = new Map<string, CalendarDay>();
  for (const day of days) byDay.set(day.day, day);
  const years = [...new Set([...byDay.keys()].map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  return { find: (day) => byDay.get(day), years };
}

/** Answers questions about days and remembers which unpublished years it had to guess for. */
export function calendarReader(calendar: WorkCalendar) {
  const guessed = new Set<number>();

  return {
    isWorkday(day: string): boolean {
      const known = calendar.find(day);
      if (known) return known.isWorkday;

      guessed.add(Number(day.slice(0, 4)));
      const weekday = weekdayOf(day);
      return weekday !== 0 && weekday !== 6;
    },
    warnings(): CalendarWarning[] {
      return [...guessed]
        .sort((a, b) => a - b)
        .map((year) => ({ code: 'calendar.year_unpublished', details: { year } }));
    },
  };
}

export type CalendarReader = ReturnType<typeof calendarReader>;

/** The first workday on or after `day`. */
export function workdayFrom(day: string, reader: CalendarReader): string {
  for (let ahead = 0; ahead < DAYS_WITHOUT_WORK_MAX; ahead++) {
    const candidate = addDays(day, ahead);
    if (reader.isWorkday(candidate)) return candidate;
  }
  throw new Error(`no workday within ${DAYS_WITHOUT_WORK_MAX} days after ${day}`);
}

// The longest Chinese holiday is nine days; a calendar with more than two months off is a broken one.
const DAYS_WITHOUT_WORK_MAX = 62;

/**
 * Reads `date,weekday,is_workday,kind,name` with a header line.
 * @throws Problem 422 `calendar.day_invalid` with the line number.
 */
export function parseCalendarCsv(text: string): CalendarDay[] {
  const rows: Record<string, string>[] = parse(text, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  return rows.map((row, index) => {
    const { date = '', is_workday, kind = '', name = '' } = row;
    if (!isDay(date) || !isDayKind(kind) || !/^[01]$/.test(is_workday ?? '')) {
      throw new Problem('calendar.day_invalid', 422, { line: index + 2, date, kind });
    }
    return { day: date, isWorkday: is_workday === '1', kind, name };
  });
}

function isDayKind(kind: string): kind is DayKind {
  return Object.hasOwn(dayKindLabels, kind);
}
