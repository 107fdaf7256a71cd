// Accounts by the person of the register they belong to.
import { sql } from 'kysely';
import { staffRoles } from '#contract/identity/roles.ts';
import type { Context } from '#kernel/context.ts';
import { localDay } from '../rules.ts';

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

/** Who of these persons holds a post today that is their work. */
export async function staffAmong(context: Context, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const today = localDay(context.now);
  const rows = await context.db
    .selectFrom('posts')
    .innerJoin('accounts', (join) =>
      join.onRef('accounts.street_id', '=', 'posts.street_id').onRef('accounts.id', '=', 'posts.account_id'),
    )
    .select('accounts.person_id')
    .where('posts.street_id', '=', context.streetId)
    .where('accounts.street_id', '=', context.streetId)
    .where('accounts.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('posts.role', 'in', [...staffRoles])
    .where('posts.starts_on', '<=', today)
    .where((is) => is.or([is('posts.ends_on', 'is', null), is('posts.ends_on', '>=', today)]))
    .execute();
  return new Set(rows.flatMap(({ person_id }) => person_id ?? []));
}
