import fc from 'fast-check';
import { expect, test } from 'vitest';
import { geoProblems } from '#contract/geo/words.ts';
import { type Datum, fromStored, toStored } from '#kernel/geo/datum.ts';
import { labelPoint } from '#kernel/geo/label.ts';
import { readFeatures, readShape, SHAPE_LIMITS } from '#kernel/geo/read.ts';
import {
  areaOf,
  boundingBox,
  contains,
  insideBox,
  type Position,
  type Ring,
  turning,
} from '#kernel/geo/shape.ts';
import { Problem } from '#kernel/problem.ts';
import { fill } from '#kernel/words.ts';

const square: Ring = [
  [116.65, 39.9],
  [116.66, 39.9],
  [116.66, 39.91],
  [116.65, 39.91],
  [116.65, 39.9],
];
const hole: Ring = [
  [116.653, 39.903],
  [116.657, 39.903],
  [116.657, 39.907],
  [116.653, 39.907],
  [116.653, 39.903],
];
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (geometry: unknown, properties = {}) => ({ type: 'Feature', properties, geometry });

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('was not refused');
}

test.each([
  ['a Polygon', polygon(square)],
  ['a Feature', feature(polygon(square))],
  ['a FeatureCollection', { type: 'FeatureCollection', features: [feature(polygon(square))] }],
  ['a MultiPolygon', { type: 'MultiPolygon', coordinates: [[square]] }],
  ['a collection around it', { type: 'GeometryCollection', geometries: [polygon(square)] }],
  ['GeoJSON text with a byte order mark', `\uFEFF${JSON.stringify(polygon(square))}`],
  ['WKT', 'POLYGON ((116.65 39.9, 116.66 39.9, 116.66 39.91, 116.65 39.91, 116.65 39.9))'],
  ['WKT of PostGIS', 'SRID=4490;polygon((116.65 39.9,116.66 39.9,116.66 39.91,116.65 39.91,116.65 39.9))'],
  ['heights', polygon(square.map(([lon, lat]) => [lon, lat, 21.5]))],
  ['repeated positions', polygon(square.flatMap((position) => [position, position]))],
  ['a clockwise ring', polygon(square.toReversed())],
])('%s becomes one MultiPolygon', (_, input) => {
  const shape = readShape(input, 'CGCS2000');
  const [[ring = []] = []] = shape.coordinates;

  expect(shape.coordinates).toHaveLength(1);
  expect(turning(ring)).toBeGreaterThan(0);
  expect(new Set(ring.map(String))).toEqual(new Set(square.map(String)));
  expect(ring).toHaveLength(5);
});

test('features keep what the file says about them', () => {
  const read = readFeatures(
    {
      type: 'FeatureCollection',
      features: [feature(polygon(square), { name: '一网格' }), feature(polygon(hole), { name: '二网格' })],
    },
    'CGCS2000',
  );
  expect(read.map((one) => one.properties.name)).toEqual(['一网格', '二网格']);
});

const circle = (vertices: number): Ring => {
  const ring = Array.from({ length: vertices }, (_, index): Position => {
    const angle = (2 * Math.PI * index) / vertices;
    return [116.65 + 0.01 * Math.cos(angle), 39.9 + 0.01 * Math.sin(angle)];
  });
  return [...ring, ring[0] as Position];
};

test.each<[string, unknown, string, Record<string, unknown>]>([
  ['nothing', '', 'geo.unreadable', {}],
  ['prose', 'the whole street', 'geo.unreadable', {}],
  ['broken JSON', '{"type":"Polygon",', 'geo.unreadable', {}],
  ['broken WKT', 'POLYGON((116.65 39.9, a b))', 'geo.unreadable', {}],
  ['a list', [1, 2], 'geo.unreadable', {}],
  ['null', null, 'geo.unreadable', {}],
  ['an empty collection', { type: 'FeatureCollection', features: [] }, 'geo.unreadable', {}],
  ['coordinates that are no list', { type: 'Polygon', coordinates: 'x' }, 'geo.unreadable', {}],
  ['an empty polygon', 'POLYGON EMPTY', 'geo.empty', { feature: 1 }],
  ['a feature without geometry', feature(null), 'geo.empty', { feature: 1 }],
  ['a point', 'POINT(116.65 39.9)', 'geo.no_polygon', { found: 'Point' }],
  [
    'a line in the second place',
    {
      type: 'FeatureCollection',
      features: [feature(polygon(square)), feature({ type: 'LineString', coordinates: square })],
    },
    'geo.no_polygon',
    { feature: 2, found: 'LineString' },
  ],
  ['a word for a number', polygon([['116.65', '39.9']]), 'geo.position_invalid', {}],
  [
    'a latitude first',
    polygon(square.map(([lon, lat]) => [lat, lon])),
    'geo.swapped',
    { lon: 39.9, lat: 116.65 },
  ],
  ['metres', polygon([[499_000, 4_417_000]]), 'geo.projected', {}],
  ['beyond the pole', polygon([[116, 91]]), 'geo.out_of_range', {}],
  ['two points', polygon([square[0], square[1], square[0]]), 'geo.ring_too_short', { count: 2 }],
  ['an open ring', polygon(square.slice(0, 4)), 'geo.ring_open', { lon: 116.65, lat: 39.9 }],
  [
    'a bow tie',
    polygon([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]),
    'geo.self_crossing',
    { lon: 1, lat: 1 },
  ],
  [
    'a hole outside',
    polygon(
      square,
      hole.map(([lon, lat]) => [lon + 0.005, lat]),
    ),
    'geo.hole_outside',
    { lon: 116.662 },
  ],
  [
    'a line there and back',
    polygon([
      [116.65, 39.9],
      [116.66, 39.9],
      [116.67, 39.9],
      [116.65, 39.9],
    ]),
    'geo.no_area',
    {},
  ],
  [
    'too many vertices',
    polygon(circle(SHAPE_LIMITS.vertices)),
    'geo.too_many_vertices',
    { count_max: SHAPE_LIMITS.vertices },
  ],
  [
    'too much detail in all',
    {
      type: 'FeatureCollection',
      features: Array.from({ length: 11 }, () => feature(polygon(circle(9_500)))),
    },
    'geo.too_detailed',
    { count_max: SHAPE_LIMITS.verticesTotal },
  ],
  [
    'too many shapes',
    {
      type: 'FeatureCollection',
      features: Array.from({ length: SHAPE_LIMITS.features + 1 }, () => feature(polygon(square))),
    },
    'geo.too_many_features',
    { count_max: SHAPE_LIMITS.features },
  ],
])('%s is refused with the place to look at', (_, input, code, details) => {
  const problem = problemOf(() => readShape(input, 'CGCS2000'));

  expect(problem.code).toBe(code);
  expect(problem.status).toBe(422);
  expect(problem.details).toMatchObject(details);
  expect(fill(geoProblems[code as keyof typeof geoProblems], problem.details)).not.toMatch(
    /undefined|[{}]|：。|（）/,
  );
});

