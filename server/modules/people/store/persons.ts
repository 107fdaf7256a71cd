// All SQL on persons. Every query is led by the street.
import { type Insertable, type Selectable, type SelectQueryBuilder, sql, type Updateable } from 'kysely';
import type { PersonFilter } from '#contract/people/endpoints.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { sqlState, violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import { contains } from '#kernel/search/bigrams.ts';
import { bornBetween } from '../rules.ts';
import type { PersonsTable } from '../tables.ts';
import { phoneIndex, phoneTailIndex } from './columns.ts';

export type PersonRow = Selectable<PersonsTable>;
export type NewPersonRow = Omit<Insertable<PersonsTable>, 'street_id'>;

/** A list counts exactly up to here; nobody reads further. */
const countMax = 10_000;

export async function findPerson(context: Context, personId: string): Promise<PersonRow | undefined> {
  return await persons(context).where('persons.id', '=', personId).selectAll('persons').executeTakeFirst();
}

/** @throws Problem 404 `input.id_unknown`, also for a person of another street. */
export async function getPerson(context: Context, personId: string): Promise<PersonRow> {
  const found = await findPerson(context, personId);
  if (!found) throw new Problem('input.id_unknown', 404);
  return found;
}

export async function personsByIds(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await persons(context)
    .where('persons.id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .selectAll('persons')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** People of many households, heads first. */
export async function membersOf(context: Context, householdIds: readonly string[]): Promise<PersonRow[]> {
  if (householdIds.length === 0) return [];
  return await persons(context)
    .where('persons.household_id', '=', sql<string>`any(${[...householdIds]}::uuid[])`)
    .where('persons.status', '=', 'active')
    .selectAll('persons')
    .orderBy(sql`persons.relation = 'head' desc nulls last`)
    .orderBy('persons.born_on')
    .orderBy('persons.id')
    .execute();
}

export async function activeByPhone(context: Context, phone: string): Promise<PersonRow[]> {
  return await persons(context)
    .where('persons.phone_index', '=', phoneIndex(context.services.crypto, phone))
    .where('persons.status', '=', 'active')
    .selectAll('persons')
    .limit(2)
    .execute();
}

/** Phone → the active persons who share it. */
export async function activeByPhones(
  context: Context,
  phones: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const byIndex = new Map(phones.map((phone) => [phoneIndex(context.services.crypto, phone), phone]));
  const rows = await persons(context)
    .where('persons.phone_index', '=', sql<string>`any(${[...byIndex.keys()]}::text[])`)
    .where('persons.status', '=', 'active')
    .select(['persons.id', 'persons.name', 'persons.phone_index'])
    .execute();
  return Map.groupBy(rows, (row) => byIndex.get(row.phone_index ?? '') ?? '');
}

export interface PersonQuery extends PersonFilter {
  areaPath?: string | undefined;
}

/** Keyset page in the order of the places; `total` exact up to 10,000, then null. */
export async function listPersonRows(
  context: Context,
  query: PersonQuery,
  paging: { cursor?: string | undefined; limit: number; uncounted?: boolean },
) {
  const after = decodeCursor(paging.cursor, 2);
  const base = filtered(context, query);
  const rows = await base
    .$if(after !== null, (select) =>
      select.where(sql<boolean>`(persons.area_path, persons.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .selectAll('persons')
    .orderBy('persons.area_path')
    .orderBy('persons.id')
    .limit(paging.limit + 1)
    .execute();
  const page = cutPage(rows, paging.limit, (row) => [row.area_path, row.id]);
  if (paging.uncounted) return { ...page, total: null };
  const whole = after === null && page.nextCursor === null;
  return { ...page, total: whole ? page.rows.length : await countRows(context, base) };
}

async function countRows(
  context: Context,
  base: SelectQueryBuilder<Tables, 'persons', object>,
): Promise<number | null> {
  const { count } = await context.db
    .selectFrom(
      base
        .select('persons.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count > countMax ? null : count;
}

function filtered(context: Context, filter: PersonQuery): SelectQueryBuilder<Tables, 'persons', object> {
  const { areaPath, name, phone, address, careTag, age, houseUse } = filter;
  const { crypto } = context.services;
  let query: SelectQueryBuilder<Tables, 'persons', object> = persons(context)
    .where('persons.status', '=', 'active')
    .where(inAreas('persons.area_path', areasWith(context.actor, 'person.read')));
  if (areaPath) query = query.where(inAreas('persons.area_path', [areaPath]));
  if (name) query = query.where(contains('persons.name', 'persons.name_grams', name));
  if (address) query = query.where(contains('persons.address', 'persons.address_grams', address));
  if (phone)
    query =
      phone.length === 4
        ? query.where('persons.phone_tail_index', '=', phoneTailIndex(crypto, phone))
        : query.where('persons.phone_index', '=', phoneIndex(crypto, phone));
  const band = careTag === 'aged_80' ? 'over_80' : age;
  if (band) query = bornIn(query, bornBetween(band, dayOf(context.now)));
  if (age && band !== age) query = bornIn(query, bornBetween(age, dayOf(context.now)));
  if (careTag && careTag !== 'aged_80')
    query = query.where(sql<boolean>`(persons.care_tags <> '{}' and ${careTag} = any(persons.care_tags))`);
  if (houseUse)
    query = query.where((is) =>
      is.exists(
        is
          .selectFrom('households')
          .where('households.street_id', '=', context.streetId)
          .whereRef('households.id', '=', 'persons.household_id')
          .where('households.house_use', '=', houseUse)
          .select('households.id'),
      ),
    );
  return query;
}

function bornIn(
  query: SelectQueryBuilder<Tables, 'persons', object>,
  span: { from: string | null; to: string | null },
) {
  let limited = query;
  if (span.from) limited = limited.where('persons.born_on', '>=', span.from);
  if (span.to) limited = limited.where('persons.born_on', '<=', span.to);
  return limited;
}

function persons(context: Context) {
  return context.db.selectFrom('persons').where('persons.street_id', '=', context.streetId);
}

/** @throws Problem 409 where the identity number or the place of the head is taken. */
export async function insertPerson(context: Context, row: NewPersonRow): Promise<PersonRow> {
  return await told(
    context.db
      .insertInto('persons')
      .values({ ...row, street_id: context.streetId })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

/** Changes one version of a person; undefined when somebody was faster. */
export async function savePerson(
  context: Context,
  known: { id: string; version: number },
  values: Omit<Updateable<PersonsTable>, 'street_id' | 'id' | 'version'>,
): Promise<PersonRow | undefined> {
  return await told(
    context.db
      .updateTable('persons')
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

const takenBy: Record<string, string> = {
  persons_id_number: 'person.id_number_taken',
  persons_head: 'person.head_taken',
};

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = takenBy[violatedConstraint(error) ?? ''];
    if (sqlState(error) === '23505' && code) throw new Problem(code, 409);
    throw error;
  }
}

/** The household's door becomes the door of its people. */
export async function moveMembers(
  context: Context,
  householdId: string,
  values: Pick<
    Updateable<PersonsTable>,
    'area_id' | 'area_path' | 'address' | 'address_grams' | 'status' | 'ended_at'
  >,
): Promise<string[]> {
  const rows = await context.db
    .updateTable('persons')
    .set((is) => ({
      ...values,
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: is('version', '+', 1),
    }))
    .where('street_id', '=', context.streetId)
    .where('household_id', '=', householdId)
    .where('status', '=', 'active')
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** One head a household: the former head steps back before the new one is named. */
export async function setHead(context: Context, householdId: string, headId: string): Promise<void> {
  const set = (relation: 'head' | 'other') =>
    context.db
      .updateTable('persons')
      .set((is) => ({
        relation,
        updated_at: context.now,
        updated_by: context.actor.displayName,
        version: is('version', '+', 1),
      }))
      .where('street_id', '=', context.streetId)
      .where('household_id', '=', householdId)
      .where('status', '=', 'active');
  await set('other').where('relation', '=', 'head').execute();
  await set('head').where('id', '=', headId).execute();
}
