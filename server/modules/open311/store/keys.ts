// SQL of the keys of programs.
import { type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';

export type KeyRow = NonNullable<Awaited<ReturnType<typeof findKey>>>;

export async function insertKey(
  context: Context,
  id: string,
  name: string,
  secretHash: string,
): Promise<void> {
  await context.db
    .insertInto('open311_keys')
    .values({
      street_id: context.streetId,
      id,
      name,
      secret_hash: secretHash,
      made_at: context.now,
      made_by: context.actor.displayName,
    })
    .execute();
}

const withCount = (context: Context) =>
  context.db
    .selectFrom('open311_keys as k')
    .where('k.street_id', '=', context.streetId)
    .select((is) => [
      'k.id',
      'k.name',
      'k.made_at',
      'k.made_by',
      'k.last_used_at',
      'k.revoked_at',
      'k.revoked_by',
      is
        .selectFrom('open311_requests as r')
        .where('r.street_id', '=', context.streetId)
        .whereRef('r.key_id', '=', 'k.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('request_count'),
    ]);

export async function findKey(context: Context, keyId: string) {
  return await withCount(context).where('k.id', '=', keyId).executeTakeFirst();
}

/** One row more than `limit`, newest first. */
export async function listKeyRows(
  context: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, 2);
  let query = withCount(context);
  if (after)
    query = query.where(sql<SqlBool>`(k.made_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return await query
    .orderBy('k.made_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Counted up to one more than `countMax`. */
export async function countKeys(context: Context): Promise<number> {
  const { count } = await context.db
    .selectFrom(
      context.db
        .selectFrom('open311_keys')
        .where('street_id', '=', context.streetId)
        .select('id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** False when it was revoked before. */
export async function saveRevocation(context: Context, keyId: string): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('open311_keys')
    .set({ revoked_at: context.now, revoked_by: context.actor.displayName })
    .where('street_id', '=', context.streetId)
    .where('id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * The living key behind a secret, and that it was used. It stays locked until the transaction ends, so that the same
 * report sent twice at once is seen by the second.
 */
export async function claimKey(context: Context, secretHash: string) {
  return await context.db
    .updateTable('open311_keys')
    .set({ last_used_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('secret_hash', '=', secretHash)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name'])
    .executeTakeFirst();
}
