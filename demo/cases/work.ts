// From the unit's signature for a case to the result that it hands in, with all that may come between.
import * as cases from '#contract/cases/endpoints.ts';
import { applyExclusion, decideExclusion } from '#contract/cases/joint/endpoints.ts';
import type { Holder } from '../replay/stage.ts';
import { type Crew, unitOf } from './crew.ts';
import { helperPeople } from './intake.ts';
import { unitIdOf } from './people.ts';
import { sendPicture } from './pictures.ts';
import type { Tale } from './tale.ts';
import { whistle } from './whistle.ts';
import * as words from './words.ts';

const hour = 60;
const day = 24 * hour;

/** Answers who handed in the result, and on which step of the ladder; a case may change hands on its way. */
export async function work(tale: Tale, given: Crew): Promise<{ handler: Holder; tier: number }> {
  const { chance, fate } = tale.imagined;
  const escalated = fate === 'escalated' ? await climb(tale, given) : null;
  const { handler } = escalated ?? given;
  await takeOn(tale, handler);
  const span = fate === 'slow' ? chance.between(6 * day, 12 * day) : chance.between(2 * hour, 4 * day);
  if (fate === 'excluded') await exclude(tale, handler);
  if (fate === 'extended') await extend(tale, handler);
  if (span > day || tale.imagined.upTo)
    await tale.act(chance.between(hour, day), handler, cases.addProgress, () => ({
      note: chance.pick(words.progressNotes),
      shown: true,
    }));
  if (fate === 'joint') await reportHelp(tale, given);
  if (fate === 'whistle') await whistle(tale, handler);
  if (fate === 'suspended') await hang(tale);
  await handIn(tale, handler, span);
  return { handler, tier: escalated ? 2 : 1 };
}

async function takeOn(tale: Tale, handler: Holder): Promise<void> {
  const { chance, kind, theme } = tale.imagined;
  // Who sits in the dark or in the cold is rung within two hours.
  const [signed, rung] = theme.urgent ? [25, 60] : [4 * hour, 4 * hour];
  await tale.act(chance.between(5, signed), handler, cases.acceptCase);
  tale.reached('accepted');
  if (kind !== 'grid_case' && chance.chance(0.08))
    await tale.act(30, handler, cases.contactRequester, () => ({
      way: 'phone',
      outcome: 'no_answer',
      note: words.noAnswerNote,
    }));
  await tale.act(chance.between(5, rung), handler, cases.contactRequester, () => ({
    way: chance.pick(['phone', 'phone', 'visit']),
    outcome: 'reached',
  }));
  tale.reached('contacted');
  await tale.act(chance.between(5, 90), handler, cases.startCase);
  tale.reached('started');
}

export async function handIn(tale: Tale, handler: Holder, after: number): Promise<void> {
  const { result, pictures } = tale.imagined;
  const photo = pictures ? [await sendPicture(tale.stage, handler, pictures, 'after')] : [];
  await tale.act(after, handler, cases.submitResult, () => ({ result, fileIds: photo }));
  tale.reached('handed_in');
}

/** One step up the ladder: the company cannot do it, a section of the street takes it. */
async function climb(tale: Tale, { handler, unit }: Crew): Promise<Crew> {
  const { office, imagined } = tale;
  const { chance } = imagined;
  await tale.act(chance.between(20, 5 * hour), handler, cases.acceptCase);
  const next = chance.pick(
    chance.pick(office.sections.filter(([one]) => one && unitIdOf(one) !== unit.unitId)),
  );
  await tale.act(chance.between(2 * hour, 20 * hour), handler, cases.escalateTier, () => ({
    lead: unitOf(next),
    reason: chance.pick(words.escalateReasons),
  }));
  return { unit: unitOf(next), handler: next };
}

async function exclude(tale: Tale, handler: Holder): Promise<void> {
  const { stage, office, imagined } = tale;
  const { chance } = imagined;
  const kind = chance.between(0, 2);
  const paper = await sendPicture(stage, handler, 'paper');
  await tale.act(chance.between(hour, day), handler, applyExclusion, () => ({
    exclusionReason: (['not_our_area', 'other_procedure', 'force_majeure'] as const)[kind],
    note: words.exclusionNotes[kind],
    fileIds: [paper],
  }));
  tale.reached('excluding');
  const grant = chance.chance(0.7);
  await tale.act(
    chance.between(day, 3 * day),
    chance.pick(office.of('deputy_in_charge')),
    decideExclusion,
    () => ({
      grant,
      note: grant
        ? `${words.exclusionAnswers[0]}（${words.exclusionNumber}${chance.between(100, 999)}）`
        : words.exclusionAnswers[1],
    }),
  );
}

async function extend(tale: Tale, handler: Holder): Promise<void> {
  const { stage, office, imagined } = tale;
  const { chance } = imagined;
  const { due_at } = await stage.db
    .selectFrom('cases')
    .select('due_at')
    .where('street_id', '=', stage.street.streetId)
    .where('id', '=', tale.on().caseId)
    .executeTakeFirstOrThrow();
  if (due_at === null) return;
  const reason = chance.pick(words.extensionReasons);
  await tale.act(chance.between(hour, 5 * hour), handler, cases.requestExtension, (now) => ({
    until: new Date(Math.max(Date.parse(due_at), now.getTime()) + 3 * 86_400_000).toISOString(),
    reason,
    requesterTold: true,
  }));
  tale.reached('extending');
  await tale.act(
    chance.between(hour, day),
    chance.pick(office.of('deputy_in_charge')),
    cases.decideExtension,
    () => ({
      grant: true,
      reason,
    }),
  );
}

async function reportHelp(tale: Tale, { unit }: Crew): Promise<void> {
  const { office, imagined, on } = tale;
  for (const [helper] of helperPeople(office.sections, on().caseId, unit.unitId)) {
    if (!helper) continue;
    await tale.act(imagined.chance.between(2 * hour, 20 * hour), helper, cases.reportCo, () => ({
      note: imagined.chance.pick(words.helperNotes),
    }));
  }
}

/** On the long-term ledger, with a day on which it wakes; taken off it before that. */
async function hang(tale: Tale): Promise<void> {
  const { office, imagined } = tale;
  const { chance } = imagined;
  const deputy = chance.pick(office.of('deputy_in_charge'));
  const days = chance.between(20, 58);
  await tale.act(chance.between(day, 3 * day), deputy, cases.suspendCase, (now) => ({
    plan: chance.pick(words.suspendPlans),
    until: new Date(now.getTime() + days * 86_400_000).toISOString(),
    requesterTold: true,
  }));
  tale.reached('suspended');
  await tale.act(chance.between(15, days - 2) * day, deputy, cases.resumeCase);
}
