import type { CalendarDayRecord, CalendarYear } from '#contract/system/records.ts';
import type { CalendarDay } from '#kernel/calendar/days.ts';
import { addDays, daysBetween } from '#kernel/calendar/time.ts';
import { guessedDay } from './rules.ts';

export interface NationalRow {
  day: string;
  is_workday: boolean;
  kind: CalendarDay['kind'];
  name: string;
  source: string;
}

export interface StreetRow extends Omit<NationalRow, 'source'> {
  reason: string;
  set_at: string;
  set_by: string;
}

/** A day as deadlines count it: the street's own, else the national one, else a guess. */
export function viewDay(
  day: string,
  national: NationalRow | undefined,
  own: StreetRow | undefined,
): CalendarDayRecord {
  const row = own ?? national;
  const { isWorkday, kind, name } = row ? { ...row, isWorkday: row.is_workday } : guessedDay(day);
  return {
    day,
    isWorkday,
    kind,
    name,
    local: own ? { reason: own.reason, setBy: own.set_by, setAt: own.set_at } : null,
  };
}

export function viewYear(
  year: number,
  national: readonly NationalRow[],
  own: readonly StreetRow[],
): CalendarYear {
  const nationalByDay = new Map(national.map((row) => [row.day, row]));
  const ownByDay = new Map(own.map((row) => [row.day, row]));
  const first = `${year}-01-01`;
  const length = daysBetween(first, `${year + 1}-01-01`);
  const days = Array.from({ length }, (_, index) => addDays(first, index)).map((day) =>
    viewDay(day, nationalByDay.get(day), ownByDay.get(day)),
  );
  const count = (...kinds: CalendarDay['kind'][]) => days.filter((day) => kinds.includes(day.kind)).length;
  return {
    year,
    published: national.length === length,
    source: national[Math.floor(national.length / 2)]?.source ?? null,
    days,
    counts: {
      workdays: count('workday', 'makeup_workday'),
      weekends: count('weekend'),
      holidays: count('holiday'),
      makeupWorkdays: count('makeup_workday'),
    },
  };
}
