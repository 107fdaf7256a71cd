// The calendar that the clocks of cases ask at every step, read once and forgotten when a day changes.
import type { WorkCalendar } from '#kernel/calendar/days.ts';
import { readCalendar } from '#kernel/calendar/stored.ts';
import type { Context } from '#kernel/context.ts';
import { kept } from '#kernel/kept.ts';

/** Every day that is known, of the past years and of those to come. */
const everyDay = { from: '2000-01-01', to: '2100-01-01' };

const calendars = kept(({ db, streetId }) => readCalendar(db, streetId, everyDay));

export const keptCalendar = (context: Context): Promise<WorkCalendar> => calendars.get(context);
export const forgetCalendar = (context: Context): void => calendars.forget(context);
