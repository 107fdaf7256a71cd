// What makes rings a piece of ground. Each refusal says where to look.
import { kinks } from '@turf/kinks';
import type { geoProblems } from '#contract/geo/words.ts';
import { type Datum, toStored } from '#kernel/geo/datum.ts';
import { areaOf, contains, type PolygonRings, type Position, type Ring, turning } from '#kernel/geo/shape.ts';
import { Problem } from '#kernel/problem.ts';

/** Which shape of the file is being read, from 1, and in which datum it came. */
export interface Place {
  feature: number;
  datum: Datum;
}

/** @throws always: Problem 422. */
export function refuse(code: keyof typeof geoProblems, details: Record<string, unknown> = {}): never {
  throw new Problem(code, 422, details);
}

/**
 * The rings of one polygon, converted, closed, turned, without crossing or repeated positions.
 * @throws Problem 422 `geo.*`
 */
export function checkedPolygon(rings: unknown[], place: Place): PolygonRings {
  const [outer = [], ...holes] = rings.map((ring) => checkedRing(ring, place));
  const polygon = [turned(outer, 1), ...holes.map((hole) => turned(hole, -1))];

  // Crossings first: the two halves of a bow tie cancel each other's area.
  for (const ring of polygon) refuseCrossing(ring, place);
  if (areaOf({ type: 'MultiPolygon', coordinates: [[outer]] }) === 0)
    refuse('geo.no_area', { feature: place.feature });
  for (const hole of holes) refuseOutside(hole, outer, place);
  return polygon;
}

function checkedRing(ring: unknown, place: Place): Ring {
  if (!Array.isArray(ring)) return refuse('geo.unreadable');
  const positions = ring.map((position) => toStored(checkedPosition(position, place), place.datum));
  const [first] = positions;
  const last = positions.at(-1);
  if (!first || !last) return refuse('geo.ring_too_short', { feature: place.feature, count: 0 });
  if (!same(first, last)) refuse('geo.ring_open', { feature: place.feature, lon: first[0], lat: first[1] });

  // Repeated positions make edges without length, at which neighbours would look like crossings.
  const distinct = positions.filter(
    (position, index) => index === 0 || !same(position, positions[index - 1] ?? first),
  );
  if (distinct.length < 4) {
    refuse('geo.ring_too_short', { feature: place.feature, count: Math.max(1, distinct.length - 1) });
  }
  return distinct;
}

function checkedPosition(position: unknown, { feature }: Place): Position {
  const [lon, lat] = Array.isArray(position) ? position : [];
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) {
    return refuse('geo.position_invalid', {
      feature,
      position: String(JSON.stringify(position)).slice(0, 60),
    });
  }
  if (looksSwapped(lon, lat)) refuse('geo.swapped', { feature, lon, lat });
  if (Math.abs(lon) > 1000 || Math.abs(lat) > 1000) refuse('geo.projected', { feature, lon, lat });
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) refuse('geo.out_of_range', { feature, lon, lat });
  return [lon, lat];
}

/** China lies between 73 and 136 degrees east and 3 and 54 north; the mirror image of it is open sea and ice. */
function looksSwapped(lon: number, lat: number): boolean {
  return lon >= 3 && lon <= 54 && lat >= 73 && lat <= 136;
}

function refuseCrossing(ring: Ring, { feature }: Place): void {
  const crossings = kinks({ type: 'Polygon', coordinates: [ring] }).features;
  const [lon, lat] = crossings[0]?.geometry.coordinates ?? [];
  if (lon === undefined || lat === undefined) return;
  refuse('geo.self_crossing', { feature, lon: round(lon), lat: round(lat), crossings: crossings.length });
}

function refuseOutside(hole: Ring, outer: Ring, { feature }: Place): void {
  const outside = hole.find(
    (position) => !contains({ type: 'MultiPolygon', coordinates: [[outer]] }, position),
  );
  if (outside) refuse('geo.hole_outside', { feature, lon: outside[0], lat: outside[1] });
}

function turned(ring: Ring, direction: 1 | -1): Ring {
  return Math.sign(turning(ring)) === direction ? ring : ring.toReversed();
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function round(degrees: number): number {
  return Number(degrees.toFixed(7));
}
