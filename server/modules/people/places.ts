// What people need of territory: where a door is, and how its address reads.
import type { Level } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';
import { areasByCodes, areasByIds, getArea, type Place } from '#modules/territory/index.ts';

export interface Door {
  areaId: string;
  path: string;
  /** Community, estate, building, entrance, written together. */
  address: string;
}

/** Grids are for the office; nobody writes them on an envelope. The street is the same for all. */
const spoken: readonly Level[] = ['community', 'estate', 'building', 'entrance'];

/** @throws Problem 404 `input.id_unknown`. */
export async function getDoor(context: Context, areaId: string): Promise<Door> {
  const area = await getArea(context, areaId);
  const [door] = await doorsOf(context, [area]);
  return door as Door;
}

export async function doorsByIds(context: Context, areaIds: readonly string[]): Promise<Map<string, Door>> {
  const areas = await areasByIds(context, areaIds);
  const doors = await doorsOf(context, [...areas.values()]);
  return new Map(doors.map((door) => [door.areaId, door]));
}

/** One query, however many doors. */
export async function doorsOf(context: Context, areas: readonly Place[]): Promise<Door[]> {
  const known = await areasByCodes(context, [...new Set(areas.flatMap((area) => codesOf(area.path)))]);
  return areas.map((area) => doorFrom(area, known));
}

/** `known` holds every place on the way, by code. */
export function doorFrom(area: Place, known: ReadonlyMap<string, Place>): Door {
  return {
    areaId: area.areaId,
    path: area.path,
    address: codesOf(area.path)
      .map((code) => known.get(code))
      .map((place) => (place && spoken.includes(place.level) ? place.name : ''))
      .join(''),
  };
}

/** `/110112003/110112003009/` → its codes from the street down. */
export function codesOf(path: string): string[] {
  return path.split('/').filter((code) => code !== '');
}
