// The duty list and the dispatch directory, and whom they suggest.
import { beforeAll, describe, expect, it } from 'vitest';
import * as duty from '#contract/cases/duty/endpoints.ts';
import type { DutyItem } from '#contract/cases/duty/records.ts';
import { dispatchCase, registerCase, returnToDispatcher } from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { registerOrganisation, setAreasServed } from '#contract/organisations/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { caseAt, deed, openCase } from '../kit/cases.ts';
import { importSheet } from '../kit/imports.ts';
import { testStreet } from '../kit/street.ts';

const street = await testStreet();
const as = (name: string) => street.as(name);
const chief = await as('唐科长');
const dispatcher = await as('沈派单');
const secretary = await as('李书记');

const { items: areas } = await (await as('高主任')).call(listAreas, { query: { limit: 200 } });
const at = (code: string) => areas.find((area) => area.code === code)?.areaId ?? '';
const community = at('990101001001');
const entrance = at('990101001001001E01B01U1');
const estate = at('990101001001001E01');
const stage = { as, entranceId: entrance, communityId: community };

const found = async (kind: 'section' | 'property_company', name: string, areaId: string) =>
  (
    await (kind === 'section' ? chief : secretary).call(registerOrganisation, {
      body: { kind, name, areaId },
    })
  ).organisationId;

let city = '';
let property = '';
let propertyVersion = 1;
beforeAll(async () => {
  city = await found('section', '城市管理办公室', at('990101001'));
  const company = await secretary.call(registerOrganisation, {
    body: { kind: 'property_company', name: '和安物业', areaId: community },
  });
  property = company.organisationId;
  propertyVersion = company.version;
  await secretary.call(setAreasServed, {
    params: { organisationId: property },
    body: { areaIds: [estate], version: propertyVersion },
  });
});

const item = (more: Record<string, unknown> = {}) => ({
  code: '3-101',
  text: '组织清理小区暴露垃圾',
  communityDuty: 'assist' as const,
  matterCodes: ['0302'],
  ...more,
});

const registered = async (matterCode: string): Promise<CaseMoved> => {
  const opened = await openCase(stage, 'grid_case');
  return await deed(stage, '李书记', registerCase, opened, {
    matterCode,
    areaId: entrance,
    urgency: 'ordinary',
  });
};

const suggested = async (on: CaseMoved) =>
  (await dispatcher.call(duty.suggestUnits, { params: { caseId: on.caseId } })).items;

describe('the duty list', () => {
  it('is kept by the street, not by a community', async () => {
    const refusal = await secretary.refusal(duty.createDutyItem, { body: item() });
    expect(refusal).toMatchObject({ status: 403, code: 'permission.missing' });
  });

  it('knows a code once, a matter that exists, and who changed it meanwhile', async () => {
    const made = await chief.call(duty.createDutyItem, { body: item({ ownerId: city }) });
    expect(made).toMatchObject({
      owner: { name: '城市管理办公室' },
      matters: [{ code: '0302', name: '暴露垃圾' }],
    });
    expect(await chief.refusal(duty.createDutyItem, { body: item() })).toMatchObject({
      code: 'duty.code_taken',
    });
    expect(
      await chief.refusal(duty.createDutyItem, { body: item({ code: '3-102', matterCodes: ['9999'] }) }),
    ).toMatchObject({ code: 'duty.matter_unknown' });

    const params = { dutyItemId: made.dutyItemId };
    await chief.call(duty.changeDutyItem, {
      params,
      body: { ...item({ ownerId: city, frequency: '每周' }), version: 1 },
    });
    const stale = await chief.refusal(duty.changeDutyItem, {
      params,
      body: { ...item({ ownerId: city }), version: 1 },
    });
    expect(stale).toMatchObject({
      status: 409,
      code: 'version.stale',
      changes: [{ field: 'frequency', after: '每周' }],
    });
  });

  it('is searched by words, owner and matter, and counted', async () => {
    const list = async (query: Record<string, unknown>): Promise<DutyItem[]> =>
      (await secretary.call(duty.listDutyItems, { query })).items;
    expect(await list({ search: '暴露' })).toHaveLength(1);
    expect(await list({ search: '没有这项' })).toHaveLength(0);
    expect(await list({ ownerId: city })).toHaveLength(1);
    expect(await list({ matterCode: '03' })).toHaveLength(1);
    expect(await list({ matterCode: '04' })).toHaveLength(0);
    expect(await secretary.call(duty.readDutyFigures)).toMatchObject({
      items: 1,
      ownerless: 0,
      matterless: 0,
    });
  });
});

