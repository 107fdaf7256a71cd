// Reading places on the ground: maps, sheets, and which grid a position lies in.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/territory/endpoints.ts';
import { type Level, rankOf } from '#contract/territory/levels.ts';
import type * as mapEndpoints from '#contract/territory/mapEndpoints.ts';
import type { Context } from '#kernel/context.ts';
import { toStored } from '#kernel/geo/datum.ts';
import { type BoundingBox, boundingBox, type Position } from '#kernel/geo/shape.ts';
import { areasWith } from '#kernel/scope.ts';
import { firstAround, nearestOf } from '../place.ts';
import { codesOf } from '../rules.ts';
import * as areas from '../store/areas.ts';
import * as borders from '../store/boundaries.ts';
import { resourcesBelow } from '../store/resources.ts';
import { viewMapArea, viewName, viewResource } from '../view.ts';
import { readableArea, shown } from './read.ts';

export async function mapAreas(
  context: Context,
  input: InputOf<typeof mapEndpoints.mapAreas>,
): Promise<OutputOf<typeof mapEndpoints.mapAreas>> {
  const place = input.areaId ? await readableArea(context, input.areaId) : await topArea(context);
  const levels = await borders.drawnLevels(context, place.path);
  const level = input.level ?? levels.find((drawn) => rankOf(drawn) > rankOf(place.level)) ?? null;

  const [outline] = await borders.drawnBelow(context, place.path, place.level);
  const below = level ? await borders.drawnBelow(context, place.path, level) : [];
  const framed = place.level === 'street' && level !== null && rankOf(level) > rankOf('community');
  const frames = framed ? await borders.drawnBelow(context, place.path, 'community') : [];
  return {
    place: viewName(place),
    outline: outline ? viewMapArea(outline) : null,
    level,
    areas: below.map(viewMapArea),
    frames: frames.map(viewMapArea),
    schematic: [outline, ...below].some((drawn) => drawn?.schematic),
  };
}

/** The first of the viewer's own areas: the street for the office, the own grid for a grid worker. */
async function topArea(context: Context): Promise<areas.AreaRow> {
  const [path] = areasWith(context.actor, 'area.read').toSorted((a, b) => a.length - b.length);
  const [row] = await areas.areasWithCodes(context, codesOf(path ?? '').slice(-1));
  return row ?? (await areas.getArea(context, context.newId()));
}

export async function readSheet(
  context: Context,
  input: InputOf<typeof mapEndpoints.readSheet>,
): Promise<OutputOf<typeof mapEndpoints.readSheet>> {
  const row = await readableArea(context, input.areaId);
  const chain = await areas.areasWithCodes(context, codesOf(row.path));
  const drawn = await borders.drawnBelow(context, row.path);
  const outline = drawn.find((area) => area.id === row.id);
  const inner = innermost(drawn.filter((area) => area.id !== row.id));
  const around = outline ? await borders.boxesTouching(context, row.level, widened(outline)) : [];
  const counts = await areas.countByLevel(context, [row.path]);
  const buildings = await areas.buildingsBelow(context, row.path);
  return {
    area: await shown(context, row),
    chain: chain.map(viewName),
    outline: outline ? viewMapArea(outline) : null,
    inner: inner.map(viewMapArea),
    neighbours: around.filter((area) => area.id !== row.id).map(viewMapArea),
    resources: (await resourcesBelow(context, row.path)).map((resource) =>
      viewResource(context.actor, resource),
    ),
    counts: counts.filter((count) => count.level !== row.level),
    buildings,
    householdsDeclared: await areas.householdsDeclaredBelow(context, row.path),
    asOf: context.now.toISOString(),
  };
}

/** Only one level is drawn inside an outline: the highest that has borders. */
function innermost(drawn: readonly borders.DrawnArea[]): borders.DrawnArea[] {
  const highest = Math.min(...drawn.map((area) => rankOf(area.level)));
  return drawn.filter((area) => rankOf(area.level) === highest);
}

/** A fifth of its own size on every side, so that the neighbours give the grid its place. */
function widened(outline: borders.DrawnArea): BoundingBox {
  const [west, south, east, north] = boundingBox(outline.geometry);
  const [dx, dy] = [(east - west) / 5, (north - south) / 5];
  return [west - dx, south - dy, east + dx, north + dy];
}

const gridLevels: readonly Level[] = ['grid', 'big_grid'];
/** Degrees: about a kilometre in our latitudes. */
const nearby = 0.01;

export interface Found {
  area: borders.DrawnArea | null;
  grid: borders.DrawnArea | null;
  nearest: { drawn: borders.DrawnArea; metres: number } | null;
}

/** Which places hold a position in CGCS2000. */
export async function findAround(context: Context, position: Position): Promise<Found> {
  const candidates = await borders.boxesAround(context, position);
  const area = firstAround(candidates, position) ?? null;
  const grid =
    firstAround(
      candidates.filter((candidate) => gridLevels.includes(candidate.level)),
      position,
    ) ?? null;
  if (grid) return { area, grid, nearest: null };

  const [lon, lat] = position;
  const grids = await borders.boxesTouching(context, 'grid', [
    lon - nearby,
    lat - nearby,
    lon + nearby,
    lat + nearby,
  ]);
  return { area, grid, nearest: nearestOf(grids, position) };
}

export async function findAreaAt(
  context: Context,
  input: InputOf<typeof endpoints.findAreaAt>,
): Promise<OutputOf<typeof endpoints.findAreaAt>> {
  const { area, grid, nearest } = await findAround(
    context,
    toStored([input.longitude, input.latitude], input.datum),
  );
  const chain = area ? await areas.areasWithCodes(context, codesOf(area.path)) : [];
  return {
    area: area ? viewName(area) : null,
    grid: grid ? viewName(grid) : null,
    chain: chain.map(viewName),
    nearest: nearest ? { ...viewName(nearest.drawn), metres: Math.round(nearest.metres) } : null,
  };
}

export async function listPlaces(
  context: Context,
  input: InputOf<typeof endpoints.listPlaces>,
): Promise<OutputOf<typeof endpoints.listPlaces>> {
  const parentId = input.parentId ?? (await areas.findAreaByCode(context, String(context.streetId)))?.id;
  if (!parentId) return { places: [] };
  const rows = await areas.listAreas(
    context,
    { parentId, paths: null, when: 'current' },
    { afterPath: null, limit: 1_000 },
  );
  return { places: rows.map((row) => ({ ...viewName(row), childrenCount: row.children_count })) };
}
