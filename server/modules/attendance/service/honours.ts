// The public list of stars: who wants to be on it, by a name of their own. Never staff, never hours, never a rank.
import { honourJoined, honourLeft } from '#contract/attendance/events.ts';
import { starOf } from '#contract/attendance/ladders.ts';
import type * as own from '#contract/attendance/own.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { staffAmong } from '#modules/identity/index.ts';
import { personFacts } from '#modules/people/index.ts';
import { isFitHonourName } from '../rules.ts';
import { dropHonour, honourOf, honourRows, isTaken, saveHonour } from '../store/honours.ts';
import { totalsOf } from '../store/hours.ts';
import { ruleOn } from './settings.ts';

/** Person → star, for those who have one. */
async function starsOf(context: Context, personIds: readonly string[]): Promise<Map<string, number>> {
  const { starHours } = await ruleOn(context, dayOf(context.now));
  const totals = await totalsOf(context, personIds);
  return new Map(
    totals.flatMap(({ person_id, credit, minutes }) => {
      const { level } = starOf(minutes, starHours);
      return credit === 'volunteer' && level > 0 ? [[person_id, level] as const] : [];
    }),
  );
}

async function mayJoin(context: Context, personId: string | null): Promise<true | string> {
  if (personId === null || !(await starsOf(context, [personId])).has(personId)) return 'honour.no_star';
  return (await staffAmong(context, [personId])).has(personId) ? 'honour.staff' : true;
}

export async function readOwnHonour(context: Context): Promise<OutputOf<typeof own.readOwnHonour>> {
  const { personId } = context.actor;
  return {
    nickname: personId ? await honourOf(context, personId) : null,
    can: { join: await mayJoin(context, personId) },
  };
}

export async function joinHonour(context: Context, { nickname }: InputOf<typeof own.joinHonour>) {
  const { personId } = context.actor;
  const may = await mayJoin(context, personId);
  if (may !== true || personId === null) throw new Problem(String(may), 409);
  const name = (await personFacts(context, [personId])).get(personId)?.name ?? '';
  if (!isFitHonourName(nickname, name)) throw new Problem('honour.unfit', 409);
  if (await isTaken(context, personId, nickname)) throw new Problem('honour.taken', 409);
  await saveHonour(context, personId, nickname);
  await context.emit({
    name: honourJoined.name,
    subject: { module: 'attendance', id: personId },
    data: { personId },
  });
  return { done: true as const };
}

export async function leaveHonour(context: Context) {
  const { personId } = context.actor;
  if (personId !== null && (await dropHonour(context, personId)))
    await context.emit({
      name: honourLeft.name,
      subject: { module: 'attendance', id: personId },
      data: { personId },
    });
  return { done: true as const };
}

/** By star and then by name: who has a post today, or lost the star by a correction, is left out. */
export async function listHonours(context: Context): Promise<OutputOf<typeof own.listHonours>> {
  const rows = await honourRows(context);
  const ids = rows.map(({ person_id }) => person_id);
  const stars = await starsOf(context, ids);
  const staff = await staffAmong(context, ids);
  const items = rows.flatMap(({ person_id, nickname }) => {
    const level = stars.get(person_id);
    return level && !staff.has(person_id) ? [{ nickname, level }] : [];
  });
  const byName = new Intl.Collator('zh-CN');
  return {
    street: context.street.name,
    items: items.sort((a, b) => b.level - a.level || byName.compare(a.nickname, b.nickname)),
  };
}
