import type { InputOf, OutputOf } from '#contract/define.ts';
import { limits } from '#contract/mutualhelp/codes.ts';
import type { askHelp, cancelAsk, finishAsk } from '#contract/mutualhelp/endpoints.ts';
import { helpAsked, helpCancelled, helpGiven, helpMissed } from '#contract/mutualhelp/events.ts';
import { helpersFor } from '#contract/mutualhelp/safety.ts';
import { companyChoice } from '#contract/mutualhelp/words.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { type Neighbour, neighbourOf } from '../places.ts';
import * as rules from '../rules.ts';
import { type AskRow, changeAsk, countLive, insertAsk } from '../store/asks.ts';
import { type PledgeRow, passOthers } from '../store/pledges.ts';
import { askNow } from '../view.ts';
import { availableOf, giveBack, handOver } from './holds.ts';
import { answerAsk, openAsk, refuseUnless } from './load.ts';

type Input = InputOf<typeof askHelp>;

export async function ask(context: Context, input: Input): Promise<OutputOf<typeof askHelp>> {
  const me = await neighbourOf(context);
  const fault = rules.textFault(input.text) ?? rules.timeFault(input.startsAt, input.endsAt, context.now);
  if (fault) throw new Problem(fault.code, 409, fault.details);
  if (me.age !== null && me.age < limits.adultAge) throw new Problem('help.minor', 403);
  const { safeguards, allowed, companies } = rules.safetyOf({ ...input, askerAge: me.age }, input.company);
  if (!allowed)
    throw new Problem('help.company_needed', 409, {
      companies: companyChoice(companies),
    });
  await refuseTooMuch(context, me, input);

  const id = context.newId();
  await insertAsk(context, {
    id,
    asker_id: me.personId,
    community_id: me.communityId,
    area_id: me.area.areaId,
    area_path: me.area.path,
    home_path: me.home.path,
    kind: input.kind,
    text: input.text,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    safeguards,
    company: input.company,
    helpers_wanted: helpersFor(input.company),
    points: input.points,
    status: 'open',
    thanks: null,
    hidden_reason: null,
    asked_at: context.now.toISOString(),
    settled_at: null,
    version: 1,
  });
  await context.emit({
    name: helpAsked.name,
    subject: { module: 'mutualhelp', id },
    to: 'open',
    data: { kind: input.kind, safeguards, company: input.company },
    areaPath: me.area.path,
  });
  return await answerAsk(context, id, me);
}

async function refuseTooMuch(context: Context, me: Neighbour, input: Input): Promise<void> {
  if ((await countLive(context, me.personId)) >= limits.openAsksMax)
    throw new Problem('help.too_many', 409, { max: limits.openAsksMax });
  const wanted = input.points * helpersFor(input.company);
  if (wanted === 0) return;
  const available = await availableOf(context, me.personId);
  if (available < wanted) throw new Problem('help.points_short', 409, { available, wanted });
}

export async function finish(
  context: Context,
  input: InputOf<typeof finishAsk>,
): Promise<OutputOf<typeof finishAsk>> {
  const { me, ask, pledges } = await openAsk(context, input.askId);
  const agreed = pledges.filter(({ state }) => state === 'agreed');
  refuseUnless(rules.mayFinish(askNow(ask), me.personId, agreed.length));
  if (ask.version !== input.version) throw new Problem('version.stale', 409, { changes: [] });
  const fault = rules.textFault(input.thanks);
  if (fault) throw new Problem(fault.code, 409, fault.details);
  const came = agreed.filter(({ id }) => !input.missedPledgeIds.includes(id));
  if (came.length === 0) throw new Problem('help.nobody_came', 409);

  await changeAsk(context, ask.id, { status: 'done', thanks: input.thanks || null, settled_at: context.now });
  await passOthers(context, ask.id);
  for (const pledge of agreed) await settle(context, ask, pledge, came.includes(pledge));
  return await answerAsk(context, ask.id, me);
}

async function settle(context: Context, ask: AskRow, pledge: PledgeRow, came: boolean): Promise<void> {
  await (came ? handOver(context, pledge) : giveBack(context, pledge, 'missed'));
  await context.emit({
    name: came ? helpGiven.name : helpMissed.name,
    subject: { module: 'mutualhelp', id: ask.id },
    from: ask.status,
    to: 'done',
    data: came ? { askId: ask.id, helperId: pledge.helper_id, kind: ask.kind } : { pledgeId: pledge.id },
    areaPath: ask.area_path,
  });
}

export async function cancel(
  context: Context,
  { askId }: InputOf<typeof cancelAsk>,
): Promise<OutputOf<typeof cancelAsk>> {
  const { me, ask, pledges } = await openAsk(context, askId);
  refuseUnless(rules.mayCancel(askNow(ask), me.personId));
  await endAsk(context, ask, pledges, { status: 'cancelled' }, helpCancelled.name);
  return await answerAsk(context, ask.id, me);
}

/** Ends an ask without thanks: every hold is given back, and whoever was agreed on is told. */
export async function endAsk(
  context: Context,
  ask: AskRow,
  pledges: readonly PledgeRow[],
  change: { status: 'cancelled' | 'lapsed' | 'hidden'; hidden_reason?: string },
  eventName: string,
): Promise<void> {
  await changeAsk(context, ask.id, { ...change, settled_at: context.now });
  const agreed = pledges.filter(({ state }) => state === 'agreed');
  for (const pledge of agreed) await giveBack(context, pledge, 'passed');
  await passOthers(context, ask.id);
  await context.emit({
    name: eventName,
    subject: { module: 'mutualhelp', id: ask.id },
    from: ask.status,
    to: change.status,
    data: { helperIds: agreed.map(({ helper_id }) => helper_id) },
    areaPath: ask.area_path,
  });
}
