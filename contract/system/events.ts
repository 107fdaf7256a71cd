import { z } from 'zod';
import { day } from '#contract/common.ts';
import { event } from '#contract/define.ts';

/** A year's days are known now: deadlines that reached into it are computed anew. */
export const yearPublished = event(
  'calendar.year_published',
  z.object({ year: z.number().int(), workdayCount: z.number().int(), source: z.string() }),
);
export const daySet = event('calendar.day_set', z.object({ day, isWorkday: z.boolean() }));
export const dayReset = event('calendar.day_reset', z.object({ day }));
