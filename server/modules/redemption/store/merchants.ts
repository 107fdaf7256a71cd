// Merchants that take part.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import type { MerchantsTable } from '../tables.ts';

export type MerchantRow = Awaited<ReturnType<typeof getMerchantRow>>;

const all = (context: Context) =>
  context.db.selectFrom('merchants').selectAll().where('street_id', '=', context.streetId);

/** @throws Problem 404 `input.id_unknown`, also for a merchant of another street. */
export async function getMerchantRow(context: Context, merchantId: string) {
  const row = await all(context).where('id', '=', merchantId).executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function merchantRows(context: Context, merchantIds: readonly string[]) {
  if (merchantIds.length === 0) return [];
  return await all(context)
    .where('id', 'in', [...new Set(merchantIds)])
    .execute();
}

/** The shops behind posts, the longest in the scheme first. */
export async function merchantsOfOrganisations(context: Context, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  return await all(context)
    .where('organisation_id', 'in', [...organisationIds])
    .orderBy('joined_at')
    .orderBy('id')
    .execute();
}

interface Filter {
  status?: MerchantsTable['status'] | undefined;
}

const listed = (context: Context, { status }: Filter) =>
  context.db
    .selectFrom('merchants')
    .where('street_id', '=', context.streetId)
    .where(inAreas('area_path', areasWith(context.actor, 'points.read')))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'active'));

/** One row more than `limit`, the latest to join first. */
export async function listMerchantRows(
  context: Context,
  filter: Filter & { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, 2);
  let query = listed(context, filter).selectAll();
  if (after)
    query = query.where(sql<boolean>`(joined_at, id::text) < (${after[0]}::timestamptz, ${after[1]})`);
  return await query
    .orderBy('joined_at', 'desc')
    .orderBy(sql`id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function countMerchants(context: Context, filter: Filter): Promise<number> {
  const { count } = await context.db
    .selectFrom(
      listed(context, filter)
        .select('id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertMerchant(
  context: Context,
  row: Omit<MerchantsTable, 'street_id' | 'joined_at' | 'updated_at' | 'updated_by' | 'version'>,
): Promise<void> {
  await context.db
    .insertInto('merchants')
    .values({
      ...row,
      street_id: context.streetId,
      joined_at: context.now,
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: 1,
    })
    .execute();
}

/** False when somebody was faster. */
export async function updateMerchant(
  context: Context,
  merchantId: string,
  version: number,
  columns: Pick<MerchantsTable, 'agreement' | 'fen_per_point' | 'badge' | 'status'>,
): Promise<boolean> {
  const written = await context.db
    .updateTable('merchants')
    .set({
      ...columns,
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: version + 1,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', merchantId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** The copy of the place follows when an area moves. */
export async function moveMerchants(context: Context, fromPath: string, toPath: string): Promise<void> {
  await context.db
    .updateTable('merchants')
    .set({ area_path: sql<string>`${toPath} || substr(area_path, ${fromPath.length + 1}::int)` })
    .where('street_id', '=', context.streetId)
    .where(inAreas('area_path', [fromPath]))
    .execute();
}
