import { describe, expect, it } from 'vitest';
import type { Shape } from '#contract/territory/records.ts';
import { htmlOf } from '../testing.tsx';
import { areaMapExamples as examples } from './AreaMap.examples.tsx';
import { placed } from './labels.ts';
import { boxOf, projectionOf, shortLabel } from './projection.ts';
import { fillOfStep, stepOf, stepsFor, tintOf } from './ramp.ts';

const box = (west: number, south: number, width: number, height: number): Shape => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [west + width, south],
        [west + width, south + height],
        [west, south + height],
        [west, south],
      ],
    ],
  ],
});

describe('projection', () => {
  it('keeps the shape of the ground: a square of ground is a square of pixels', () => {
    const squeeze = Math.cos((39.9 * Math.PI) / 180);
    const square = box(116, 39.9, 0.01 / squeeze, 0.01);
    const { at } = projectionOf([square], 600, { heightMin: 100, heightMax: 2000 });
    const [west, south, east, north] = boxOf([square]);
    const [left, bottom] = at(west, south);
    const [right, top] = at(east, north);
    expect((right - left) / (bottom - top)).toBeCloseTo(1, 2);
    expect(top).toBeLessThan(bottom);
  });

  it('stays inside its frame when the height is bounded', () => {
    const tall = box(116, 39, 0.01, 0.5);
    const { at, width, height } = projectionOf([tall], 400, { heightMin: 200, heightMax: 300 });
    expect(height).toBe(300);
    for (const [longitude, latitude] of tall.coordinates.flat(2)) {
      const [x, y] = at(longitude, latitude);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  it('a grid is labelled by its number, a community by its name', () => {
    expect(shortLabel({ level: 'grid', name: '帅府社区第13网格' })).toBe('13');
    expect(shortLabel({ level: 'community', name: '帅府社区' })).toBe('帅府');
  });
});

describe('labels', () => {
  it('a name never hides a name; the one asked first stays', () => {
    const at = (key: string, x: number) => ({ key, text: '帅府', x, y: 100, size: 13 });
    expect(placed([at('a', 100), at('b', 110), at('c', 200)]).map((label) => label.key)).toEqual(['a', 'c']);
  });
});

describe('fills', () => {
  it('zero is paper, the steps are round and reach the largest value', () => {
    const steps = stepsFor([0, 37, 152]);
    expect(steps).toEqual([50, 100, 150, 200, 250]);
    expect(stepOf(0, steps)).toBe(0);
    expect(stepOf(50, steps)).toBe(1);
    expect(stepOf(152, steps)).toBe(4);
    expect(fillOfStep(0).fill).toBe('#f7f5f1');
    expect(stepsFor([])).toEqual([1, 2, 3, 4, 5]);
  });

  it('a type is a tint on which black text reads', () => {
    expect(tintOf('#0050B3').fill).toBe('#c2d5ed');
  });
});

describe('the map', () => {
  it('says that a drawing is no survey, and offers the table', () => {
    const html = htmlOf(examples.types);
    expect(html).toContain('示意图，非测绘边界');
    expect(html).toContain('看列表');
    expect(html).toContain('居住型 2');
  });

  it('lets a polygon be pressed by key and named aloud', () => {
    const html = htmlOf(examples.density);
    expect(html).toContain('role="button"');
    expect(html).toContain('aria-label="北廊社区第2网格 120"');
  });

  it('without borders says how to bring them', () => {
    expect(htmlOf(examples.nothing)).toContain('GeoJSON');
  });
});
