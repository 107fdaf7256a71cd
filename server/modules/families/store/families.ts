// SQL on families and who is in them. Every query is led by the street.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { countMax, cutPage, decodeCursor, exactTotal } from '#kernel/cursor.ts';
import { sqlState, violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas, startingWith } from '#kernel/scope.ts';
import type { FamiliesTable, FamilyMembersTable } from '../tables.ts';

export type FamilyRow = Selectable<FamiliesTable>;
export type MemberRow = Selectable<FamilyMembersTable>;

const any = (ids: readonly string[]) => sql<string>`any(${[...new Set(ids)]}::uuid[])`;

export async function insertFamily(
  context: Context,
  row: Omit<Insertable<FamiliesTable>, 'street_id' | 'founded_at' | 'version' | 'status'>,
): Promise<FamilyRow> {
  return await context.db
    .insertInto('families')
    .values({ ...row, street_id: context.streetId, status: 'active', founded_at: context.now, version: 1 })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** @throws Problem 409 `family.in_one_already`. */
export async function insertMembers(
  context: Context,
  rows: readonly Omit<Insertable<FamilyMembersTable>, 'street_id' | 'id' | 'joined_at' | 'left_at'>[],
): Promise<MemberRow[]> {
  try {
    return await context.db
      .insertInto('family_members')
      .values(
        rows.map((row) => ({
          ...row,
          street_id: context.streetId,
          id: context.newId(),
          joined_at: context.now,
          left_at: null,
        })),
      )
      .returningAll()
      .execute();
  } catch (error) {
    if (sqlState(error) === '23505' && violatedConstraint(error) === 'family_members_once')
      throw new Problem('family.in_one_already', 409);
    throw error;
  }
}

/** Locked for the rest of the transaction, so that two who join at once do not both take the last place. */
export async function lockFamily(context: Context, familyId: string): Promise<FamilyRow | undefined> {
  return await context.db
    .selectFrom('families')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', familyId)
    .where('status', '=', 'active')
    .forUpdate()
    .executeTakeFirst();
}

export async function familiesByIds(context: Context, ids: readonly string[]): Promise<FamilyRow[]> {
  if (ids.length === 0) return [];
  return await context.db
    .selectFrom('families')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', any(ids))
    .execute();
}

/** Who is in these families now: adults before children, in the order in which they came. */
export async function membersOf(context: Context, familyIds: readonly string[]): Promise<MemberRow[]> {
  if (familyIds.length === 0) return [];
  return await context.db
    .selectFrom('family_members')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('family_id', '=', any(familyIds))
    .where('left_at', 'is', null)
    .orderBy('part')
    .orderBy('joined_at')
    .orderBy('id')
    .execute();
}

/** The standing membership of each of these people. */
export async function membershipsOf(context: Context, personIds: readonly string[]): Promise<MemberRow[]> {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('family_members')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', any(personIds))
    .where('left_at', 'is', null)
    .execute();
}

export async function nameMemberRow(context: Context, id: string, nickname: string): Promise<void> {
  await context.db
    .updateTable('family_members')
    .set({ nickname })
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .execute();
}

export async function closeMembers(context: Context, ids: readonly string[]): Promise<void> {
  await context.db
    .updateTable('family_members')
    .set({ left_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('id', '=', any(ids))
    .execute();
}

/** False when the family has another version by now. */
export async function updateFamily(
  context: Context,
  familyId: string,
  version: number,
  values: Pick<Updateable<FamiliesTable>, 'nickname' | 'on_board' | 'status'>,
): Promise<boolean> {
  const updated = await context.db
    .updateTable('families')
    .set({ ...values, version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', familyId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

interface Query {
  search?: string | undefined;
  areaPath?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Families of the areas where one reads activities, by place; `total` exact up to 10,000. */
export async function listFamilyRows(context: Context, query: Query) {
  const after = decodeCursor(query.cursor, 2);
  const found = context.db
    .selectFrom('families')
    .where('families.street_id', '=', context.streetId)
    .where('families.status', '=', 'active')
    .where(inAreas('families.area_path', areasWith(context.actor, 'activity.read')))
    .$if(query.areaPath !== undefined, (select) =>
      select.where(inAreas('families.area_path', [query.areaPath ?? ''])),
    )
    .$if(query.search !== undefined, (select) =>
      select.where('families.nickname', 'like', `%${startingWith(query.search ?? '')}`),
    );
  const rows = await found
    .$if(after !== null, (select) =>
      select.where(sql<boolean>`(families.area_path, families.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .selectAll('families')
    .orderBy('families.area_path')
    .orderBy('families.id')
    .limit(query.limit + 1)
    .execute();
  const { count } = await context.db
    .selectFrom(
      found
        .select('families.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return { ...cutPage(rows, query.limit, (row) => [row.area_path, row.id]), total: exactTotal(count) };
}
