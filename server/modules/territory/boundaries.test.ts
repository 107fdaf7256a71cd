import { randomUUID } from 'node:crypto';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as territory from '#contract/territory/endpoints.ts';
import * as maps from '#contract/territory/mapEndpoints.ts';
import type { Area, BoundaryMatch } from '#contract/territory/records.ts';
import { fromStored } from '#kernel/geo/datum.ts';
import { readAreas } from '../../../packs/areas.ts';
import { neutral } from '../../../packs/neutral/pack.ts';
import { type Caller, type TestStreet, testStreet } from '../../../tests/kit/street.ts';

let street: TestStreet;
let secretary: Caller;
let office: Caller;
let grid: Area;
let community: Area;

async function areaOf(code: string): Promise<Area> {
  const { items } = await office.call(territory.listAreas, { query: { search: code } });
  const found = items.find((area) => area.code === code);
  if (!found) throw new Error(`No area ${code}.`);
  return found;
}

beforeAll(async () => {
  street = await testStreet();
  secretary = await street.as('李书记');
  office = await street.as('唐科长');
  grid = await areaOf('990101001001001');
  community = await areaOf('990101001001');
});

const square = (west: number, south: number, size = 0.001) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const polygon = (ring: number[][]) => ({ type: 'Polygon', coordinates: [ring] });

