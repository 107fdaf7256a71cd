// The one place that reads the calendar file that ships with the product.
import { readFile } from 'node:fs/promises';
import { type CalendarDay, parseCalendarCsv } from '#kernel/calendar/days.ts';

const file = new URL('../../../packs/calendar/cn-workdays.csv', import.meta.url);

/** The days of packs/calendar/cn-workdays.csv, seed of the calendar a street keeps. */
export async function nationalDays(): Promise<CalendarDay[]> {
  return parseCalendarCsv(await readFile(file, 'utf8'));
}
