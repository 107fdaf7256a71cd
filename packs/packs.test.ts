import { describe, expect, test } from 'vitest';
import type { PackArea, Polygon, Position } from './areas.ts';
import { readAreas } from './areas.ts';
import { centroid, contains, metresToEdge } from './geometry.ts';
import { findPack, packs } from './packs.ts';

const edgeToleranceMetres = 3;

function tally(values: (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? 'none'] = (counts[value ?? 'none'] ?? 0) + 1;
  return counts;
}

function countOf(areas: PackArea[], level: PackArea['level']): number {
  return areas.filter((area) => area.level === level).length;
}

/** The nearest area above that somebody has drawn. */
function drawnAbove(areas: PackArea[], area: PackArea): Polygon {
  const parent = areas.find((candidate) => candidate.code === area.parentCode);
  if (!parent) throw new Error(`${area.code} has no parent`);
  return parent.boundary ?? drawnAbove(areas, parent);
}

function outside(outer: Polygon, inner: Polygon): Position[] {
  const ring = inner.coordinates[0] ?? [];
  return ring.filter((point) => !contains(outer, point) && metresToEdge(outer, point) > edgeToleranceMetres);
}

describe.each(Object.entries(packs))('pack %s', (_, pack) => {
  const areas = readAreas(pack);
  const grids = areas.filter((area) => area.level === 'grid');

  test('no two areas share a code', () => {
    expect(new Set(areas.map((area) => area.code)).size).toBe(areas.length);
  });

  test('every area but the street stands after its parent', () => {
    const seen = new Set<string | null>();
    const orphans = areas.filter((area) => {
      seen.add(area.code);
      return area.level !== 'street' && !seen.has(area.parentCode);
    });
    expect(orphans).toEqual([]);
    expect(countOf(areas, 'street')).toBe(1);
  });

  test('street and communities agree with the map', () => {
    expect(areas[0]).toMatchObject({ code: String(pack.street.code), name: pack.street.name });
    const drawn = areas.filter((area) => area.level === 'community');
    expect(drawn.map(({ code, name, kind }) => ({ code, name, kind }))).toEqual(pack.communities);
  });

  test('codes have 9, 12 and 15 digits, each led by the code above', () => {
    for (const area of areas) {
      if (area.level === 'street') expect(area.code).toMatch(/^\d{9}$/);
      if (area.level === 'community') expect(area.code).toMatch(/^\d{12}$/);
      if (area.level === 'grid') expect(area.code).toMatch(/^\d{15}$/);
      if (area.parentCode) expect(area.code.startsWith(area.parentCode.replace(/-B\d+$/, ''))).toBe(true);
    }
  });

  test('every drawn area lies inside the one above', () => {
    const leaks = areas.filter(
      (area) =>
        area.boundary && area.parentCode && outside(drawnAbove(areas, area), area.boundary).length > 0,
    );
    expect(leaks.map((area) => area.code)).toEqual([]);
  });

  test('the middle of a grid lies in that grid and in no other', () => {
    for (const grid of grids) {
      const middle = centroid(grid.boundary as Polygon);
      const holders = grids.filter((other) => other.boundary && contains(other.boundary, middle));
      expect(holders.map((other) => other.code)).toEqual([grid.code]);
    }
  });

  test('sequences of grids run row by row, from west to east', () => {
    for (const community of pack.communities) {
      const own = grids.filter((grid) => grid.code.startsWith(community.code));
      const rowLength = Math.ceil(own.length / Math.max(1, Math.round(Math.sqrt(own.length))));
      own.forEach((grid, index) => {
        expect(grid.code).toBe(community.code + String(index + 1).padStart(3, '0'));
        const west = index % rowLength === 0 ? undefined : own[index - 1];
        if (west) expect(middleOf(grid)[0]).toBeGreaterThan(middleOf(west)[0]);
      });
    }
  });

  test('every grid has a type the pack knows, and no two types share a colour', () => {
    const known = pack.gridTypes.map((type) => type.code);
    expect(grids.filter((grid) => !known.includes(grid.gridType ?? ''))).toEqual([]);
    expect(new Set(pack.gridTypes.map((type) => type.color)).size).toBe(known.length);
  });

  test('a drawing says that it is one, on every feature', () => {
    expect(areas.every((area) => area.schematic === pack.street.schematic)).toBe(true);
  });
});

function middleOf(grid: PackArea): Position {
  return centroid(grid.boundary as Polygon);
}

test('beiyuan has 13 communities, 3 villages, 48 big grids and 103 grids', () => {
  const areas = readAreas(packs.beiyuan);
  expect(tally(packs.beiyuan.communities.map((community) => community.kind))).toEqual({
    community: 13,
    village: 3,
  });
  expect(countOf(areas, 'big_grid')).toBe(48);
  expect(countOf(areas, 'grid')).toBe(103);
  const shuaifu = areas.filter((area) => area.code.startsWith('110112003009'));
  expect([countOf(shuaifu, 'big_grid'), countOf(shuaifu, 'grid')]).toEqual([3, 13]);
});

test('wenjing has 36 grids: 9 residential, 5 resort, 7 industrial, 15 vacant land', () => {
  const grids = readAreas(packs.wenjing).filter((area) => area.level === 'grid');
  expect(tally(grids.map((grid) => grid.gridType))).toEqual({
    residential: 9,
    resort: 5,
    industrial: 7,
    vacant_land: 15,
  });
});

test('a street is found by its code, never by its name', () => {
  expect(findPack(110112003)?.street.name).toBe('北苑街道');
  expect(findPack(330782004)).toBeUndefined();
});
