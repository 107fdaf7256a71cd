// All SQL on households. Every query is led by the street.
import { type Insertable, type Selectable, type SelectQueryBuilder, sql, type Updateable } from 'kysely';
import type { HouseholdFilter } from '#contract/people/endpoints.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { sqlState, violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import { contains } from '#kernel/search/bigrams.ts';
import { trustedContactPaths } from '../policy.ts';
import { bornBetween } from '../rules.ts';
import type { HouseholdsTable } from '../tables.ts';

export type HouseholdRow = Selectable<HouseholdsTable>;
export type NewHouseholdRow = Omit<Insertable<HouseholdsTable>, 'street_id'>;

const countMax = 10_000;

export async function findHousehold(context: Context, id: string): Promise<HouseholdRow | undefined> {
  return await households(context).where('households.id', '=', id).selectAll('households').executeTakeFirst();
}

/** @throws Problem 404 `input.id_unknown`, also for a household of another street. */
export async function getHousehold(context: Context, id: string): Promise<HouseholdRow> {
  const found = await findHousehold(context, id);
  if (!found) throw new Problem('input.id_unknown', 404);
  return found;
}

/** @throws Problem 409 `household.room_taken`. */
export async function insertHousehold(context: Context, row: NewHouseholdRow): Promise<HouseholdRow> {
  return await told(
    row.room,
    context.db
      .insertInto('households')
      .values({ ...row, street_id: context.streetId })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

/** Changes one version of a household; undefined when somebody was faster. */
export async function saveHousehold(
  context: Context,
  known: { id: string; version: number },
  values: Omit<Updateable<HouseholdsTable>, 'street_id' | 'id' | 'version'>,
): Promise<HouseholdRow | undefined> {
  return await told(
    values.room ?? '',
    context.db
      .updateTable('households')
      .set({
        ...values,
        updated_at: context.now,
        updated_by: context.actor.displayName,
        version: known.version + 1,
      })
      .where('street_id', '=', context.streetId)
      .where('id', '=', known.id)
      .where('version', '=', known.version)
      .returningAll()
      .executeTakeFirst(),
  );
}

async function told<T>(room: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (sqlState(error) === '23505' && violatedConstraint(error) === 'households_room')
      throw new Problem('household.room_taken', 409, { room });
    throw error;
  }
}

export interface HouseholdQuery extends HouseholdFilter {
  areaPath?: string | undefined;
  /** Only households with any tag: the list of trusted contacts. */
  tagged?: boolean;
}

/** Keyset page in the order of the doors; `total` exact up to 10,000, then null. */
export async function listHouseholdRows(
  context: Context,
  query: HouseholdQuery,
  paging: { cursor?: string | undefined; limit: number; uncounted?: boolean },
) {
  const after = decodeCursor(paging.cursor, 3);
  const base = filtered(context, query);
  const rows = await base
    .$if(after !== null, (select) =>
      select.where(
        sql<boolean>`(households.area_path, households.room_order, households.id) > (${after?.[0]}, ${after?.[1]}, ${after?.[2]}::uuid)`,
      ),
    )
    .selectAll('households')
    .orderBy('households.area_path')
    .orderBy('households.room_order')
    .orderBy('households.id')
    .limit(paging.limit + 1)
    .execute();
  const page = cutPage(rows, paging.limit, (row) => [row.area_path, row.room_order, row.id]);
  if (paging.uncounted) return { ...page, total: null };
  const whole = after === null && page.nextCursor === null;
  return { ...page, total: whole ? page.rows.length : await countRows(context, base) };
}

async function countRows(
  context: Context,
  base: SelectQueryBuilder<Tables, 'households', object>,
): Promise<number | null> {
  const { count } = await context.db
    .selectFrom(
      base
        .select('households.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count > countMax ? null : count;
}

function filtered(
  context: Context,
  filter: HouseholdQuery,
): SelectQueryBuilder<Tables, 'households', object> {
  const { areaPath, address, houseUse, tag, tagged, careTag, withMinors, over80 } = filter;
  const today = dayOf(context.now);
  let query: SelectQueryBuilder<Tables, 'households', object> = households(context)
    .where('households.left_at', 'is', null)
    .where(inAreas('households.area_path', areasWith(context.actor, 'person.read')));
  if (areaPath) query = query.where(inAreas('households.area_path', [areaPath]));
  if (address) query = query.where(contains('households.address', 'households.address_grams', address));
  if (houseUse) query = query.where('households.house_use', '=', houseUse);
  // Who may not see a tag may not find it by filtering either.
  if (tag || tagged)
    query = query
      .where(inAreas('households.area_path', trustedContactPaths(context.actor)))
      .where(sql<boolean>`households.tags <> '{}'`);
  if (tag) query = query.where(sql<boolean>`${tag} = any(households.tags)`);
  if (careTag && careTag !== 'aged_80')
    query = withMember(
      context,
      query,
      sql`persons.care_tags <> '{}' and ${careTag} = any(persons.care_tags)`,
    );
  if (careTag === 'aged_80' || over80)
    query = withMember(context, query, sql`persons.born_on <= ${bornBetween('over_80', today).to}`);
  if (withMinors)
    query = withMember(context, query, sql`persons.born_on >= ${bornBetween('under_18', today).from}`);
  return query;
}

function withMember(
  context: Context,
  query: SelectQueryBuilder<Tables, 'households', object>,
  condition: ReturnType<typeof sql>,
) {
  return query.where((is) =>
    is.exists(
      is
        .selectFrom('persons')
        .where('persons.street_id', '=', context.streetId)
        .whereRef('persons.household_id', '=', 'households.id')
        .where('persons.status', '=', 'active')
        .where(sql<boolean>`${condition}`)
        .select('persons.id'),
    ),
  );
}

function households(context: Context) {
  return context.db.selectFrom('households').where('households.street_id', '=', context.streetId);
}

/** Entrance → households in it that have not left; one query for a whole street. */
export async function countByArea(context: Context, below: readonly string[]) {
  return await households(context)
    .where('households.left_at', 'is', null)
    .where(inAreas('households.area_path', below))
    .groupBy(['households.area_id', 'households.area_path'])
    .select([
      'households.area_id as areaId',
      'households.area_path as areaPath',
      sql<number>`count(*)`.as('households'),
      sql<number>`count(*) filter (where households.house_use = 'vacant')`.as('vacant'),
    ])
    .execute();
}
