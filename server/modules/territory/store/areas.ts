// All SQL on areas and grid types. Every query is led by the street.
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { AreaKind, Level } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { inAreas } from '#kernel/scope.ts';
import type { AreasTable } from '../tables.ts';

export type AreaRow = Selectable<AreasTable>;
export type NewArea = Omit<AreaRow, 'street_id' | 'version' | 'changed_at' | 'changed_by' | 'level_rank'>;

export async function findArea(context: Context, areaId: string): Promise<AreaRow | undefined> {
  return await areas(context).where('areas.id', '=', areaId).selectAll('areas').executeTakeFirst();
}

/** @throws Problem 404 `input.id_unknown`, also for an area of another street. */
export async function getArea(context: Context, areaId: string): Promise<AreaRow> {
  const found = await findArea(context, areaId);
  if (!found) throw new Problem('input.id_unknown', 404);
  return found;
}

export async function findAreaByCode(context: Context, code: string): Promise<AreaRow | undefined> {
  return await areas(context).where('areas.code', '=', code).selectAll('areas').executeTakeFirst();
}

export async function areasWithCodes(context: Context, codes: readonly string[]): Promise<AreaRow[]> {
  if (codes.length === 0) return [];
  return await areas(context)
    .where('areas.code', '=', sql<string>`any(${[...codes]}::text[])`)
    .selectAll('areas')
    .orderBy('areas.path')
    .execute();
}

