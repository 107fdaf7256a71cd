// Where on the ground: which border holds a position, and how far away the nearest one is. Pure.

import { labelPoint } from '#kernel/geo/label.ts';
import {
  areaOf,
  boundingBox,
  contains,
  edgesOf,
  type MultiPolygon,
  type Position,
} from '#kernel/geo/shape.ts';

interface Drawn {
  geometry: MultiPolygon;
}

/** The first of `candidates` whose border holds the position; neighbours share borders, so order decides. */
export function firstAround<D extends Drawn>(candidates: readonly D[], position: Position): D | undefined {
  return candidates.find((candidate) => contains(candidate.geometry, position));
}

/** The nearest of `candidates` and its distance in metres. */
export function nearestOf<D extends Drawn>(
  candidates: readonly D[],
  position: Position,
): { drawn: D; metres: number } | null {
  let nearest: { drawn: D; metres: number } | null = null;
  for (const drawn of candidates) {
    const metres = metresTo(drawn.geometry, position);
    if (!nearest || metres < nearest.metres) nearest = { drawn, metres };
  }
  return nearest;
}

/** Metres from a position to the nearest edge of a border; 0 inside. */
export function metresTo(shape: MultiPolygon, position: Position): number {
  if (contains(shape, position)) return 0;
  const flat = flattenAround(position);
  let metres = Number.POSITIVE_INFINITY;
  for (const ring of shape.coordinates.flat()) {
    for (const [start, end] of edgesOf(ring)) metres = Math.min(metres, fromOrigin(flat(start), flat(end)));
  }
  return metres;
}

export function metresBetween(a: Position, b: Position): number {
  return Math.hypot(...flattenAround(a)(b));
}

/** Metres east and north of a position, on a sphere; good to half a percent inside one street. */
function flattenAround(origin: Position) {
  const east = 111_320 * Math.cos((origin[1] * Math.PI) / 180);
  return ([lon, lat]: Position): Position => [(lon - origin[0]) * east, (lat - origin[1]) * 110_950];
}

function fromOrigin(start: Position, end: Position): number {
  const along: Position = [end[0] - start[0], end[1] - start[1]];
  const length = along[0] ** 2 + along[1] ** 2;
  const share = length === 0 ? 0 : -(start[0] * along[0] + start[1] * along[1]) / length;
  const reached = Math.max(0, Math.min(1, share));
  return Math.hypot(start[0] + reached * along[0], start[1] + reached * along[1]);
}

/** What is kept beside a border so that it can be found and labelled without reading it. */
export function measured(shape: MultiPolygon) {
  const [west, south, east, north] = boundingBox(shape);
  const [label_longitude, label_latitude] = labelPoint(shape);
  return {
    geometry: shape,
    area_m2: areaOf(shape),
    label_longitude,
    label_latitude,
    west,
    south,
    east,
    north,
  };
}
