import { beforeAll, describe, expect, it } from 'vitest';
import * as territory from '#contract/territory/endpoints.ts';
import type { Area } from '#contract/territory/records.ts';
import { type Caller, type TestStreet, testStreet } from '../../../tests/kit/street.ts';

let street: TestStreet;
let secretary: Caller;
let office: Caller;
let north: Area;
let south: Area;

async function areaOf(code: string): Promise<Area> {
  const { items } = await office.call(territory.listAreas, { query: { search: code, when: 'all' } });
  const found = items.find((area) => area.code === code);
  if (!found) throw new Error(`No area ${code}.`);
  return found;
}

beforeAll(async () => {
  street = await testStreet();
  secretary = await street.as('李书记');
  office = await street.as('唐科长');
  north = await areaOf('990101001001');
  south = await areaOf('990101001002');
});

describe('who may not', () => {
  it('a stranger reads nothing', async () => {
    expect(await street.stranger.refusal(territory.listAreas)).toMatchObject({ status: 401 });
    expect(
      await street.stranger.refusal(territory.readArea, { params: { areaId: north.areaId } }),
    ).toMatchObject({
      status: 401,
    });
  });

  it('a resident has no register of places, only their names', async () => {
    const resident = await street.as('陈居民');
    expect(await resident.refusal(territory.listAreas)).toMatchObject({
      status: 403,
      code: 'permission.missing',
    });
    const { places } = await resident.call(territory.listPlaces);
    expect(places.map((place) => place.name)).toEqual(['北廊社区', '南廊社区']);
  });

  it('a grid worker reads the own grid and nothing beside it', async () => {
    const worker = await street.as('周网格');
    const { items, total } = await worker.call(territory.listAreas);
    expect(total).toBe(5);
    expect(items.every((area) => area.path.includes('/990101001001001/'))).toBe(true);
    const other = await areaOf('990101001001002');
    expect(await worker.refusal(territory.readArea, { params: { areaId: other.areaId } })).toMatchObject({
      status: 403,
      code: 'area.outside_your_area',
    });
    expect(
      await worker.refusal(territory.createArea, {
        body: { parentId: other.areaId, level: 'building', name: '3号楼' },
      }),
    ).toMatchObject({ status: 403, code: 'permission.missing' });
  });

  it('a secretary edits no other community', async () => {
    expect(
      await secretary.refusal(territory.createArea, {
        body: { parentId: south.areaId, level: 'big_grid', name: '大网格' },
      }),
    ).toMatchObject({ status: 403, code: 'area.outside_your_area' });
  });

  it('another street finds nothing here', async () => {
    const stranger = await street.as('文科长');
    expect(await stranger.refusal(territory.readArea, { params: { areaId: north.areaId } })).toMatchObject({
      status: 404,
    });
    const { items } = await stranger.call(territory.listAreas, { query: { search: '北廊' } });
    expect(items).toEqual([]);
    expect(
      await stranger.refusal(territory.retireArea, {
        params: { areaId: north.areaId },
        body: { reason: '看看', version: 1 },
      }),
    ).toMatchObject({ status: 404 });
  });
});

describe('the register', () => {
  it('reads page by page in the order of the tree, without gap or repetition', async () => {
    const codes: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await office.call(territory.listAreas, {
        query: { limit: 6, ...(cursor ? { cursor } : {}) },
      });
      codes.push(...page.items.map((area) => area.path));
      expect(page.total).toBe(23);
      cursor = page.nextCursor;
    } while (cursor);
    expect(codes).toHaveLength(23);
    expect(codes).toEqual([...new Set(codes)].toSorted());
  });

  it('filters by level, kind, type and place', async () => {
    const list = async (query: object) => (await office.call(territory.listAreas, { query })).total;
    expect(await list({ level: 'grid' })).toBe(4);
    expect(await list({ level: 'entrance', areaId: north.areaId })).toBe(4);
    expect(await list({ parentId: north.areaId })).toBe(2);
    expect(await list({ gridType: 'industrial' })).toBe(1);
    expect(await list({ kind: 'village' })).toBe(0);
  });

  it('tells the names above and the counts below', async () => {
    const read = await office.call(territory.readArea, { params: { areaId: north.areaId } });
    expect(read.chain.map((area) => area.name)).toEqual(['梧桐街道', '北廊社区']);
    expect(read.counts).toEqual([
      { level: 'grid', kind: null, count: 2 },
      { level: 'estate', kind: 'estate', count: 2 },
      { level: 'building', kind: null, count: 2 },
      { level: 'entrance', kind: 'unit', count: 4 },
    ]);
  });
});

