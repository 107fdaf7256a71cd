// The day's cap and the ladder of stars: a new version from a day on, in the name of who made it.
import { hoursRulesChanged } from '#contract/attendance/events.ts';
import { ladders } from '#contract/attendance/ladders.ts';
import type * as rules from '#contract/attendance/rules.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { mayChangeRules } from '../policy.ts';
import { dayMinutesMax } from '../rules.ts';
import { insertRule, ruleRowOn, ruleRows } from '../store/rules.ts';

export interface RuleInForce {
  dayMinutesMax: number;
  starHours: readonly number[];
}

/** What is in force on a day: for the cap the day of the session, for the stars today. */
export async function ruleOn(context: Context, day: string): Promise<RuleInForce> {
  const row = await ruleRowOn(context, day);
  return row
    ? { dayMinutesMax: row.day_minutes_max, starHours: row.star_hours }
    : { dayMinutesMax, starHours: ladders.common };
}

export async function readHoursRules(context: Context): Promise<OutputOf<typeof rules.readHoursRules>> {
  const rows = await ruleRows(context);
  const now = (await ruleRowOn(context, dayOf(context.now)))?.version ?? 1;
  const made = rows.map((row) => ({
    version: row.version,
    dayHoursMax: row.day_minutes_max / 60,
    starHours: row.star_hours,
    fromOn: row.from_on,
    reason: row.reason,
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    isInForce: row.version === now,
  }));
  const first = {
    version: 1,
    dayHoursMax: dayMinutesMax / 60,
    starHours: [...ladders.common],
    fromOn: null,
    reason: '',
    madeBy: null,
    madeAt: null,
    isInForce: now === 1,
  };
  return { items: [...made, first], can: { change: mayChangeRules(context.actor, context.streetId) } };
}

export async function changeHoursRules(context: Context, input: InputOf<typeof rules.changeHoursRules>) {
  const may = mayChangeRules(context.actor, context.streetId);
  if (may !== true) throw new Problem(may, 403);
  if (input.fromOn < dayOf(context.now)) throw new Problem('hours_rules.past', 409);
  const newest = (await ruleRows(context))[0]?.version ?? 1;
  const row = {
    version: newest + 1,
    day_minutes_max: input.dayHoursMax * 60,
    star_hours: input.starHours,
    from_on: input.fromOn,
    reason: input.reason,
  };
  if (input.version !== newest || !(await insertRule(context, row))) throw new Problem('version.stale', 409);
  await context.emit({
    name: hoursRulesChanged.name,
    subject: { module: 'attendance', id: String(row.version) },
    data: {
      version: row.version,
      dayMinutesMax: row.day_minutes_max,
      starHours: row.star_hours,
      fromOn: row.from_on,
    },
  });
  return { done: true as const };
}
