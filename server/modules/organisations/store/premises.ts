// The floor-by-floor ledger of rooms.
import { type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';

export type PremisesRow = Awaited<ReturnType<typeof getPremisesRow>>;

/** @throws Problem 404 `input.id_unknown` */
export async function getPremisesRow(context: Context, premisesId: string) {
  const row = await context.db
    .selectFrom('premises')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', premisesId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function premisesOf(context: Context, organisationId: string) {
  return await context.db
    .selectFrom('premises')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .orderBy('area_path')
    .orderBy('room')
    .limit(200)
    .execute();
}

export interface PremisesFilter {
  areaPath?: string | undefined;
  vacant?: true | undefined;
  checkedBefore?: string | undefined;
}

const noFloor = -1000;
export const floorKey = (floor: number | null): number => floor ?? noFloor;

export async function listPremisesRows(
  context: Context,
  filter: PremisesFilter & { cursor?: string | undefined; limit: number },
) {
  let query = filtered(context, filter).selectAll('p');
  const after = decodeCursor(filter.cursor, 4);
  if (after) {
    const [path, floor, room, id] = after;
    query = query.where(
      sql<SqlBool>`(p.area_path, coalesce(p.floor, ${noFloor}), p.room, p.id::text) > (${path}, ${typeof floor === 'number' ? floor : noFloor}::integer, ${room}, ${id})`,
    );
  }
  return await query
    .orderBy('p.area_path')
    .orderBy(sql`coalesce(p.floor, ${noFloor})`)
    .orderBy('p.room')
    .orderBy('p.id')
    .limit(filter.limit + 1)
    .execute();
}

export async function countPremises(context: Context, filter: PremisesFilter): Promise<number> {
  const counted = await context.db
    .selectFrom(
      filtered(context, filter)
        .select('p.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

function filtered(context: Context, filter: PremisesFilter) {
  let query = context.db
    .selectFrom('premises as p')
    .where('p.street_id', '=', context.streetId)
    .where(inAreas('p.area_path', areasWith(context.actor, 'organisation.read')));
  if (filter.areaPath) query = query.where(inAreas('p.area_path', [filter.areaPath]));
  if (filter.vacant) query = query.where('p.organisation_id', 'is', null);
  const { checkedBefore } = filter;
  if (checkedBefore)
    query = query.where((build) =>
      build.or([build('p.checked_on', 'is', null), build('p.checked_on', '<', checkedBefore)]),
    );
  return query;
}

export async function insertPremises(
  context: Context,
  columns: Omit<Tables['premises'], 'street_id' | 'id' | 'version'>,
): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('premises')
    .values({ ...columns, street_id: context.streetId, id, version: 1 })
    .execute();
  return id;
}

export async function updatePremises(
  context: Context,
  premisesId: string,
  version: number,
  columns: Partial<Omit<Tables['premises'], 'street_id' | 'id' | 'version'>>,
): Promise<boolean> {
  const written = await context.db
    .updateTable('premises')
    .set({ ...columns, version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', premisesId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

export async function deletePremises(context: Context, premisesId: string): Promise<void> {
  await context.db
    .deleteFrom('premises')
    .where('street_id', '=', context.streetId)
    .where('id', '=', premisesId)
    .execute();
}

export async function countPremisesFigures(context: Context, paths: readonly string[], checkedSince: string) {
  return await context.db
    .selectFrom('premises as p')
    .select([
      (build) => build.fn.countAll<number>().as('total'),
      sql<number>`count(*) filter (where p.organisation_id is null)`.as('vacant'),
      sql<number>`count(*) filter (where p.checked_on is null or p.checked_on < ${checkedSince}::date)`.as(
        'unchecked',
      ),
    ])
    .where('p.street_id', '=', context.streetId)
    .where(inAreas('p.area_path', paths))
    .executeTakeFirstOrThrow();
}