describe('adding and correcting', () => {
  it('makes the next code, announces it, and finds it by another name', async () => {
    const grid = await areaOf('990101001001001');
    const estate = await secretary.call(territory.createArea, {
      body: {
        parentId: grid.areaId,
        level: 'estate',
        kind: 'courtyard',
        name: '槐树院',
        aliases: ['老粮站'],
      },
    });
    expect(estate).toMatchObject({
      code: '990101001001001-E01',
      path: `${grid.path}990101001001001-E01/`,
      version: 1,
      changedBy: '李书记',
      can: { edit: true, reshape: true },
    });
    const { items } = await office.call(territory.listAreas, { query: { search: '粮站' } });
    expect(items.map((area) => area.name)).toEqual(['槐树院']);

    const { rows } = await street.owner.query(
      "select data, area_path from events where name = 'area.created' and subject_id = $1",
      [estate.areaId],
    );
    expect(rows).toEqual([
      { data: { level: 'estate', code: estate.code, version: 1 }, area_path: estate.path },
    ]);
  });

  it.each([
    [
      'a grid below a building',
      { level: 'grid', name: '倒挂' },
      '990101001001001E01B01',
      'area.level_not_below',
    ],
    ['the same name twice', { level: 'building', name: '1号楼' }, '990101001001001E01', 'area.name_taken'],
    [
      'a taken code',
      { level: 'building', name: '新楼', code: '990101001002001E01B01' },
      '990101001001001E01',
      'area.code_taken',
    ],
    [
      'a foreign grid code',
      { level: 'grid', name: '新格', code: '990101001002077' },
      '990101001001',
      'area.code_invalid',
    ],
    [
      'an unknown type',
      { level: 'grid', name: '新格', gridType: 'harbour' },
      '990101001001',
      'area.grid_type_unknown',
    ],
    [
      'a kind of another level',
      { level: 'building', name: '新楼', kind: 'village' },
      '990101001001001E01',
      'area.kind_of_other_level',
    ],
  ] as const)('refuses %s with a sentence', async (_, body, parentCode, code) => {
    const parent = await areaOf(parentCode);
    const refusal = await office.refusal(territory.createArea, {
      body: { ...body, parentId: parent.areaId },
    });
    expect(refusal).toMatchObject({ status: 409, code });
    expect(refusal.detail).toMatch(/[一-龥]/);
    expect(refusal.detail).not.toMatch(/[{}]/);
  });

  it('refuses a code that would break a path', async () => {
    const refusal = await office.refusal(territory.createArea, {
      body: { parentId: north.areaId, level: 'big_grid', name: '格', code: 'a/b' },
    });
    expect(refusal).toMatchObject({ status: 400, code: 'input.invalid' });
  });

  it('tells the second editor what the first one changed', async () => {
    const grid = await areaOf('990101001001002');
    await secretary.call(territory.changeArea, {
      params: { areaId: grid.areaId },
      body: { name: '北廊东格', version: grid.version },
    });
    const refusal = await office.refusal(territory.changeArea, {
      params: { areaId: grid.areaId },
      body: { name: '北廊第2格', note: '沿街', version: grid.version },
    });
    expect(refusal).toMatchObject({
      status: 409,
      code: 'version.stale',
      changedBy: '李书记',
      current: { name: '北廊东格', version: grid.version + 1 },
      changes: [{ field: 'name', label: '名称', before: '北廊社区第2网格', after: '北廊东格' }],
    });
    const { entries } = await secretary.call(territory.listAreaHistory, { params: { areaId: grid.areaId } });
    expect(entries[0]).toMatchObject({ who: '李书记', event: 'area.changed', fields: ['名称'] });
  });
});

