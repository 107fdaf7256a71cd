// Plane geometry on a few hundred metres: enough for drawings and demo places. Imports of people go through the kernel.
import type { Polygon, Position } from './areas.ts';

/** Metres per degree at a latitude, on a sphere; good to 0.5 % inside one street. */
export function metresPerDegree(latitude: number) {
  return { longitude: 111_320 * Math.cos((latitude * Math.PI) / 180), latitude: 110_900 };
}

/** Area-weighted middle of the outer ring; may lie outside a polygon that is not convex. */
export function centroid(polygon: Polygon): Position {
  let doubleArea = 0;
  let x = 0;
  let y = 0;
  for (const [from, to] of edges(polygon)) {
    const cross = from[0] * to[1] - to[0] * from[1];
    doubleArea += cross;
    x += (from[0] + to[0]) * cross;
    y += (from[1] + to[1]) * cross;
  }
  return [x / (3 * doubleArea), y / (3 * doubleArea)];
}

/** True inside the outer ring; drawings have no holes. */
export function contains(polygon: Polygon, point: Position): boolean {
  let inside = false;
  for (const [from, to] of edges(polygon)) {
    const straddles = from[1] > point[1] !== to[1] > point[1];
    if (straddles && point[0] < ((to[0] - from[0]) * (point[1] - from[1])) / (to[1] - from[1]) + from[0])
      inside = !inside;
  }
  return inside;
}

/** Metres from a point to the nearest edge, inside or outside. */
export function metresToEdge(polygon: Polygon, point: Position): number {
  const scale = metresPerDegree(point[1]);
  const flat = (position: Position): Position => [
    (position[0] - point[0]) * scale.longitude,
    (position[1] - point[1]) * scale.latitude,
  ];
  return Math.min(...edges(polygon).map(([from, to]) => distanceFromOrigin(flat(from), flat(to))));
}

function distanceFromOrigin(from: Position, to: Position): number {
  const along: Position = [to[0] - from[0], to[1] - from[1]];
  const length = along[0] ** 2 + along[1] ** 2;
  const share = length === 0 ? 0 : -(from[0] * along[0] + from[1] * along[1]) / length;
  const nearest = Math.min(1, Math.max(0, share));
  return Math.hypot(from[0] + nearest * along[0], from[1] + nearest * along[1]);
}

function edges(polygon: Polygon): [Position, Position][] {
  const ring = polygon.coordinates[0] ?? [];
  return ring.slice(1).map((to, index) => [ring[index] as Position, to]);
}
