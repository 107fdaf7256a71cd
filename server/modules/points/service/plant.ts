// What earns points in a new street: the budget of its first year, rules, tariffs. For set-up, before anybody has a post.
import { budgetMoved, programmeOpened, ruleMade, tariffSet } from '#contract/points/events.ts';
import type { PointSource } from '#contract/points/sources.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { replaceTariff } from '../store/tariffs.ts';
import { command, giver } from './commands.ts';

export interface PlantedRule {
  title: string;
  sources: readonly PointSource[];
  points: number;
  per: number;
  dayCap: number | null;
  yearCap: number | null;
  noticeDays: number;
  lifeYears: number;
}

export interface PlantedPoints {
  programme: string;
  budget: number;
  rules: readonly PlantedRule[];
}

/** The street's chiefs may change all of it afterwards, as they change what they made themselves. */
export async function plantPoints(
  context: Context,
  { programme, budget, rules }: PlantedPoints,
): Promise<void> {
  const year = Number(dayOf(context.now).slice(0, 4));
  const opened = await command(context, 'open_programme', { name: programme, year, budget: context.newId() });
  const programmeId = String(opened.programmeId);
  await tell(context, programmeOpened.name, programmeId, { year });
  await command(context, 'fund', { programme: programmeId, amount: budget });
  await tell(context, budgetMoved.name, programmeId, { amount: budget, reason: '' });
  for (const { sources, ...rate } of rules) {
    const made = await command(context, 'make_rule', { ...rate, programme: programmeId });
    const ruleId = String(made.ruleId);
    await tell(context, ruleMade.name, ruleId, { version: Number(made.version) });
    for (const source of sources) {
      await replaceTariff(context, { source, activityProgrammeId: null, ruleId, by: giver(context) });
      await tell(context, tariffSet.name, ruleId, { source, ruleId });
    }
  }
}

const tell = (context: Context, name: string, id: string, data: Record<string, unknown>) =>
  context.emit({ name, subject: { module: 'points', id }, data });