describe('moving', () => {
  it('takes everything below along and says from where to where', async () => {
    const estate = await areaOf('990101001001001E01');
    const grid = await areaOf('990101001001002');
    const moved = await secretary.call(territory.moveArea, {
      params: { areaId: estate.areaId },
      body: { parentId: grid.areaId, reason: '网格调整', version: estate.version },
    });
    expect(moved.path).toBe(`${grid.path}${estate.code}/`);

    const { items } = await office.call(territory.listAreas, { query: { areaId: estate.areaId } });
    expect(items.map((area) => area.path)).toEqual([
      moved.path,
      `${moved.path}${estate.code}B01/`,
      `${moved.path}${estate.code}B01/${estate.code}B01U1/`,
      `${moved.path}${estate.code}B01/${estate.code}B01U2/`,
    ]);
    const { rows } = await street.owner.query("select data from events where name = 'area.moved'");
    expect(rows).toEqual([
      {
        data: {
          parentId: grid.areaId,
          fromPath: estate.path,
          toPath: moved.path,
          count: 4,
          reason: '网格调整',
          version: 2,
          changes: [{ field: 'path', before: estate.path, after: moved.path }],
        },
      },
    ]);
  });

  it('a grid changes community only with a code of that community', async () => {
    const grid = await areaOf('990101001002002');
    const move = (body: object) =>
      office.refusal(territory.moveArea, {
        params: { areaId: grid.areaId },
        body: { parentId: north.areaId, reason: '区划调整', version: grid.version, ...body },
      });
    expect(await move({})).toMatchObject({ code: 'area.code_invalid' });
    const moved = await office.call(territory.moveArea, {
      params: { areaId: grid.areaId },
      body: { parentId: north.areaId, code: '990101001001009', reason: '区划调整', version: grid.version },
    });
    expect(moved).toMatchObject({ code: '990101001001009', path: `${north.path}990101001001009/` });
  });

  it('a big grid does not carry grids away from their community', async () => {
    const big = await office.call(territory.createArea, {
      body: { parentId: south.areaId, level: 'big_grid', name: '南廊大网格' },
    });
    expect(big.code).toBe('990101001002-B01');
    const grid = await areaOf('990101001002001');
    await office.call(territory.moveArea, {
      params: { areaId: grid.areaId },
      body: { parentId: big.areaId, reason: '分大格', version: grid.version },
    });
    const refusal = await office.refusal(territory.moveArea, {
      params: { areaId: big.areaId },
      body: { parentId: north.areaId, reason: '挪走', version: big.version },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'area.grids_keep_code', count: 1 });
  });

  it('a secretary does not move the own community', async () => {
    expect(north.can.reshape).toBe(true);
    const seen = await secretary.call(territory.readArea, { params: { areaId: north.areaId } });
    expect(seen.can.reshape).toBe('area.not_reshapable');
    const refusal = await secretary.refusal(territory.retireArea, {
      params: { areaId: north.areaId },
      body: { reason: '试试', version: north.version },
    });
    expect(refusal).toMatchObject({ status: 403, code: 'area.not_reshapable' });
  });
});

describe('ending', () => {
  it('keeps what has ended and lets nothing begin there', async () => {
    const building = await areaOf('990101001002001E01B01');
    const busy = await office.refusal(territory.retireArea, {
      params: { areaId: building.areaId },
      body: { reason: '拆除', version: building.version },
    });
    expect(busy).toMatchObject({ code: 'area.has_children', count: 2 });

    const entrance = await areaOf('990101001002001E01B01U2');
    const ended = await office.call(territory.retireArea, {
      params: { areaId: entrance.areaId },
      body: { reason: '封门', version: entrance.version },
    });
    expect(ended).toMatchObject({ validTo: '2026-11-21', can: { edit: 'area.retired' } });

    const { items } = await office.call(territory.listAreas, { query: { when: 'retired' } });
    expect(items.map((area) => area.code)).toEqual([entrance.code]);
    expect(
      await office.refusal(territory.changeArea, {
        params: { areaId: entrance.areaId },
        body: { name: '旧2单元', version: ended.version },
      }),
    ).toMatchObject({ status: 409, code: 'area.retired' });
  });
});
