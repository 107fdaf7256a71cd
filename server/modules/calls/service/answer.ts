import type { answerCall, getMyCall, listMyCalls, readSkills, setSkills } from '#contract/calls/endpoints.ts';
import { callAnswered, callSkillsSet } from '#contract/calls/events.ts';
import type { MyCall } from '#contract/calls/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { cancelSignUp, signUpFor } from '#modules/activities/index.ts';
import { familyOf } from '#modules/families/index.ts';
import { personFacts } from '#modules/people/index.ts';
import { mayAnswer } from '../rules.ts';
import { type CallRow, callsByIds, findCall } from '../store/calls.ts';
import { lockTarget, saveAnswer, saveSkills, skillsOf, targetsOf } from '../store/targets.ts';
import { viewMyCall } from '../view.ts';
import { besideCalls } from './read.ts';

const shownDays = 30;
const dayMs = 86_400_000;

async function adult(context: Context) {
  const { personId } = context.actor;
  const facts = personId ? (await personFacts(context, [personId])).get(personId) : undefined;
  if (!facts?.active) throw new Problem('call.not_registered', 403);
  if (facts.isMinor) throw new Problem('call.minor', 403);
  return facts;
}

export async function readMine(context: Context): Promise<OutputOf<typeof listMyCalls>> {
  const { personId } = context.actor;
  if (!personId) return { items: [] };
  const since = new Date(context.now.getTime() - shownDays * dayMs);
  const targets = new Map((await targetsOf(context, personId, since)).map((one) => [one.call_id, one]));
  const rows = await callsByIds(context, [...targets.keys()]);
  const { names, coming } = await besideCalls(context, rows);
  const items = rows
    .toSorted((a, b) => Number(b.status === 'open') - Number(a.status === 'open') || later(a, b))
    .flatMap((row) => {
      const target = targets.get(row.id);
      return target ? [viewMyCall(row, names, coming.get(row.id) ?? 0, target, context.now)] : [];
    });
  return { items };
}

const later = (a: CallRow, b: CallRow) => b.issued_at.localeCompare(a.issued_at);

async function addressed(context: Context, callId: string) {
  const row = await findCall(context, callId);
  if (!row) throw new Problem('input.id_unknown', 404);
  const { personId } = context.actor;
  const target = personId ? await lockTarget(context, callId, personId) : undefined;
  if (!target) throw new Problem('call.not_for_you', 403);
  return { row, target };
}

export async function readMyCall(context: Context, { callId }: InputOf<typeof getMyCall>): Promise<MyCall> {
  const { items } = await readMine(context);
  const found = items.find((one) => one.callId === callId);
  if (found) return found;
  const { row, target } = await addressed(context, callId);
  const { names, coming } = await besideCalls(context, [row]);
  return viewMyCall(row, names, coming.get(row.id) ?? 0, target, context.now);
}

/** A yes takes a place of the gathering, a no gives it back; twice the same is once. */
export async function answer(context: Context, input: InputOf<typeof answerCall>): Promise<MyCall> {
  const { row, target } = await addressed(context, input.callId);
  const verdict = mayAnswer(row.status, row.ends_at, context.now);
  if (verdict !== true) throw new Problem(verdict, 409);
  if (target.answer !== input.answer) {
    const place = input.answer === 'coming' ? await takePlace(context, row, target.person_id) : null;
    if (input.answer === 'not_coming' && target.sign_up_id)
      await cancelSignUp(context, { signUpId: target.sign_up_id });
    await saveAnswer(context, row.id, target.person_id, {
      answer: input.answer,
      sign_up_id: place?.signUpId ?? null,
      is_standby: place?.isStandby ?? false,
    });
    await context.emit({
      name: callAnswered.name,
      subject: { module: 'calls', id: row.id },
      data: { coming: input.answer === 'coming' },
      areaPath: row.area_path,
    });
  }
  return await readMyCall(context, input);
}

async function takePlace(context: Context, row: CallRow, personId: string) {
  const family = await familyOf(context, personId);
  const [member] = await signUpFor(context, row.session_id, {
    signedBy: personId,
    familyId: family?.familyId ?? null,
    photo: 'hidden',
    consent: false,
    members: [{ personId, postId: null, accompanies: false }],
  });
  return member ? { signUpId: member.signUpId, isStandby: member.state !== 'confirmed' } : null;
}

export async function readOwnSkills(context: Context): Promise<OutputOf<typeof readSkills>> {
  return { skills: await skillsOf(context, (await adult(context)).personId) };
}

export async function setOwnSkills(
  context: Context,
  { skills }: InputOf<typeof setSkills>,
): Promise<OutputOf<typeof setSkills>> {
  const { personId, areaPath } = await adult(context);
  await saveSkills(context, personId, skills);
  await context.emit({
    name: callSkillsSet.name,
    subject: { module: 'calls', id: personId },
    data: { skills },
    areaPath,
  });
  return { skills };
}