describe('the sheet', () => {
  const rows = Array.from({ length: 1108 }, (_, index) =>
    [
      `D-${String(index + 1).padStart(4, '0')}`,
      '平安建设',
      `巡查第${index + 1}处点位`,
      '城市管理办公室',
      '协助',
      '《北京市街道办事处条例》',
      '每月',
      '0803、0302',
    ].join(','),
  );
  const sheet = ['编号,类别,履责事项,责任科室,社区职责,依据,频次,对应分类', ...rows].join('\n');

  it('brings 1,108 duties, and nothing the second time', async () => {
    const first = await importSheet(street, chief, 'duty_items', sheet);
    expect(first.counts).toMatchObject({ created: 1108, failed: 0 });
    const again = await importSheet(street, chief, 'duty_items', sheet);
    expect(again.counts).toMatchObject({ unchanged: 1108, created: 0, updated: 0, failed: 0 });
  });

  it('hands back the row whose matter nobody knows', async () => {
    const bad = await importSheet(
      street,
      chief,
      'duty_items',
      `${sheet.split('\n')[0]}\nX-1,,喂鸽子,,,,,喂鸽子`,
    );
    expect(bad.counts).toMatchObject({ failed: 1, created: 0 });
  });

  it('brings the directory by names and places', async () => {
    const entries = [
      '事项分类,适用地点,主办单位,协办单位,派单规则,清单编号',
      '暴露垃圾,,城市管理办公室,所在社区、小区物业,环境卫生由城管办牵头,3-101',
      '暴露垃圾,990101001001,小区物业,城市管理办公室,物业小区先找物业,',
      '邻里纠纷,,所在社区,,社区调解委员会,',
    ].join('\n');
    expect((await importSheet(street, chief, 'dispatch_directory', entries)).counts).toMatchObject({
      created: 3,
    });
    expect((await importSheet(street, chief, 'dispatch_directory', entries)).counts).toMatchObject({
      unchanged: 3,
    });
  });
});

describe('the directory', () => {
  const entry = (more: Record<string, unknown> = {}) => ({
    matterCode: '0303',
    lead: { kind: 'organisation' as const, unitId: city },
    rule: '占道经营归城管',
    validFrom: '2026-11-01',
    ...more,
  });

  it('has one entry for a matter and a place at a time', async () => {
    const made = await chief.call(duty.createEntry, { body: entry() });
    expect(await chief.refusal(duty.createEntry, { body: entry() })).toMatchObject({
      code: 'directory.overlaps',
    });
    const params = { entryId: made.entryId };
    await chief.call(duty.endEntry, { params, body: { validTo: '2026-11-20', version: 1 } });
    expect(await chief.refusal(duty.changeEntry, { params, body: { ...entry(), version: 2 } })).toMatchObject(
      {
        code: 'directory.ended',
      },
    );
    await chief.call(duty.createEntry, { body: entry({ validFrom: '2026-11-21' }) });
  });

  it('makes no community lead what is not its duty (art. 17)', async () => {
    const refusal = await chief.refusal(duty.createEntry, {
      body: entry({ matterCode: '0401', lead: { kind: 'community' } }),
    });
    expect(refusal).toMatchObject({ status: 409, code: 'directory.community_not_duty' });
  });
});

describe('suggested units', () => {
  it('follow the nearest entry of the directory, with its rule and its duty', async () => {
    const items = await suggested(await registered('0302'));
    expect(items[0]).toMatchObject({
      unit: { kind: 'organisation', unitId: property, name: '和安物业' },
      role: 'lead',
      reason: 'directory',
      rule: expect.stringContaining('暴露垃圾（0302）'),
    });
    const section = items.find(({ unit }) => unit.unitId === city);
    expect(section).toMatchObject({ role: 'lead', reason: 'duty_item', dutyItem: { code: '3-101' } });
  });

  it('offer the community as a helper where it only assists, and as lead where its duty list says so', async () => {
    const assists = await suggested(await registered('0302'));
    expect(assists.find(({ unit }) => unit.unitId === community)).toMatchObject({ role: 'co' });
    const [leads] = await suggested(await registered('0901'));
    expect(leads).toMatchObject({ unit: { unitId: community }, role: 'lead', reason: 'directory' });
    const outside = await suggested(await registered('0401'));
    expect(outside.map(({ unit }) => unit.unitId)).not.toContain(community);
  });

  it('can be dispatched to as they stand: the guard of art. 17 agrees', async () => {
    const on = await registered('0302');
    for (const { unit, role } of await suggested(on)) {
      if (role !== 'lead') continue;
      const sent = await deed(stage, '沈派单', dispatchCase, on, {
        lead: { kind: unit.kind, unitId: unit.unitId },
      });
      expect(sent.status).toBe('dispatched');
      break;
    }
    const another = await registered('0302');
    const asked = await dispatcher.refusal(dispatchCase, {
      params: { caseId: another.caseId },
      body: { lead: { kind: 'area', unitId: community }, version: another.version },
    });
    expect(asked).toMatchObject({ code: 'case.community_assist_only' });
  });

  it('put behind whoever has returned the case', async () => {
    const on = await registered('0901');
    const sent = await deed(stage, '李书记', dispatchCase, on, { lead: { kind: 'area', unitId: community } });
    const back = await deed(stage, '郑社工', returnToDispatcher, sent, { reason: '双方不住本社区' });
    const items = await suggested(back);
    expect(items.find(({ unit }) => unit.unitId === community)).toMatchObject({ returned: true });
    expect(items.find(({ unit }) => unit.unitId === community)?.score).toBeLessThan(0.3);
  });

  it('count who solved the same near here', async () => {
    await caseAt(stage, 'closed');
    const [first] = await suggested(await registered('0901'));
    expect(first).toMatchObject({ unit: { unitId: community }, solved: 1 });
  });

  it('are for the dispatcher of the place', async () => {
    const on = await registered('0302');
    const params = { caseId: on.caseId };
    expect(await (await as('马书记')).refusal(duty.suggestUnits, { params })).toMatchObject({
      code: 'case.outside_your_area',
    });
    expect(await (await as('周网格')).refusal(duty.suggestUnits, { params })).toMatchObject({
      code: 'permission.missing',
    });
  });
});
