import { type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { decodeCursor } from '#kernel/cursor.ts';

export async function listHeadRows(context: Context, page: { cursor?: string | undefined; limit: number }) {
  let query = context.db.selectFrom('audit_heads').selectAll().where('street_id', '=', context.streetId);
  const after = decodeCursor(page.cursor, 1);
  if (after) query = query.where(sql<SqlBool>`day::text < ${String(after[0])}`);
  return await query
    .orderBy('day', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countHeads(context: Context): Promise<number> {
  const counted = await context.db
    .selectFrom('audit_heads')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('street_id', '=', context.streetId)
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** The last link sealed before the instant: the head of the day that ended then. */
export async function headBefore(context: Context, instant: Date) {
  return await context.db
    .selectFrom('event_seals')
    .select(['seq', 'hash'])
    .where('street_id', '=', context.streetId)
    .where('sealed_at', '<', instant.toISOString())
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** True when this call published it; a day is published once. */
export async function insertHead(
  context: Context,
  head: { day: string; seq: number; hash: string },
): Promise<boolean> {
  const inserted = await context.db
    .insertInto('audit_heads')
    .values({ ...head, street_id: context.streetId, published_at: context.now })
    .onConflict((conflict) => conflict.columns(['street_id', 'day']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Published heads whose place in the chain no longer carries their hash. */
export async function disagreeingHeads(context: Context) {
  return await context.db
    .selectFrom('audit_heads as h')
    .leftJoin('event_seals as s', (join) =>
      join.onRef('s.street_id', '=', 'h.street_id').onRef('s.seq', '=', 'h.seq'),
    )
    .select(['h.seq', 'h.day'])
    .where('h.street_id', '=', context.streetId)
    .where((build) => build.or([build('s.hash', 'is', null), build('s.hash', '!=', build.ref('h.hash'))]))
    .orderBy('h.seq')
    .limit(1)
    .execute();
}