test('every sentence finds its details, and no refusal lacks a sentence', () => {
  const problem = problemOf(() =>
    readShape(
      polygon([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ]),
      'CGCS2000',
    ),
  );
  expect(fill(geoProblems['geo.self_crossing'], problem.details)).toBe(
    '第1个图形的边线自己交叉了，位置在1, 1，请把那里的线理顺',
  );
});

test('the most detailed boundary allowed is read', () => {
  const [[ring] = []] = readShape(polygon(circle(SHAPE_LIMITS.vertices - 1)), 'CGCS2000').coordinates;
  expect(ring).toHaveLength(SHAPE_LIMITS.vertices);
});

test('a position of a Chinese map moves half a kilometre to its true place', () => {
  // Tiananmen as Amap gives it and as a GPS gives it.
  const [lon, lat] = toStored([116.397428, 39.90923], 'GCJ-02');
  expect(lon).toBeCloseTo(116.391183, 4);
  expect(lat).toBeCloseTo(39.907826, 4);
  expect(toStored([116.403963, 39.915119], 'BD-09')[0]).toBeCloseTo(116.39118, 3);
});

test.each<Datum>(['CGCS2000', 'WGS-84', 'GCJ-02', 'BD-09'])(
  '%s and back moves a position by less than a metre',
  (datum) => {
    fc.assert(
      fc.property(
        fc.double({ min: 116.5, max: 116.8, noNaN: true }),
        fc.double({ min: 39.7, max: 40, noNaN: true }),
        (lon, lat) => {
          const [backLon, backLat] = toStored(fromStored([lon, lat], datum), datum);
          expect(Math.abs(backLon - lon)).toBeLessThan(1e-5);
          expect(Math.abs(backLat - lat)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 200, seed: 2000 },
    );
  },
);

test('reading converts a boundary from its datum and leaves the input as it was', () => {
  const input = polygon(square.map((position) => [...position]));
  const [[ring = []] = []] = readShape(input, 'GCJ-02').coordinates;

  expect(ring[0]?.[0]).toBeCloseTo(116.65 - 0.006, 3);
  expect(input.coordinates[0]).toEqual(square);
});

test('area, box and containment', () => {
  const shape = readShape(polygon(square, hole), 'CGCS2000');

  // 0.01 degree is 1,112 m north and 853 m east at this latitude; the hole takes 0.16 of it.
  expect(areaOf(readShape(polygon(square), 'CGCS2000'))).toBeGreaterThan(945_000);
  expect(areaOf(readShape(polygon(square), 'CGCS2000'))).toBeLessThan(952_000);
  expect(areaOf(shape) / areaOf(readShape(polygon(square), 'CGCS2000'))).toBeCloseTo(0.84, 3);
  expect(boundingBox(shape)).toEqual([116.65, 39.9, 116.66, 39.91]);
  expect(insideBox(boundingBox(shape), [116.66, 39.91])).toBe(true);
  expect(insideBox(boundingBox(shape), [116.67, 39.91])).toBe(false);
  expect(contains(shape, [116.651, 39.901])).toBe(true);
  expect(contains(shape, [116.655, 39.905])).toBe(false);
  expect(contains(shape, [116.67, 39.905])).toBe(false);
  expect(contains(shape, [116.65, 39.905])).toBe(true);
});

const crescent: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 9],
  [9, 9],
  [9, 1],
  [0, 1],
  [0, 0],
];
const sliver: Ring = [
  [0, 0],
  [10, 0.001],
  [10, 0.002],
  [0, 0.001],
  [0, 0],
];

test.each([
  ['a square', [square]],
  ['a ring around a yard', [square, hole]],
  ['a crescent', [crescent]],
  ['a sliver', [sliver]],
])('the label of %s lies inside it', (_, rings) => {
  const shape = readShape(polygon(...rings), 'CGCS2000');
  expect(contains(shape, labelPoint(shape))).toBe(true);
});

test('the label of a square is its middle, and of two parts it is in the larger', () => {
  const small = square.map(([lon, lat]): Position => [lon + 0.1, 39.9 + (lat - 39.9) / 4]);
  const [lon, lat] = labelPoint(
    readShape({ type: 'MultiPolygon', coordinates: [[small], [square]] }, 'CGCS2000'),
  );

  expect(lon).toBeCloseTo(116.655, 3);
  expect(lat).toBeCloseTo(39.905, 3);
});
