// What a viewer finds in the lists: by place, by unit, by date, by words; page after page, and counted.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type CaseStage, caseAt, deed, openCase } from '../kit/cases.ts';
import { testNow, testStreet } from '../kit/street.ts';

const street = await testStreet();
const stage: CaseStage = { as: street.as, entranceId: '', communityId: '' };
let otherCommunityId = '';
let gridId = '';

beforeAll(async () => {
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  stage.entranceId = id('990101001001001E01B01U1');
  stage.communityId = id('990101001001');
  otherCommunityId = id('990101001002');
  gridId = id('990101001001001');
});

type Query = Record<string, unknown>;

async function listed(name: string, query: Query): Promise<string[]> {
  const caller = await street.as(name);
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await caller.call(cases.listCases, {
      query: { ...query, ...(cursor ? { cursor } : {}) } as never,
    });
    ids.push(...page.items.map(({ caseId }) => caseId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

const counted = async (name: string, query: Query) =>
  (await (await street.as(name)).call(cases.countListed, { query: query as never })).total;

const at = (days: number) => new Date(Date.parse(testNow) + days * 86_400_000).toISOString();

const order = (number: string, days: number, more: Record<string, unknown> = {}) =>
  openCase(stage, 'hotline_order', { channel: 'hotline', externalNumber: number, dueAt: at(days), ...more });

describe('by date', () => {
  it('nearest first, page after page, each once, and counted apart', async () => {
    const ids: string[] = [];
    for (const days of [9, 3, 7, 5, 1]) ids.push((await order(`序-${days}`, days)).caseId);
    const [nine, three, seven, five, one] = ids;
    const wanted = { status: 'registered', kind: 'hotline_order', dueBefore: at(8) };
    expect(await listed('李书记', { ...wanted, limit: 2 })).toEqual([one, three, five, seven]);
    expect(await listed('李书记', { ...wanted, areaId: gridId })).toEqual([one, three, five, seven]);
    expect(await listed('李书记', { ...wanted, areaId: otherCommunityId })).toEqual([]);
    expect(await listed('高主任', { ...wanted, areaId: stage.communityId, limit: 3 })).toEqual([
      one,
      three,
      five,
      seven,
    ]);
    expect(await listed('马书记', wanted)).toEqual([]);
    expect(await counted('李书记', wanted)).toBe(4);
    expect(await counted('李书记', { status: 'registered', kind: 'hotline_order' })).toBe(5);
    expect(await counted('马书记', wanted)).toBe(0);
    expect(await listed('李书记', { status: 'registered', kind: 'hotline_order' })).toContain(nine);
  });

  it('says the total only when one page holds all', async () => {
    const caller = await street.as('李书记');
    const query = { status: 'registered' as const, kind: 'hotline_order' as const };
    expect((await caller.call(cases.listCases, { query })).total).toBe(5);
    expect(await caller.call(cases.listCases, { query: { ...query, limit: 2 } })).not.toHaveProperty('total');
  });
});

describe('by unit', () => {
  it('a case led or helped by the community is in its list, wherever it lies, and once', async () => {
    const led = await caseAt(stage, 'accepted');
    const elsewhere = await openCase({ ...stage, as: () => street.as('高主任') }, 'grid_case', {
      areaId: otherCommunityId,
    }).catch(() => null);
    expect(elsewhere).toBeNull();
    const own = await listed('李书记', { mine: 'true', limit: 1 });
    expect(own.filter((id) => id === led.caseId)).toHaveLength(1);
    expect(await listed('李书记', { open: 'true', limit: 3 })).toContain(led.caseId);
    expect(await listed('马书记', { mine: 'true' })).not.toContain(led.caseId);
  });

  it('a case of the other community is shown to who leads it, and to who helps', async () => {
    const theirs = { ...stage, entranceId: otherCommunityId, as: () => street.as('马书记') };
    const register = { matterCode: '0901', areaId: otherCommunityId, urgency: 'ordinary' };
    const sent = [];
    for (const lead of [stage.communityId, otherCommunityId]) {
      const opened = await openCase(theirs);
      const registered = await deed(theirs, '', cases.registerCase, opened, register);
      const helper = lead === stage.communityId ? otherCommunityId : stage.communityId;
      sent.push(
        await deed(theirs, '', cases.dispatchCase, registered, {
          lead: { kind: 'area', unitId: lead },
          helpers: [{ kind: 'area', unitId: helper }],
        }),
      );
    }
    const ids = sent.map(({ caseId }) => caseId);
    for (const query of [{ mine: 'true' }, { open: 'true' }, { status: 'dispatched', limit: 1 }]) {
      expect(await listed('李书记', query)).toEqual(expect.arrayContaining(ids));
      expect(new Set(await listed('李书记', query)).size).toBe((await listed('李书记', query)).length);
      expect(await counted('李书记', query)).toBe((await listed('李书记', query)).length);
    }
    expect(await listed('李书记', { search: '漏水', status: 'dispatched' })).toEqual(
      expect.arrayContaining(ids),
    );
  });
});

describe('by words', () => {
  it('newest first over years, page after page', async () => {
    const ids: string[] = [];
    try {
      for (const days of [0, 1300, 1700, 1910, 1980, 1992, 2000]) {
        street.clock.set(at(days));
        ids.unshift((await openCase(stage, 'grid_case', { text: `第${days}天水管冻裂` })).caseId);
      }
      expect(await listed('李书记', { search: '冻裂' })).toEqual(ids);
      expect(await listed('李书记', { search: '冻裂', limit: 2 })).toEqual(ids);
      expect(await listed('李书记', { search: '水管冻裂', limit: 3 })).toEqual(ids);
      expect(await listed('李书记', { search: '冻水裂管' })).toEqual([]);
      expect(await listed('马书记', { search: '冻裂' })).toEqual([]);
      expect(await counted('李书记', { search: '冻裂' })).toBe(7);
    } finally {
      street.clock.set(testNow);
    }
  });

  it('a number is found as such, and a new title by its words', async () => {
    const on = await openCase(stage);
    expect(await listed('李书记', { search: on.number })).toEqual([on.caseId]);
    await deed(stage, '李书记', cases.registerCase, on, {
      matterCode: '0901',
      areaId: stage.entranceId,
      urgency: 'ordinary',
      title: '邻里为晾衣争执',
    });
    expect(await listed('李书记', { search: '晾衣' })).toEqual([on.caseId]);
    expect(await listed('马书记', { search: on.number })).toEqual([]);
  });
});
