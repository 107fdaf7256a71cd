// All SQL on borders.
import { type Selectable, sql } from 'kysely';
import type { Level } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';
import type { BoundingBox, MultiPolygon, Position } from '#kernel/geo/shape.ts';
import { inAreas } from '#kernel/scope.ts';
import type { AreaBoundariesTable } from '../tables.ts';

export type BoundaryRow = Selectable<AreaBoundariesTable>;
export type NewBoundary = Omit<BoundaryRow, 'street_id' | 'valid_to' | 'recorded_at' | 'recorded_by'>;

/** A present border with the place it belongs to. */
export interface DrawnArea {
  id: string;
  level: Level;
  code: string;
  name: string;
  path: string;
  parent_id: string | null;
  grid_type: string | null;
  label_longitude: number;
  label_latitude: number;
  schematic: boolean;
  geometry: MultiPolygon;
}

export async function boundariesOf(context: Context, areaId: string): Promise<BoundaryRow[]> {
  return await context.db
    .selectFrom('area_boundaries')
    .where('area_boundaries.street_id', '=', context.streetId)
    .where('area_id', '=', areaId)
    .selectAll()
    .orderBy(sql`valid_to is null`, 'desc')
    .orderBy('valid_from', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(200)
    .execute();
}

export async function presentBoundaries(
  context: Context,
  areaIds: readonly string[],
): Promise<BoundaryRow[]> {
  if (areaIds.length === 0) return [];
  return await context.db
    .selectFrom('area_boundaries')
    .where('area_boundaries.street_id', '=', context.streetId)
    .where('area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
    .where('valid_to', 'is', null)
    .selectAll()
    .execute();
}

/** Closes the present borders of these areas on the day the new ones begin, then writes the new ones. */
export async function replaceBoundaries(context: Context, rows: readonly NewBoundary[]): Promise<void> {
  const batch = JSON.stringify(
    rows.map((row) => ({
      ...row,
      street_id: context.streetId,
      recorded_at: context.now.toISOString(),
      recorded_by: context.actor.displayName,
    })),
  );
  await sql`
    update area_boundaries set valid_to = drawn.valid_from
    from jsonb_to_recordset(${batch}::jsonb) as drawn (area_id uuid, valid_from date)
    where area_boundaries.street_id = ${context.streetId} and area_boundaries.area_id = drawn.area_id
      and area_boundaries.valid_to is null`.execute(context.db);
  await sql`
    insert into area_boundaries (street_id, id, area_id, valid_from, valid_to, geometry, area_m2,
      label_longitude, label_latitude, west, south, east, north, datum_of_source, schematic, source,
      recorded_at, recorded_by)
    select street_id, id, area_id, valid_from, null, geometry, area_m2, label_longitude, label_latitude,
      west, south, east, north, datum_of_source, schematic, source, recorded_at, recorded_by
    from jsonb_to_recordset(${batch}::jsonb) as drawn (
      street_id bigint, id uuid, area_id uuid, valid_from date, geometry jsonb, area_m2 bigint,
      label_longitude double precision, label_latitude double precision, west double precision,
      south double precision, east double precision, north double precision, datum_of_source text,
      schematic boolean, source text, recorded_at timestamptz, recorded_by text)`.execute(context.db);
}

/** Living places with a border whose box holds the position, smallest level first. */
export async function boxesAround(context: Context, [longitude, latitude]: Position): Promise<DrawnArea[]> {
  return await drawn(context)
    .where('boundary.west', '<=', longitude)
    .where('boundary.east', '>=', longitude)
    .where('boundary.south', '<=', latitude)
    .where('boundary.north', '>=', latitude)
    .orderBy('area.level_rank', 'desc')
    .orderBy('area.code')
    .execute();
}

/** Living places of a level whose boxes touch a box. */
export async function boxesTouching(context: Context, level: Level, box: BoundingBox): Promise<DrawnArea[]> {
  const [west, south, east, north] = box;
  return await drawn(context)
    .where('area.level', '=', level)
    .where('boundary.west', '<=', east)
    .where('boundary.east', '>=', west)
    .where('boundary.south', '<=', north)
    .where('boundary.north', '>=', south)
    .orderBy('area.path')
    .limit(200)
    .execute();
}

/** Living places with a border at or below a path, of one level or of all; at most 3,000. */
export async function drawnBelow(context: Context, path: string, level?: Level): Promise<DrawnArea[]> {
  return await drawn(context)
    .where(inAreas('area.path', [path]))
    .$if(level !== undefined, (query) => query.where('area.level', '=', level as Level))
    .orderBy('area.path')
    .limit(3_000)
    .execute();
}

/** Levels that have borders below a path, from the top down. */
export async function drawnLevels(context: Context, path: string): Promise<Level[]> {
  const rows = await context.db
    .selectFrom('area_boundaries as boundary')
    .innerJoin('areas as area', (join) =>
      join.onRef('area.street_id', '=', 'boundary.street_id').onRef('area.id', '=', 'boundary.area_id'),
    )
    .where('boundary.street_id', '=', context.streetId)
    .where('area.street_id', '=', context.streetId)
    .where('boundary.valid_to', 'is', null)
    .where('area.valid_to', 'is', null)
    .where(inAreas('area.path', [path]))
    .groupBy(['area.level', 'area.level_rank'])
    .orderBy('area.level_rank')
    .select('area.level')
    .execute();
  return rows.map((row) => row.level);
}

function drawn(context: Context) {
  return context.db
    .selectFrom('area_boundaries as boundary')
    .innerJoin('areas as area', (join) =>
      join.onRef('area.street_id', '=', 'boundary.street_id').onRef('area.id', '=', 'boundary.area_id'),
    )
    .where('boundary.street_id', '=', context.streetId)
    .where('area.street_id', '=', context.streetId)
    .where('boundary.valid_to', 'is', null)
    .where('area.valid_to', 'is', null)
    .select([
      'area.id',
      'area.level',
      'area.code',
      'area.name',
      'area.path',
      'area.parent_id',
      'area.grid_type',
      'boundary.label_longitude',
      'boundary.label_latitude',
      'boundary.schematic',
      'boundary.geometry',
    ]);
}

/** Of the borders in force. */
export async function labelPoints(context: Context, areaIds: readonly string[]) {
  if (areaIds.length === 0) return [];
  return await context.db
    .selectFrom('area_boundaries')
    .select(['area_id', 'label_longitude', 'label_latitude'])
    .where('street_id', '=', context.streetId)
    .where('area_id', 'in', areaIds)
    .where('valid_to', 'is', null)
    .execute();
}
