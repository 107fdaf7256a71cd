// The face of territory: what is plugged in, and the reads that upper floors may use.
import type { Level } from '#contract/territory/levels.ts';
import type { AreaName, LevelCount } from '#contract/territory/records.ts';
import { territoryProblems } from '#contract/territory/words.ts';
import type { Context } from '#kernel/context.ts';
import type { Position } from '#kernel/geo/shape.ts';
import type { Module } from '#kernel/module.ts';
import { areasOut } from './exports.ts';
import { entrancesIn } from './imports.ts';
import { routes } from './routes.ts';
import { codesOf } from './rules.ts';
import { findAround } from './service/map.ts';
import * as store from './store/areas.ts';
import { labelPoints } from './store/boundaries.ts';
import { lastChange, type NamedPlace, namedPlaces } from './store/names.ts';
import { viewName } from './view.ts';

export { type NewBorder, plantBoundaries } from './service/boundary.ts';
export { type PlantedArea, plantAreas, plantGridTypes } from './service/plant.ts';

export const territoryModule: Module = {
  name: 'territory',
  routes,
  imports: [entrancesIn],
  exports: [areasOut],
  problems: territoryProblems,
};

/** A place as other modules need it: keep `areaId` and `path` on your own rows, follow `area.moved`. */
export interface Place {
  areaId: string;
  level: Level;
  kind: store.AreaRow['kind'];
  code: string;
  name: string;
  aliases: readonly string[];
  parentId: string | null;
  path: string;
  gridType: string | null;
  householdsDeclared: number | null;
  /** Set once it has ended: show it, but let nothing new begin there. */
  validTo: string | null;
}

/** @throws Problem 404 `input.id_unknown`, also for a place of another street. Says nothing about the viewer's right. */
export async function getArea(context: Context, areaId: string): Promise<Place> {
  return placeOf(await store.getArea(context, areaId));
}

export async function findArea(context: Context, areaId: string): Promise<Place | undefined> {
  const row = await store.findArea(context, areaId);
  return row && placeOf(row);
}

export async function findAreaByCode(context: Context, code: string): Promise<Place | undefined> {
  const row = await store.findAreaByCode(context, code);
  return row && placeOf(row);
}

/** Code → place, for registers that name many; unknown codes are missing. */
export async function areasByCodes(context: Context, codes: readonly string[]): Promise<Map<string, Place>> {
  const rows = await store.areasWithCodes(context, codes);
  return new Map(rows.map((row) => [row.code, placeOf(row)]));
}

/** Id → place, for lists that show many. */
export async function areasByIds(context: Context, ids: readonly string[]): Promise<Map<string, Place>> {
  const rows = await store.areasWithIds(context, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, placeOf(row)]));
}

/** Id → name; one query for a whole list. */
export async function areaNames(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await store.namesOfAreas(context, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** From the street down to the place itself. */
export async function areaChain(context: Context, areaId: string): Promise<AreaName[]> {
  const row = await store.getArea(context, areaId);
  return (await store.areasWithCodes(context, codesOf(row.path))).map(viewName);
}

/** Living places below (and at) any of the paths, in the order of the tree; at most 5,000. */
export async function listAreasBelow(
  context: Context,
  paths: readonly string[],
  filter: { level?: Level; search?: string } = {},
): Promise<Place[]> {
  const rows = await store.listAreas(
    context,
    { ...filter, paths, when: 'current' },
    { afterPath: null, limit: 5_000 },
  );
  return rows.map(placeOf);
}

export async function listChildren(context: Context, areaId: string): Promise<Place[]> {
  const rows = await store.listAreas(
    context,
    { parentId: areaId, paths: null, when: 'current' },
    { afterPath: null, limit: 5_000 },
  );
  return rows.map(placeOf);
}

/** All living places with the names they go by, in the order of the tree; a street has a few thousand. */
export async function listNamedPlaces(context: Context): Promise<NamedPlace[]> {
  return await namedPlaces(context);
}

/** When the register of places last changed: what was read at the same stamp is still true. */
export async function placesStamp(context: Context): Promise<string> {
  return await lastChange(context);
}

/** Living places per level and kind below the paths. */
export async function countAreasBelow(context: Context, paths: readonly string[]): Promise<LevelCount[]> {
  return await store.countByLevel(context, paths);
}

/** The grid that holds a position (CGCS2000); undefined outside every grid. */
export async function findGridAt(context: Context, position: Position): Promise<Place | undefined> {
  const { grid } = await findAround(context, position);
  return grid ? await findArea(context, grid.id) : undefined;
}

/** Area id → where a map writes its name (CGCS2000); areas without a border are missing. */
export async function positionsOf(context: Context, ids: readonly string[]): Promise<Map<string, Position>> {
  const rows = await labelPoints(context, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.area_id, [row.label_longitude, row.label_latitude]]));
}

function placeOf(row: store.AreaRow): Place {
  return {
    areaId: row.id,
    level: row.level,
    kind: row.kind,
    code: row.code,
    name: row.name,
    aliases: row.aliases,
    parentId: row.parent_id,
    path: row.path,
    gridType: row.grid_type,
    householdsDeclared: row.households_declared,
    validTo: row.valid_to,
  };
}
