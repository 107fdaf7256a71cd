// Keys of phones that were lost.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { MemberKeyRow } from './keys.ts';

export async function findKey(context: Context, id: string): Promise<MemberKeyRow | undefined> {
  return await context.db
    .selectFrom('member_keys')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Keys of persons that may still be shown, and those of lost phones; the newest first. */
export async function keysOf(context: Context, personIds: readonly string[]): Promise<MemberKeyRow[]> {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('member_keys')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('ends_at', '>', context.now.toISOString())
    .orderBy('given_at', 'desc')
    .limit(100)
    .execute();
}

/** Answers the rows that were still alive. */
export async function revokeKeys(context: Context, ids: readonly string[]) {
  const rows = await context.db
    .updateTable('member_keys')
    .set({ revoked_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('revoked_at', 'is', null)
    .returning(['pseudonym', 'person_id'])
    .execute();
  if (rows.length > 0)
    await context.db
      .insertInto('revoked_member_keys')
      .values(
        rows.map((row) => ({
          ...row,
          street_id: context.streetId,
          revoked_at: context.now,
          revoked_by: context.actor.accountId ?? '',
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return rows;
}

export async function revokedSince(context: Context, since: Date): Promise<string[]> {
  const rows = await context.db
    .selectFrom('revoked_member_keys')
    .select('pseudonym')
    .where('street_id', '=', context.streetId)
    .where('revoked_at', '>', since.toISOString())
    .orderBy('revoked_at', 'desc')
    .limit(5000)
    .execute();
  return rows.map(({ pseudonym }) => pseudonym);
}

export async function isRevoked(context: Context, pseudonym: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('revoked_member_keys')
    .select('pseudonym')
    .where('street_id', '=', context.streetId)
    .where('pseudonym', '=', pseudonym)
    .executeTakeFirst();
  return row !== undefined;
}
