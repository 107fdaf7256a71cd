// The reads that upper modules may use.
import type { Companion } from '#contract/families/records.ts';
import type { Context } from '#kernel/context.ts';
import { type FamilyRow, familiesByIds, membershipsOf, membersOf } from '../store/families.ts';
import { listCompanions } from './read.ts';

export interface Family {
  familyId: string;
  nickname: string;
  areaId: string;
  areaPath: string;
  onBoard: boolean;
  active: boolean;
}

/** Person → the family they are in now; who is in none is missing. */
export async function familiesOf(
  context: Context,
  personIds: readonly string[],
): Promise<Map<string, Family>> {
  const memberships = await membershipsOf(context, personIds);
  const families = await familiesById(
    context,
    memberships.map((one) => one.family_id),
  );
  return new Map(
    memberships.flatMap(({ person_id, family_id }) => {
      const family = families.get(family_id);
      return family ? [[person_id, family] as const] : [];
    }),
  );
}

export async function familyOf(context: Context, personId: string): Promise<Family | null> {
  return (await familiesOf(context, [personId])).get(personId) ?? null;
}

export async function familiesById(context: Context, ids: readonly string[]): Promise<Map<string, Family>> {
  const rows = await familiesByIds(context, ids);
  return new Map(rows.map((row) => [row.id, fact(row)]));
}

const fact = (row: FamilyRow): Family => ({
  familyId: row.id,
  nickname: row.nickname,
  areaId: row.area_id,
  areaPath: row.area_path,
  onBoard: row.on_board,
  active: row.status === 'active',
});

export interface FamilyMember {
  personId: string;
  part: 'adult' | 'child';
  nickname: string | null;
}

export async function familyMembers(context: Context, familyId: string): Promise<FamilyMember[]> {
  const rows = await membersOf(context, [familyId]);
  return rows.map(({ person_id, part, nickname }) => ({ personId: person_id, part, nickname }));
}

export async function familyNicknames(
  context: Context,
  familyIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await familiesById(context, familyIds);
  return new Map([...found].map(([id, { nickname }]) => [id, nickname]));
}

/** Whom the caller may sign up and speak for; nobody for an account without a resident. */
export async function companions(context: Context): Promise<Companion[]> {
  return context.actor.personId === null ? [] : (await listCompanions(context)).items;
}

export async function mayBring(context: Context, personIds: readonly string[]): Promise<boolean> {
  const mine = new Set((await companions(context)).map(({ personId }) => personId));
  return personIds.every((id) => mine.has(id));
}
