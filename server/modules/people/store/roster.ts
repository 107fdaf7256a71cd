// SQL by which a sheet finds what is registered already: some hundred rows in one query.
import { type Insertable, sql } from 'kysely';
import type { LookPurpose, RevealField } from '#contract/people/codes.ts';
import type { Context } from '#kernel/context.ts';
import type { RevealsTable } from '../tables.ts';
import type { HouseholdRow } from './households.ts';
import type { PersonRow } from './persons.ts';

/** Households that stand behind some doors now; more rooms than asked for are not read. */
export async function householdsBehind(
  context: Context,
  areaIds: readonly string[],
  rooms: readonly string[],
): Promise<HouseholdRow[]> {
  return await context.db
    .selectFrom('households')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('left_at', 'is', null)
    .where('area_id', '=', sql<string>`any(${[...new Set(areaIds)]}::uuid[])`)
    .where('room', '=', sql<string>`any(${[...new Set(rooms)]}::text[])`)
    .execute();
}

export async function personsByIdNumbers(context: Context, indexes: readonly string[]): Promise<PersonRow[]> {
  if (indexes.length === 0) return [];
  return await context.db
    .selectFrom('persons')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id_number_index', '=', sql<string>`any(${[...indexes]}::text[])`)
    .execute();
}

/** An approved export of clear values is a look at everybody in it. */
export async function insertExportLooks(
  context: Context,
  personIds: readonly string[],
  fields: readonly RevealField[],
): Promise<void> {
  if (personIds.length === 0) return;
  const purpose: LookPurpose = 'export';
  await context.db
    .insertInto('reveals')
    .values(
      personIds.map(
        (personId): Insertable<RevealsTable> => ({
          street_id: context.streetId,
          id: context.newId(),
          person_id: personId,
          account_id: context.actor.accountId ?? '',
          by_name: context.actor.displayName,
          by_role: context.acting?.role ?? null,
          purpose,
          reason: '',
          fields: [...fields],
          request_id: null,
          at: context.now,
        }),
      ),
    )
    .execute();
}
