// Where the name of a place is written: the position farthest from its border (pole of inaccessibility).
// A centre of gravity may lie outside a crescent; this never does.
import {
  boundingBox,
  edgesOf,
  type MultiPolygon,
  type PolygonRings,
  type Position,
  turning,
} from '#kernel/geo/shape.ts';

/** The position inside the largest part that is farthest from the border, to about a hundredth of its width. */
export function labelPoint(shape: MultiPolygon): Position {
  const largest = shape.coordinates.reduce((a, b) => (size(b) > size(a) ? b : a));
  const [west, south, east, north] = boundingBox({ type: 'MultiPolygon', coordinates: [largest] });

  // Degrees of longitude shrink towards the pole; measured in degrees of latitude, distances compare.
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const ground = largest.map((ring) => ring.map(([lon, lat]): Position => [lon * squeeze, lat]));
  const [x, y] = farthestFromBorder(ground, [west * squeeze, south, east * squeeze, north]);
  return [Number((x / squeeze).toFixed(7)), Number(y.toFixed(7))];
}

interface Cell {
  x: number;
  y: number;
  half: number;
  /** Distance of its centre from the border; negative outside. */
  depth: number;
}

const CELLS_MAX = 4_000;

/** Best first: of all squares the one that could hide the deepest position is cut into four, until none could win much. */
function farthestFromBorder(
  rings: PolygonRings,
  [west, south, east, north]: readonly [number, number, number, number],
) {
  const cellAt = (x: number, y: number, half: number): Cell => ({ x, y, half, depth: depthOf(x, y, rings) });
  const reach = (cell: Cell) => cell.depth + cell.half * Math.SQRT2;
  const precision = Math.max(east - west, north - south) / 100;
  // A sliver may be thinner than the precision: until one position lies inside, nothing is good enough.
  const toBeat = (found: Cell) => (found.depth > 0 ? found.depth + precision : 0);

  const half = Math.max(east - west, north - south) / 2;
  const open = [cellAt((west + east) / 2, (south + north) / 2, half)];
  let best = open[0] as Cell;
  for (let count = 0; count < CELLS_MAX; count++) {
    const cell = open.pop();
    if (!cell || reach(cell) <= toBeat(best)) break;

    const quarter = cell.half / 2;
    for (const [dx, dy] of [
      [-1, -1],
      [1, -1],
      [-1, 1],
      [1, 1],
    ] as const) {
      const child = cellAt(cell.x + dx * quarter, cell.y + dy * quarter, quarter);
      if (child.depth > best.depth) best = child;
      if (reach(child) > toBeat(best)) insertByReach(open, child, reach);
    }
  }
  return best.depth > 0 ? ([best.x, best.y] as const) : (rings[0]?.[0] ?? [west, south]);
}

/** Keeps the most promising cell last, where it is taken without moving the others. */
function insertByReach(open: Cell[], cell: Cell, reach: (cell: Cell) => number): void {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reach(open[middle] as Cell) < reach(cell)) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, cell);
}

function depthOf(x: number, y: number, rings: PolygonRings): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (const [a, b] of edgesOf(ring)) {
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
      nearest = Math.min(nearest, squaredDistance(x, y, a, b));
    }
  }
  return Math.sqrt(nearest) * (inside ? 1 : -1);
}

function squaredDistance(x: number, y: number, a: Position, b: Position): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  return (x - a[0] - along * dx) ** 2 + (y - a[1] - along * dy) ** 2;
}

function size(polygon: PolygonRings): number {
  return Math.abs(turning(polygon[0] ?? []));
}