describe('where a position lies', () => {
  it('agrees with the polygons for any position', async () => {
    const drawn = readAreas(neutral).filter((area) => area.level === 'grid' && area.boundary);
    const inside = fc.record({
      longitude: fc.double({ min: 109.9995, max: 110.0049, noNaN: true }),
      latitude: fc.double({ min: 34.9995, max: 35.0041, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(inside, async (query) => {
        const holders = drawn
          .filter((area) => booleanPointInPolygon([query.longitude, query.latitude], area.boundary as never))
          .map((area) => area.name);
        const { grid: found, nearest } = await office.call(territory.findAreaAt, { query });
        if (holders.length === 0) {
          expect(found).toBeNull();
          expect(nearest?.metres).toBeLessThan(90);
        } else expect(holders).toContain(found?.name);
      }),
      { numRuns: 60 },
    );
  });

  it('names the place, the grid and everything above', async () => {
    const found = await office.call(territory.findAreaAt, {
      query: { longitude: 110.001, latitude: 35.003 },
    });
    expect(found.grid?.name).toBe('北廊社区第1网格');
    expect(found.chain.map((area) => area.name)).toEqual(['梧桐街道', '北廊社区', '北廊社区第1网格']);
    expect(found.nearest).toBeNull();
  });

  it('moves a position of a Chinese map service before looking', async () => {
    const [longitude, latitude] = fromStored([110.001, 35.003], 'GCJ-02');
    const shifted = await office.call(territory.findAreaAt, {
      query: { longitude, latitude, datum: 'GCJ-02' },
    });
    expect(shifted.grid?.name).toBe('北廊社区第1网格');
    const unshifted = await office.call(territory.findAreaAt, { query: { longitude, latitude } });
    expect(unshifted.grid?.name).not.toBe('北廊社区第1网格');
  });

  it('far away there is nothing, not even near', async () => {
    expect(await office.call(territory.findAreaAt, { query: { longitude: 116.4, latitude: 39.9 } })).toEqual({
      area: null,
      grid: null,
      chain: [],
      nearest: null,
    });
  });

  it('another street has other ground', async () => {
    const other = await street.as('文科长');
    const found = await other.call(territory.findAreaAt, { query: { longitude: 110.001, latitude: 35.003 } });
    expect(found.area).toBeNull();
  });
});

describe('one border', () => {
  const draw = (by: Caller, body: Record<string, unknown>) =>
    by.refusal(maps.drawBoundary, {
      params: { areaId: grid.areaId },
      body: { datum: 'CGCS2000', source: '测绘院', replaces: null, ...body } as never,
    });

  it('is not drawn by one who may only read, nor in another community', async () => {
    const shape = JSON.stringify(polygon(square(110, 35.002)));
    expect(await draw(await street.as('周网格'), { shape })).toMatchObject({ status: 403 });
    expect(await draw(await street.as('马书记'), { shape })).toMatchObject({
      status: 403,
      code: 'area.outside_your_area',
    });
    expect(await draw(await street.as('文科长'), { shape })).toMatchObject({ status: 404 });
  });

  it('keeps the former border and closes it on the day', async () => {
    const before = await secretary.call(maps.listBoundaries, { params: { areaId: grid.areaId } });
    expect(before.boundaries).toMatchObject([{ validFrom: '2026-11-01', validTo: null, schematic: true }]);

    const drawn = await secretary.call(maps.drawBoundary, {
      params: { areaId: grid.areaId },
      body: {
        shape: 'POLYGON((110 35.0018, 110.0020 35.0018, 110.0020 35.0036, 110 35.0036, 110 35.0018))',
        datum: 'CGCS2000',
        source: '测绘院 2026-11',
        validFrom: '2026-11-15',
        replaces: before.boundaries[0]?.boundaryId ?? null,
      },
    });
    expect(drawn).toMatchObject({
      validFrom: '2026-11-15',
      validTo: null,
      schematic: false,
      recordedBy: '李书记',
    });
    expect(drawn.areaM2).toBeGreaterThan(36_000);
    expect(drawn.areaM2).toBeLessThan(37_000);

    const { boundaries } = await secretary.call(maps.listBoundaries, {
      params: { areaId: grid.areaId },
    });
    expect(boundaries.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2026-11-15', null],
      ['2026-11-01', '2026-11-15'],
    ]);
    // The strip given up belongs to nobody now; the lookup follows the present border.
    const strip = await office.call(territory.findAreaAt, {
      query: { longitude: 110.0021, latitude: 35.003 },
    });
    expect(strip.grid).toBeNull();
    expect(strip.area?.name).toBe('北廊社区');
    expect(strip.nearest?.name).toMatch(/北廊社区第[12]网格/);
  });

  it('drawn on an outdated sheet is refused with the present one', async () => {
    const refusal = await draw(office, { shape: JSON.stringify(polygon(square(110, 35.002))) });
    expect(refusal).toMatchObject({ status: 409, code: 'boundary.changed_meanwhile', by: '李书记' });
    expect(refusal.current).toMatchObject({ validFrom: '2026-11-15' });
  });

  it.each([
    [
      'crosses itself',
      polygon([
        [110, 35],
        [110.002, 35.002],
        [110.002, 35],
        [110, 35.002],
        [110, 35],
      ]),
      'geo.self_crossing',
      /110\.001, 35\.001/,
    ],
    [
      'has latitude first',
      polygon([
        [35, 110],
        [35, 110.001],
        [35.001, 110.001],
        [35, 110],
      ]),
      'geo.swapped',
      /先写经度/,
    ],
    [
      'is a line',
      {
        type: 'LineString',
        coordinates: [
          [110, 35],
          [110.1, 35],
        ],
      },
      'geo.no_polygon',
      /LineString/,
    ],
    [
      'is open',
      polygon([
        [110, 35],
        [110.001, 35],
        [110.001, 35.001],
        [110, 35.001],
      ]),
      'geo.ring_open',
      /首尾相接/,
    ],
  ])('that %s is refused where it is wrong', async (_, shape, code, said) => {
    const present = await office.call(maps.listBoundaries, { params: { areaId: grid.areaId } });
    const refusal = await draw(office, {
      shape: JSON.stringify(shape),
      replaces: present.boundaries[0]?.boundaryId ?? null,
    });
    expect(refusal).toMatchObject({ status: 422, code });
    expect(refusal.detail).toMatch(said);
  });

  it('does not begin tomorrow, nor before the present one', async () => {
    const present = await office.call(maps.listBoundaries, { params: { areaId: grid.areaId } });
    const body = {
      shape: JSON.stringify(polygon(square(110, 35.002))),
      replaces: present.boundaries[0]?.boundaryId ?? null,
    };
    expect(await draw(office, { ...body, validFrom: '2026-11-22' })).toMatchObject({
      code: 'boundary.in_future',
    });
    expect(await draw(office, { ...body, validFrom: '2026-11-02' })).toMatchObject({
      code: 'boundary.before_present',
    });
  });
});

describe('a file of borders', () => {
  const file = {
    type: 'FeatureCollection',
    features: [
      feature({ 编码: '990101001001001', 名称: '随便' }, polygon(square(110.0001, 35.0019))),
      feature({ name: '北廊社区第2网格' }, polygon(square(110.0023, 35.0019))),
      feature({ name: '没有这个地方' }, polygon(square(110.001, 35.001))),
      feature(
        { code: '990101001002001' },
        polygon([
          [110, 35],
          [110.002, 35.002],
          [110.002, 35],
          [110, 35.002],
          [110, 35],
        ]),
      ),
      feature({ code: '990101001002002' }, polygon(square(110.0023, 35.0001))),
      feature({ name: '北廊社区第2网格' }, polygon(square(110.003, 35.0019))),
    ],
  };

  it('is read shape by shape: matched, unmatched, faulty, outside', async () => {
    const matches = await preview(secretary, JSON.stringify(file), { datum: 'CGCS2000' });
    expect(matches.map(({ state, matchedBy, area }) => [state, matchedBy, area?.name ?? null])).toEqual([
      ['matched', 'code', '北廊社区第1网格'],
      ['matched', 'name', '北廊社区第2网格'],
      ['unmatched', null, null],
      ['faulty', 'code', '南廊社区第1网格'],
      ['outside_your_area', 'code', '南廊社区第2网格'],
      ['faulty', 'name', '北廊社区第2网格'],
    ]);
    expect(matches[3]?.problem?.message).toMatch(/第4个图形.*110\.001, 35\.001/);
    expect(matches[5]?.problem?.code).toBe('boundary.twice');
    expect(matches.every((match) => match.warnings.length === 0)).toBe(true);
  });

  it('warns when the datum looks wrong, because everything has moved', async () => {
    const [match] = await preview(office, JSON.stringify({ ...file, features: file.features.slice(1, 2) }), {
      datum: 'GCJ-02',
    });
    expect(match?.state).toBe('matched');
    expect(match?.metresMoved).toBeGreaterThan(300);
    expect(match?.warnings.map((warning) => warning.code)).toContain('boundary.moved_far');
  });

  it('places a shape by hand and draws what is good', async () => {
    const answer = await send(secretary, maps.importBoundaries.path, JSON.stringify(file), {
      datum: 'CGCS2000',
      source: '社区草图',
      schematic: 'true',
      assignments: JSON.stringify({ 3: community.areaId }),
    });
    expect(answer.statusCode, answer.payload).toBe(200);
    const { drawn, leftOut } = answer.json();
    expect(drawn).toBe(3);
    expect(leftOut.map((match: BoundaryMatch) => match.feature)).toEqual([4, 5, 6]);
    const map = await secretary.call(maps.mapAreas, { query: { areaId: community.areaId } });
    expect(map).toMatchObject({ level: 'grid', schematic: true, outline: { name: '北廊社区' } });
    expect(map.areas.map((area) => area.shape.coordinates[0]?.[0]?.[0])).toEqual([
      [110.0001, 35.0019],
      [110.0023, 35.0019],
    ]);
  });

  it('that is no drawing is refused as a whole', async () => {
    const answer = await send(office, maps.previewBoundaries.path, '{"type": "FeatureColl', {
      datum: 'CGCS2000',
    });
    expect(answer.json()).toMatchObject({ status: 422, code: 'geo.unreadable' });
  });
});

describe('the sheet of a grid', () => {
  it('gathers border, neighbours, marks and counts, for those who may see it', async () => {
    const worker = await street.as('周网格');
    const resource = await secretary.call(maps.addResource, {
      params: { areaId: grid.areaId },
      body: { kind: 'rest_stop', name: '银杏凉亭', position: { longitude: 110.0005, latitude: 35.002 } },
    });
    const sheet = await worker.call(maps.readSheet, { params: { areaId: grid.areaId } });
    expect(sheet.outline?.name).toBe('北廊社区第1网格');
    expect(sheet.neighbours.length).toBeGreaterThan(0);
    expect(sheet.resources).toMatchObject([{ name: '银杏凉亭', can: { edit: 'area.outside_your_area' } }]);
    expect(sheet.buildings).toMatchObject([{ name: '1号楼', estateName: '梧桐里1号院', entrancesCount: 2 }]);

    const other = await street.as('吴网格');
    expect(await other.refusal(maps.readSheet, { params: { areaId: grid.areaId } })).toMatchObject({
      status: 403,
    });
    expect(
      await (await street.as('马书记')).refusal(maps.removeResource, {
        params: { resourceId: resource.resourceId },
        body: { reason: '不是我的', version: 1 },
      }),
    ).toMatchObject({ status: 403, code: 'area.outside_your_area' });
  });

  it('a mark far outside the grid is a slip', async () => {
    const refusal = await secretary.refusal(maps.addResource, {
      params: { areaId: grid.areaId },
      body: { kind: 'facility', name: '门卫', position: { longitude: 110.01, latitude: 35.002 } },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'resource.outside_area' });
  });

  it('a mark is corrected once per version, and stays in the trail when taken off', async () => {
    const added = await secretary.call(maps.addResource, {
      params: { areaId: grid.areaId },
      body: { kind: 'risk', name: '临时围挡' },
    });
    const params = { resourceId: added.resourceId };
    await secretary.call(maps.changeResource, {
      params,
      body: { kind: 'risk', name: '施工围挡', version: 1 },
    });
    const stale = await office.refusal(maps.changeResource, {
      params,
      body: { kind: 'risk', name: '围挡', version: 1 },
    });
    expect(stale).toMatchObject({
      code: 'version.stale',
      current: { name: '施工围挡' },
      changes: [{ field: 'name', label: '名称', before: '临时围挡', after: '施工围挡' }],
    });
    await secretary.call(maps.removeResource, { params, body: { reason: '工程完了', version: 2 } });
    const { resources } = await secretary.call(maps.listResources, { params: { areaId: grid.areaId } });
    expect(resources.map((resource) => resource.name)).not.toContain('施工围挡');
  });
});

function feature(properties: Record<string, unknown>, geometry: object) {
  return { type: 'Feature', properties, geometry };
}

async function preview(by: Caller, text: string, fields: Record<string, string>): Promise<BoundaryMatch[]> {
  const answer = await send(by, maps.previewBoundaries.path, text, fields);
  expect(answer.statusCode, answer.payload).toBe(200);
  return answer.json().matches;
}

async function send(by: Caller, url: string, text: string, fields: Record<string, string>) {
  const border = 'jia-test-part';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${border}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${border}\r\nContent-Disposition: form-data; name="file"; filename="grids.geojson"\r\nContent-Type: application/geo+json\r\n\r\n${text}\r\n--${border}--\r\n`;
  return await by.send({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${border}`, 'idempotency-key': randomUUID() },
    payload: `${parts.join('')}${file}`,
  });
}
