import type { Limit } from '#contract/cases/sla.ts';
import { dueAt } from '#kernel/calendar/clocks.ts';
import { readCalendar } from '#kernel/calendar/stored.ts';
import { addDays, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';

const calendarDays = 60;

/** The end of a limit that starts now, by the calendar of the street. */
export async function endOf(context: Context, { amount, clock }: Limit): Promise<Date> {
  const today = dayOf(context.now);
  const asks = clock === 'work_hour' || clock === 'work_day';
  const span = { from: today, to: asks ? addDays(today, calendarDays) : today };
  const calendar = await readCalendar(context.db, context.streetId, span);
  return dueAt(context.now, amount, clock, calendar).dueAt;
}