export async function areasWithIds(context: Context, ids: readonly string[]): Promise<AreaRow[]> {
  if (ids.length === 0) return [];
  return await areas(context)
    .where('areas.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .selectAll('areas')
    .execute();
}

export async function namesOfAreas(
  context: Context,
  ids: readonly string[],
): Promise<Pick<AreaRow, 'id' | 'name'>[]> {
  if (ids.length === 0) return [];
  return await areas(context)
    .where('areas.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['areas.id', 'areas.name'])
    .execute();
}

export interface AreaFilter {
  /** Paths the viewer may read; null where the caller has decided already. */
  paths: readonly string[] | null;
  level?: Level | undefined;
  kind?: AreaKind | undefined;
  gridType?: string | undefined;
  below?: string | undefined;
  parentId?: string | null | undefined;
  search?: string | undefined;
  when: 'current' | 'retired' | 'all';
}

export interface ListedArea extends AreaRow {
  children_count: number;
}

/** Areas in the order of the tree, from the one after `afterPath`. */
export async function listAreas(
  context: Context,
  filter: AreaFilter,
  paging: { afterPath: string | null; limit: number },
): Promise<ListedArea[]> {
  return await filtered(context, filter)
    .$if(paging.afterPath !== null, (query) => query.where('areas.path', '>', paging.afterPath ?? ''))
    .selectAll('areas')
    .select((eb) =>
      eb
        .selectFrom('areas as child')
        .where('child.street_id', '=', context.streetId)
        .whereRef('child.parent_id', '=', 'areas.id')
        .where('child.valid_to', 'is', null)
        .select(sql<number>`count(*)`.as('count'))
        .as('children_count'),
    )
    .orderBy('areas.path')
    .limit(paging.limit)
    .$castTo<ListedArea>()
    .execute();
}

export async function totalAreas(context: Context, filter: AreaFilter, max: number): Promise<number> {
  const counted = await context.db
    .selectFrom(
      filtered(context, filter)
        .select('areas.id')
        .limit(max + 1)
        .as('found'),
    )
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

export async function countByLevel(
  context: Context,
  below: readonly string[],
): Promise<{ level: Level; kind: AreaKind | null; count: number }[]> {
  return await areas(context)
    .where(inAreas('areas.path', below))
    .where('areas.valid_to', 'is', null)
    .groupBy(['areas.level_rank', 'areas.level', 'areas.kind'])
    .select(['areas.level', 'areas.kind', sql<number>`count(*)`.as('count')])
    .orderBy('areas.level_rank')
    .orderBy('areas.kind')
    .execute();
}

/** Dwellings as built, below a path; 0 where nobody has said. */
export async function householdsDeclaredBelow(context: Context, path: string): Promise<number> {
  const { sum } = await areas(context)
    .where(inAreas('areas.path', [path]))
    .where('areas.level', '=', 'entrance')
    .where('areas.valid_to', 'is', null)
    .select(sql<number>`coalesce(sum(areas.households_declared), 0)`.as('sum'))
    .executeTakeFirstOrThrow();
  return sum;
}

export interface BuildingSummary {
  areaId: string;
  name: string;
  estateName: string | null;
  entrancesCount: number;
  householdsDeclared: number;
}

/** Buildings below a path with what stands inside them, for the sheet; at most 1,000. */
export async function buildingsBelow(context: Context, path: string): Promise<BuildingSummary[]> {
  return await context.db
    .selectFrom('areas as building')
    .leftJoin('areas as estate', (join) =>
      join
        .onRef('estate.id', '=', 'building.parent_id')
        .on('estate.street_id', '=', context.streetId)
        .on('estate.level', '=', 'estate'),
    )
    .leftJoin('areas as entrance', (join) =>
      join
        .onRef('entrance.parent_id', '=', 'building.id')
        .on('entrance.street_id', '=', context.streetId)
        .on('entrance.valid_to', 'is', null),
    )
    .where('building.street_id', '=', context.streetId)
    .where('building.level', '=', 'building')
    .where('building.valid_to', 'is', null)
    .where(inAreas('building.path', [path]))
    .groupBy(['building.id', 'building.name', 'building.path', 'estate.name'])
    .orderBy('building.path')
    .limit(1_000)
    .select([
      'building.id as areaId',
      'building.name',
      'estate.name as estateName',
      sql<number>`count(entrance.id)`.as('entrancesCount'),
      sql<number>`coalesce(sum(entrance.households_declared), 0)`.as('householdsDeclared'),
    ])
    .execute();
}

export async function livingChildren(context: Context, areaId: string): Promise<number> {
  const { count } = await areas(context)
    .where('areas.parent_id', '=', areaId)
    .where('areas.valid_to', 'is', null)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The living sibling of that name, for the question whether it is the same place. */
export async function findNamesake(
  context: Context,
  place: { parentId: string; level: Level; name: string; notId: string | null },
): Promise<AreaRow | undefined> {
  return await areas(context)
    .where('areas.parent_id', '=', place.parentId)
    .where('areas.level', '=', place.level)
    .where('areas.name', '=', place.name)
    .where('areas.valid_to', 'is', null)
    .$if(place.notId !== null, (query) => query.where('areas.id', '<>', place.notId ?? ''))
    .selectAll('areas')
    .executeTakeFirst();
}

/** Living places of a level that carry one of these names, or the code. */
export async function livingNamed(
  context: Context,
  level: Level,
  names: readonly string[],
): Promise<AreaRow[]> {
  return await areas(context)
    .where('areas.level', '=', level)
    .where('areas.valid_to', 'is', null)
    .where((is) => is.or([is('areas.name', 'in', [...names]), is('areas.code', 'in', [...names])]))
    .selectAll('areas')
    .limit(20)
    .execute();
}

export async function codesBeginningWith(context: Context, prefix: string): Promise<string[]> {
  const rows = await areas(context)
    .where('areas.code', 'like', `${prefix.replace(/[\\%_]/g, '\\$&')}%`)
    .select('areas.code')
    .execute();
  return rows.map((row) => row.code);
}

/** Changes some columns of one version of an area; undefined when somebody was faster. */
export async function saveArea(
  context: Context,
  known: { areaId: string; version: number },
  values: Partial<Omit<AreaRow, 'street_id' | 'id' | 'version'>>,
): Promise<AreaRow | undefined> {
  return await context.db
    .updateTable('areas')
    .set({
      ...values,
      version: known.version + 1,
      changed_at: context.now,
      changed_by: context.actor.displayName,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', known.areaId)
    .where('version', '=', known.version)
    .returningAll()
    .executeTakeFirst();
}

/** Replaces the beginning of every path below a moved area, itself not included. Returns how many. */
export async function rewritePaths(context: Context, fromPath: string, toPath: string): Promise<number> {
  let count = 0;
  for (const column of ['areas.path', 'area_resources.area_path'] as const) {
    const [table, name] = column.split('.') as ['areas' | 'area_resources', 'path' | 'area_path'];
    const result = await sql`
      update ${sql.table(table)}
      set ${sql.ref(name)} = ${toPath} || substr(${sql.ref(name)}, ${fromPath.length + 1}::int)
      where street_id = ${context.streetId} and ${inAreas(name, [fromPath])}`.execute(context.db);
    if (table === 'areas') count = Number(result.numAffectedRows ?? 0);
  }
  return count;
}

export async function listGridTypes(context: Context) {
  return await context.db
    .selectFrom('grid_types')
    .where('grid_types.street_id', '=', context.streetId)
    .select(['code', 'label', 'color'])
    .orderBy('position')
    .execute();
}

function areas(context: Context) {
  return context.db.selectFrom('areas').where('areas.street_id', '=', context.streetId);
}

function filtered(context: Context, filter: AreaFilter) {
  const { paths, level, kind, gridType, below, parentId, search, when } = filter;
  let query: SelectQueryBuilder<Tables, 'areas', object> = areas(context);
  if (paths !== null) query = query.where(inAreas('areas.path', paths));
  if (level) query = query.where('areas.level', '=', level);
  if (kind) query = query.where('areas.kind', '=', kind);
  if (gridType) query = query.where('areas.grid_type', '=', gridType);
  if (below) query = query.where(inAreas('areas.path', [below]));
  if (parentId) query = query.where('areas.parent_id', '=', parentId);
  if (search) query = query.where(named(search));
  if (when === 'current') query = query.where('areas.valid_to', 'is', null);
  if (when === 'retired') query = query.where('areas.valid_to', 'is not', null);
  return query;
}

/** A street has some thousand areas: reading them beats an index of two-character pieces. */
function named(search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(areas.name like ${pattern} or areas.code like ${pattern}
    or exists (select 1 from unnest(areas.aliases) as alias where alias like ${pattern}))`;
}
