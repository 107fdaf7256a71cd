// The beginning of a case: is it true, is it ours, who takes it.
import * as cases from '#contract/cases/endpoints.ts';
import * as joint from '#contract/cases/joint/endpoints.ts';
import { random } from '../random.ts';
import type { Begun } from './begin.ts';
import { type Crew, gridWorkerAt, unitOf } from './crew.ts';
import { unitIdOf } from './people.ts';
import type { Tale } from './tale.ts';
import * as words from './words.ts';

const hour = 60;
const day = 24 * hour;

/** Answers false where the case has ended already. */
export async function takeUp(tale: Tale, begun: Begun): Promise<boolean> {
  const { here, imagined } = tale;
  const { chance, theme, fate } = imagined;
  if (tale.on().status !== 'submitted') return true;
  if (fate === 'verified') await verify(tale);
  if (await turnedAway(tale)) return false;
  if (fate === 'answered') return true;
  await tale.act(chance.between(10, 180), here.secretary, cases.registerCase, () => ({
    matterCode: theme.matter,
    areaId: begun.areaId,
    urgency: fate === 'told_first' ? 'critical' : urgencyOf(tale),
  }));
  tale.reached('registered');
  return true;
}

const urgencyOf = ({ imagined: { theme, chance } }: Tale): string =>
  theme.urgent
    ? 'livelihood'
    : chance.weighted([
        ['ordinary', 9],
        ['complex', 1],
      ] as const);

async function verify(tale: Tale): Promise<void> {
  const { here, imagined } = tale;
  const { chance } = imagined;
  await tale.act(chance.between(5, 40), here.secretary, cases.requestVerification, () => ({
    note: chance.pick(words.verificationNotes),
  }));
  tale.reached('asked_grid');
  const worker = gridWorkerAt(here, imagined.areaPath ?? '') ?? here.secretary;
  await tale.act(chance.between(20, 5 * hour), worker, cases.reportVerification, () => ({
    finding: 'exists',
    note: chance.pick(words.verificationFound),
  }));
}

async function turnedAway(tale: Tale): Promise<boolean> {
  const { here, imagined } = tale;
  const { chance, fate, result } = imagined;
  const after = chance.between(20, 5 * hour);
  if (fate === 'rejected') {
    await tale.act(after, here.secretary, cases.rejectCase, () => ({
      rejectReason: 'other_procedure',
      answer: chance.pick(words.rejectAnswers),
    }));
    return true;
  }
  if (fate === 'withdrawn') {
    await tale.act(after, here.secretary, cases.withdrawCase, () => ({
      reason: chance.pick(words.withdrawReasons),
    }));
    return true;
  }
  if (fate === 'answered')
    await tale.act(after, here.secretary, cases.answerDirectly, () => ({ answer: result }));
  return false;
}

/** Answers false where it went to another authority. */
export async function handOut(tale: Tale, crew: Crew): Promise<boolean> {
  const { office, here, imagined } = tale;
  const { chance, fate } = imagined;
  if (tale.on().status === 'dispatched') tale.reached('dispatched');
  if (tale.on().status !== 'registered') return true;
  const dispatcher = chance.chance(0.5) ? here.secretary : chance.pick(office.of('dispatcher'));
  if (fate === 'transferred') {
    await tale.act(chance.between(hour, day), dispatcher, cases.transferOut, () => ({
      authority: words.transferTo,
      receipt: `住建接〔${chance.between(100, 999)}〕`,
    }));
    return false;
  }
  const first = fate === 'returned' ? wrongUnit(tale, crew) : null;
  if (first) await sendBack(tale, first, dispatcher);
  const lead = crew.unit;
  if (first)
    await tale.act(
      chance.between(2 * hour, day),
      chance.pick(office.of('deputy_in_charge')),
      joint.arbitrate,
      () => ({
        lead,
        reason: chance.pick(words.arbiterReasons),
      }),
    );
  else
    await tale.act(chance.between(5, 120), dispatcher, cases.dispatchCase, (now) => ({
      lead,
      helpers: fate === 'joint' ? helpersOf(tale, crew, now) : [],
    }));
  tale.reached('dispatched');
  return true;
}

/** The section to which it went first, and who says that it is not theirs. */
function wrongUnit({ office, imagined }: Tale, { unit }: Crew) {
  const others = office.sections.filter(([one]) => one && unitIdOf(one) !== unit.unitId);
  return others.length > 0 ? imagined.chance.pick(imagined.chance.pick(others)) : null;
}

async function sendBack(tale: Tale, first: Crew['handler'], dispatcher: Crew['handler']): Promise<void> {
  const { chance } = tale.imagined;
  await tale.act(chance.between(5, 120), dispatcher, cases.dispatchCase, () => ({ lead: unitOf(first) }));
  await tale.act(chance.between(30, 5 * hour), first, cases.returnToDispatcher, () => ({
    reason: chance.pick(words.returnReasons),
  }));
  tale.reached('returned');
}

/** Two sections that help, each with a date of its own. */
export function helpersOf({ office, imagined, on }: Tale, { unit }: Crew, now: Date) {
  return helperPeople(office.sections, on().caseId, unit.unitId).map((people, place) => ({
    ...unitOf(people[0] as Crew['handler']),
    dueAt: new Date(now.getTime() + (2 + place) * imagined.chance.between(20, 30) * 3_600_000).toISOString(),
  }));
}

export const helperPeople = (
  sections: readonly (readonly Crew['handler'][])[],
  caseId: string,
  leadId: string,
) =>
  random(caseId).sample(
    sections.filter(([one]) => one && unitIdOf(one) !== leadId),
    2,
  );
