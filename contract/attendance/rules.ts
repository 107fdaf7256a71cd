// What a street says about hours: the most of one day, and the ladder of stars. Dated, never rewritten.
import { z } from 'zod';
import { can, datedChange, datedFields, done } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { starSteps } from './ladders.ts';

/** Hours from which each of the five stars is given, rising. */
export const starHours = z
  .array(z.number().int().min(1).max(20_000))
  .length(starSteps)
  .refine((steps) => steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0)));

export const hoursRule = z
  .object({
    ...datedFields,
    dayHoursMax: z.number().describe('Of one person on one day'),
    starHours: z.array(z.number().int()),
  })
  .meta({ id: 'HoursRule' });
export type HoursRuleRecord = z.output<typeof hoursRule>;

export const readHoursRules = endpoint({
  name: 'attendance.read_rules',
  method: 'GET',
  path: '/api/hours/rules',
  summary: 'Every version of the day’s cap and the ladder of stars, the newest first, with who made it.',
  access: 'activity.read',
  output: z.object({ items: z.array(hoursRule), can: can('change') }),
});

export const changeHoursRules = endpoint({
  name: 'attendance.change_rules',
  method: 'POST',
  path: '/api/hours/rules',
  summary: 'Adds a version that is in force from a day on, today at the earliest. What is on record stays.',
  access: 'activity.approve',
  body: z.object({
    dayHoursMax: z.number().int().min(1).max(24),
    starHours,
    ...datedChange,
  }),
  output: done,
});
