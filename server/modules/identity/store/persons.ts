// Accounts by the person of the register they belong to.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

const rowsOf = async (context: Context, personIds: readonly string[]) =>
  personIds.length === 0
    ? []
    : await context.db
        .selectFrom('accounts')
        .select(['id', 'person_id', 'phone_cipher'])
        .where('street_id', '=', context.streetId)
        .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
        .where('status', '=', 'active')
        .execute();

/** Person → account; a person without one is missing. */
export async function accountsOfPersons(
  context: Context,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf(context, personIds);
  return new Map(rows.flatMap(({ person_id, id }) => (person_id ? [[person_id, id] as const] : [])));
}

/** Person → the phone they sign in with, in the clear; the caller has checked the right and says so in the trail. */
export async function phonesOfPersons(
  context: Context,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf(context, personIds);
  return new Map(
    rows.flatMap(({ person_id, phone_cipher }) =>
      person_id ? [[person_id, context.services.crypto.decrypt(phone_cipher)] as const] : [],
    ),
  );
}
