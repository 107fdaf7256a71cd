import { beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contract/coverage/endpoints.ts';
import { assignPost } from '#contract/identity/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type Caller, type TestStreet, testStreet } from '../../../tests/kit/street.ts';

let street: TestStreet;
let office: Caller;

async function areaId(code: string): Promise<string> {
  const { items } = await office.call(listAreas, { query: { search: code } });
  return items.find((area) => area.code === code)?.areaId ?? '';
}

beforeAll(async () => {
  street = await testStreet();
  office = await street.as('沈派单');
});

describe('who may not', () => {
  it('strangers, residents and wardens see no figures', async () => {
    expect(await street.stranger.refusal(endpoints.readCoverage)).toMatchObject({ status: 401 });
    for (const name of ['陈居民', '赵楼长', '系统员'])
      expect(await (await street.as(name)).refusal(endpoints.readCoverage)).toMatchObject({ status: 403 });
  });

  it('another community and another street are closed', async () => {
    const north = await areaId('990101001001');
    const query = { areaId: north };
    expect(await (await street.as('马书记')).refusal(endpoints.readCoverage, { query })).toMatchObject({
      status: 403,
      code: 'area.outside_your_area',
    });
    expect(await (await street.as('文书记')).refusal(endpoints.listUncovered, { query })).toMatchObject({
      status: 404,
    });
    expect(await (await street.as('吴网格')).refusal(endpoints.listResponsible, { query })).toMatchObject({
      status: 403,
    });
  });
});

describe('coverage', () => {
  it('counts the street by community, and every figure has its list', async () => {
    const { total, rows, target } = await office.call(endpoints.readCoverage);
    expect(target).toBe(150);
    expect(total).toMatchObject({ entrances: 8, entrancesWithoutWarden: 7, wardens: 1 });
    expect(rows.map((row) => [row.name, row.entrances, row.entrancesWithoutWarden])).toEqual([
      ['北廊社区', 4, 3],
      ['南廊社区', 4, 4],
    ]);
    const first = await office.call(endpoints.listUncovered, { query: { limit: 4 } });
    const second = await office.call(endpoints.listUncovered, {
      query: { limit: 4, cursor: first.nextCursor ?? '' },
    });
    const listed = [...first.items, ...second.items];
    expect(new Set(listed.map((entrance) => entrance.areaId)).size).toBe(7);
    expect(first.total).toBe(7);
    expect(second.nextCursor).toBeNull();
    expect(listed[0]).toMatchObject({
      name: '2单元',
      place: '北廊社区 · 北廊社区第1网格 · 梧桐里1号院 · 1号楼',
    });
  });

  it('a new warden closes the gap', async () => {
    const security = await street.as('安全员');
    await security.call(assignPost, {
      body: {
        name: '钱楼长',
        phone: '19900003001',
        role: 'door_warden',
        areaId: await areaId('990101001001001E01B01U2'),
      },
    });
    const { total } = await office.call(endpoints.readCoverage);
    expect(total.entrancesWithoutWarden).toBe(6);
  });

  it('names the grids and posts whose staffing contradicts its kind', async () => {
    const { grids, workers } = await office.call(endpoints.readStaffing);
    expect(grids).toHaveLength(4);
    expect(grids[0]).toMatchObject({ partTime: ['孙兼职'] });
    expect(grids[0]?.warnings).toContain('coverage.grid_with_one_part_time');
    expect(workers.find((worker) => worker.name === '周网格')).toMatchObject({
      staffing: null,
      warnings: ['coverage.staffing_missing'],
    });
  });
});

describe('on the ground', () => {
  it('a grid worker sees the own entrances with wardens and households', async () => {
    const worker = await street.as('周网格');
    const mine = await worker.call(endpoints.listMyEntrances);
    expect(mine.places).toMatchObject([{ name: '北廊社区第1网格' }]);
    expect(mine.items).toMatchObject([
      { name: '1单元', wardens: ['赵楼长'], households: 2 },
      { name: '2单元', wardens: ['钱楼长'] },
    ]);
    const warden = await street.as('赵楼长');
    expect((await warden.call(endpoints.listMyEntrances)).items.map((entrance) => entrance.name)).toEqual([
      '1单元',
    ]);
  });

  it('a grid shows who answers for it, from the community down', async () => {
    const { responsible } = await office.call(endpoints.listResponsible, {
      query: { areaId: await areaId('990101001001001') },
    });
    expect(responsible.map((one) => [one.name, one.role])).toEqual([
      ['李书记', 'community_secretary'],
      ['周网格', 'grid_worker'],
      ['孙兼职', 'part_time_grid_worker'],
    ]);
  });

  it('a leader of the whole street answers for the street, and for a community once assigned to it', async () => {
    const named = async (code: string) => {
      const query = { areaId: await areaId(code) };
      const { responsible } = await office.call(endpoints.listResponsible, { query });
      return responsible.filter((one) => one.role === 'deputy_in_charge').map((one) => one.name);
    };
    expect(await named('990101001')).toEqual(['许分管']);
    expect(await named('990101001001')).toEqual([]);
    const body = { name: '包分管', phone: '19900003002', role: 'deputy_in_charge' as const };
    const security = await street.as('安全员');
    await security.call(assignPost, { body: { ...body, areaId: await areaId('990101001001') } });
    expect(await named('990101001001001')).toEqual(['包分管']);
  });
});
