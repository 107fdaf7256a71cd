// The register of places as suggestions need it: kept in memory for each street until the register changes.
import type { Level } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';
import type { Services } from '#kernel/services.ts';
import { findGridAt, listNamedPlaces, placesStamp } from '#modules/territory/index.ts';
import { type Gazetteer, type GazetteerPlace, gazetteerOf } from './locate/match.ts';

export interface KnownPlaces {
  gazetteer: Gazetteer;
  byId: ReadonlyMap<string, GazetteerPlace>;
  byPath: ReadonlyMap<string, GazetteerPlace>;
}

interface Kept {
  stamp: string;
  places: KnownPlaces;
}

/** By process and street; a street with 5,000 places takes about 2 MB. */
const kept = new WeakMap<Services, Map<number, Kept>>();
const streetsMax = 50;

export async function knownPlaces(context: Context): Promise<KnownPlaces> {
  const byStreet = kept.get(context.services) ?? new Map<number, Kept>();
  kept.set(context.services, byStreet);
  const stamp = await placesStamp(context);
  const known = byStreet.get(context.streetId);
  if (known?.stamp === stamp) return known.places;
  const list = await listNamedPlaces(context);
  const places: KnownPlaces = {
    gazetteer: gazetteerOf(list),
    byId: new Map(list.map((place) => [place.areaId, place])),
    byPath: new Map(list.map((place) => [place.path, place])),
  };
  if (byStreet.size >= streetsMax) byStreet.clear();
  byStreet.set(context.streetId, { stamp, places });
  return places;
}

/** The path of the grid that holds a position; null outside every grid. */
export async function gridPathAt(
  context: Context,
  position: { longitude: number | null; latitude: number | null },
): Promise<string | null> {
  if (position.longitude === null || position.latitude === null) return null;
  const grid = await findGridAt(context, [position.longitude, position.latitude]);
  return grid?.path ?? null;
}

/** The place and those above it that are at one of the levels, from the top down. */
export function chainOf(path: string, levels: readonly Level[], { byPath }: KnownPlaces): GazetteerPlace[] {
  const codes = path.split('/').filter(Boolean);
  return codes.flatMap((_, index) => {
    const place = byPath.get(`/${codes.slice(0, index + 1).join('/')}/`);
    return place && levels.includes(place.level) ? [place] : [];
  });
}
