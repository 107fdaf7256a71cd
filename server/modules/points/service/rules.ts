// Programmes with their budgets, rules with their versions, what earns by which, and a rehearsal before it does.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  fundProgramme as fundEndpoint,
  listProgrammes as listProgrammesEndpoint,
  listRules as listRulesEndpoint,
  makeRule as makeEndpoint,
  openProgramme as openEndpoint,
  readRules as readEndpoint,
  rehearseRule as rehearseEndpoint,
  setTariff as setEndpoint,
} from '#contract/points/endpoints.ts';
import { budgetMoved, programmeOpened, ruleMade, tariffSet } from '#contract/points/events.ts';
import type { PointSource } from '#contract/points/sources.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { programmeNames } from '#modules/activities/index.ts';
import { monthBefore, rehearse } from '../rules.ts';
import { listBudgets } from '../store/statement.ts';
import {
  deedsBetween,
  listRuleRows,
  type RuleRow,
  replaceTariff,
  ruleNow,
  tariffsInForce,
} from '../store/tariffs.ts';
import { command, giver } from './commands.ts';

const done = { done: true as const };

export async function listProgrammes(
  context: Context,
  { year }: InputOf<typeof listProgrammesEndpoint>,
): Promise<OutputOf<typeof listProgrammesEndpoint>> {
  const rows = await listBudgets(context, year);
  return {
    items: rows.map((row) => ({
      programmeId: row.id,
      name: row.name,
      year: row.year,
      funded: row.funded,
      granted: row.granted,
      held: row.held,
      returned: row.returned,
      left: row.balance - row.held,
    })),
  };
}

export async function openProgramme(context: Context, { name, year }: InputOf<typeof openEndpoint>) {
  const { programmeId } = await command(context, 'open_programme', { name, year, budget: context.newId() });
  await context.emit({
    name: programmeOpened.name,
    subject: { module: 'points', id: String(programmeId) },
    data: { year },
  });
  return { programmeId: String(programmeId) };
}

type Budget = InputOf<typeof fundEndpoint>;

export const fundProgramme = (context: Context, input: Budget) => moveBudget(context, 'fund', input);
export const returnBudget = (context: Context, input: Budget) => moveBudget(context, 'return', input);

async function moveBudget(
  context: Context,
  kind: 'fund' | 'return',
  { programmeId, amount, reason }: Budget,
) {
  const known = await listBudgets(context, undefined);
  if (!known.some(({ id }) => id === programmeId)) throw new Problem('input.id_unknown', 404);
  await command(context, kind, { programme: programmeId, amount });
  await context.emit({
    name: budgetMoved.name,
    subject: { module: 'points', id: programmeId },
    data: { amount: kind === 'fund' ? amount : -amount, reason },
  });
  return done;
}

export async function listRules(context: Context): Promise<OutputOf<typeof listRulesEndpoint>> {
  const rows = await listRuleRows(context);
  const tariffs = await tariffsInForce(context);
  const names = await namesOf(context, tariffs);
  const newest = new Map(rows.toReversed().map((row) => [row.id, row.version]));
  return {
    items: rows.map((row) => ({
      ruleId: row.id,
      ...factsOf(row),
      programmeId: row.programme_id,
      approvalAbove: row.approval_above,
      madeAt: row.made_at,
      isNewest: newest.get(row.id) === row.version,
      uses: tariffs
        .filter((tariff) => tariff.rule_id === row.id && newest.get(row.id) === row.version)
        .map(({ source, activity_programme_id: activityProgrammeId }) => ({
          source: source as PointSource,
          activityProgrammeId,
          activityProgramme: names.get(activityProgrammeId ?? '') ?? null,
        })),
    })),
  };
}

const namesOf = (context: Context, tariffs: readonly { activity_programme_id: string | null }[]) =>
  programmeNames(
    context,
    tariffs.map((tariff) => tariff.activity_programme_id),
  );

const factsOf = (row: RuleRow) => ({
  version: row.version,
  programme: row.programme,
  title: row.title,
  points: row.points,
  per: row.per,
  dayCap: row.day_cap,
  yearCap: row.year_cap,
  noticeDays: row.notice_days,
  lifeYears: row.life_years,
  lifeDays: row.life_days,
});

/** For everybody (积分规则公示): what earns how many points now. */
export async function readRules(context: Context): Promise<OutputOf<typeof readEndpoint>> {
  const rows = await listRuleRows(context);
  const tariffs = await tariffsInForce(context);
  const names = await namesOf(context, tariffs);
  return {
    items: tariffs.flatMap((tariff) => {
      const row = rows.find(({ id }) => id === tariff.rule_id);
      if (!row) return [];
      const since = row.made_at > tariff.from_at ? row.made_at : tariff.from_at;
      const activityProgramme = names.get(tariff.activity_programme_id ?? '') ?? null;
      return [{ source: tariff.source as PointSource, activityProgramme, since, ...factsOf(row) }];
    }),
  };
}

/** A rule that is not used yet may be drawn up by editors; changing one is for who may approve. */
export async function makeRule(context: Context, input: InputOf<typeof makeEndpoint>) {
  const { ruleId, programmeId, lifeYears, lifeDays, ...facts } = input;
  const mayApprove = covers(context.actor, 'points.approve', `/${context.streetId}/`);
  if (ruleId && !mayApprove) throw new Problem('points.version_needs_approval', 403);
  if (!mayApprove && !covers(context.actor, 'points.edit', `/${context.streetId}/`))
    throw new Problem('permission.missing', 403);
  if (ruleId && !(await ruleNow(context, ruleId))) throw new Problem('input.id_unknown', 404);
  const made = await command(context, 'make_rule', {
    ...facts,
    ...(ruleId ? { rule: ruleId } : {}),
    programme: programmeId,
    ...(lifeDays === null ? { lifeYears } : { lifeDays }),
  });
  const version = Number(made.version);
  await context.emit({
    name: ruleMade.name,
    subject: { module: 'points', id: String(made.ruleId) },
    data: { version },
  });
  return { ruleId: String(made.ruleId), version };
}

export async function setTariff(context: Context, input: InputOf<typeof setEndpoint>) {
  const { source, activityProgrammeId, ruleId } = input;
  const known = await programmeNames(context, [activityProgrammeId]);
  if (activityProgrammeId && !known.has(activityProgrammeId)) throw new Problem('input.id_unknown', 404);
  if (ruleId && !(await ruleNow(context, ruleId))) throw new Problem('input.id_unknown', 404);
  await replaceTariff(context, { source, activityProgrammeId, ruleId, by: giver(context) });
  await context.emit({
    name: tariffSet.name,
    subject: { module: 'points', id: ruleId ?? context.newId() },
    data: { source, ruleId },
  });
  return done;
}

/** Last month's deeds by the draft; year caps count within the month alone. */
export async function rehearseRule(
  context: Context,
  { points, per, dayCap, yearCap }: InputOf<typeof rehearseEndpoint>,
): Promise<OutputOf<typeof rehearseEndpoint>> {
  const { month, from, until } = monthBefore(context.now);
  const deeds = await deedsBetween(context, from, until);
  const draft = { points, per, dayCap: dayCap ?? null, yearCap: yearCap ?? null };
  return {
    month,
    items: rehearse(draft, deeds).map((line) => ({ ...line, source: line.source as PointSource })),
  };
}
