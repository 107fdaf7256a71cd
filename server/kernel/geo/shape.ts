// Areas on the ground as one kind of record: a MultiPolygon in CGCS2000, longitude before latitude, degrees.
import { area } from '@turf/area';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';

export type Position = [lon: number, lat: number];
/** Closed: the last position equals the first. */
export type Ring = Position[];
/** The outer ring counter-clockwise, then the holes clockwise (RFC 7946). */
export type PolygonRings = Ring[];

export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: PolygonRings[];
}

/** West, south, east, north. */
export type BoundingBox = [west: number, south: number, east: number, north: number];

/** Square metres on the ellipsoid's mean sphere, rounded. */
export function areaOf(shape: MultiPolygon): number {
  return Math.round(area(shape));
}

/** Whether a position lies inside or on the border. Neighbouring grids share borders: the caller takes the first. */
export function contains(shape: MultiPolygon, position: Position): boolean {
  return booleanPointInPolygon(position, shape);
}

export function boundingBox(shape: MultiPolygon): BoundingBox {
  const box: BoundingBox = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [lon, lat] of outerPositions(shape)) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

export function insideBox([west, south, east, north]: BoundingBox, [lon, lat]: Position): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function outerPositions(shape: MultiPolygon): Position[] {
  return shape.coordinates.flatMap(([outer = []]) => outer);
}

/** Twice the signed area in square degrees; positive for a counter-clockwise ring. */
export function turning(ring: Ring): number {
  let sum = 0;
  for (const [start, end] of edgesOf(ring)) sum += start[0] * end[1] - end[0] * start[1];
  return sum;
}

export function* edgesOf(ring: Ring): Generator<[Position, Position]> {
  let previous: Position | undefined;
  for (const position of ring) {
    if (previous) yield [previous, position];
    previous = position;
  }
}
