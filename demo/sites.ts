// Where buildings stand: rows of blocks inside a grid, so that every point lies in the grid it belongs to.
import type { Polygon, Position } from '../packs/areas.ts';
import { contains, metresPerDegree, metresToEdge } from '../packs/geometry.ts';

const blockLength = 72;
const rowDistance = 34;
const stairwellDistance = 14;
const edgeDistance = 9;

/** `count` places for buildings, from north to south and west to east; spread over the grid. */
export function buildingSites(grid: Polygon, count: number): Position[] {
  for (let scale = 1; scale > 0.02; scale *= 0.85) {
    const free = lattice(grid, scale);
    if (free.length >= count)
      return Array.from(
        { length: count },
        (_, index) => free[Math.floor((index * free.length) / count)] as Position,
      );
  }
  throw new Error('a grid is too small for its buildings');
}

/** Doors along the south face of a building, from west to east; pulled together where the grid is narrow. */
export function stairwellSites(grid: Polygon, building: Position, count: number): Position[] {
  const metre = 1 / metresPerDegree(building[1]).longitude;
  for (let distance = stairwellDistance; distance > 0.1; distance *= 0.7) {
    const doors = Array.from({ length: count }, (_, index): Position => {
      const east = (index - (count - 1) / 2) * distance;
      return rounded([building[0] + east * metre, building[1]]);
    });
    if (doors.every((door) => contains(grid, door))) return doors;
  }
  throw new Error('a building stands outside its grid');
}

function lattice(grid: Polygon, scale: number): Position[] {
  const ring = grid.coordinates[0] ?? [];
  const [west, east] = [Math.min(...ring.map(([x]) => x)), Math.max(...ring.map(([x]) => x))];
  const [south, north] = [Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([, y]) => y))];
  const metres = metresPerDegree(south);
  const [stepEast, stepSouth] = [
    (blockLength * scale) / metres.longitude,
    (rowDistance * scale) / metres.latitude,
  ];
  const sites: Position[] = [];
  for (let y = north - stepSouth / 2; y > south; y -= stepSouth)
    for (let x = west + stepEast / 2; x < east; x += stepEast) {
      const site = rounded([x, y]);
      if (contains(grid, site) && metresToEdge(grid, site) >= edgeDistance * scale) sites.push(site);
    }
  return sites;
}

const rounded = ([x, y]: Position): Position => [Number(x.toFixed(6)), Number(y.toFixed(6))];
