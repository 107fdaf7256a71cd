// What is suggested while a case is written and decided, and the alarm that no intake misses.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { groupCases, listSimilar, suggestCase } from '#contract/cases/suggest.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type CaseStage, caseAt, deed, openCase } from '../kit/cases.ts';
import { streetId } from '../kit/people.ts';
import { testStreet } from '../kit/street.ts';

const street = await testStreet();
const callers = new Map<string, ReturnType<typeof street.as>>();
const stage: CaseStage = {
  as: (name) => {
    const caller = callers.get(name) ?? street.as(name);
    callers.set(name, caller);
    return caller;
  },
  entranceId: '',
  communityId: '',
};
let otherEntranceId = '';

beforeAll(async () => {
  const { items } = await (await stage.as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  stage.entranceId = id('990101001001001E01B01U1');
  otherEntranceId = id('990101001001001E01B01U2');
  stage.communityId = id('990101001001');
});

const suggest = async (name: string, body: Record<string, unknown>) =>
  await (await stage.as(name)).call(suggestCase, { body: body as never });
const read = async (name: string, caseId: string) =>
  await (await stage.as(name)).call(cases.getCase, { params: { caseId } });
const relations = async (name: string, caseId: string) =>
  await (await stage.as(name)).call(listSimilar, { params: { caseId } });
const report = async (name: string, body: Record<string, unknown>) =>
  await (await stage.as(name)).call(cases.reportCase, { body: body as never });

describe('the place', () => {
  it('is read from the words, with the room', async () => {
    const { place } = await suggest('沈派单', { text: '梧桐里1号院1号楼2单元302室漏水' });
    expect(place).toMatchObject({
      areaId: otherEntranceId,
      name: '梧桐里1号院1号楼2单元',
      level: 'entrance',
      ground: 'text',
      building: '1',
      unit: '2',
      room: '302',
    });
  });

  it('that fits several estates is settled by where the caller works, else left open', async () => {
    const text = '1号楼2单元门坏了';
    expect((await suggest('周网格', { text })).place).toMatchObject({
      areaId: otherEntranceId,
      confidence: 0.8,
    });
    const open = (await suggest('沈派单', { text })).place;
    expect(open?.others).toHaveLength(3);
    expect(open?.confidence).toBeLessThan(0.5);
  });

  it('is the grid on the map when the words name none', async () => {
    const { place } = await suggest('沈派单', { text: '路灯不亮', longitude: 110.0011, latitude: 35.0027 });
    expect(place).toMatchObject({ level: 'grid', ground: 'position' });
    expect((await suggest('沈派单', { text: '路灯不亮', longitude: 1, latitude: 1 })).place).toBeNull();
  });

  it('of a report that names its door is known without anybody choosing it', async () => {
    const { caseId } = await report('陈居民', { text: '门禁坏了', placeText: '梧桐里1号院1号楼2单元' });
    expect((await read('李书记', caseId)).area?.areaId).toBe(otherEntranceId);
  });

  it('stays open where the words fit several places', async () => {
    const opened = await (await stage.as('沈派单')).call(cases.openCase, {
      body: { kind: 'grid_case', channel: 'grid', text: '门禁坏了', placeText: '1号楼2单元' },
    });
    expect((await read('沈派单', opened.caseId)).area).toBeNull();
  });
});

describe('the alarm', () => {
  const danger = '三楼有很重的煤气味';

  it('is told while the words are written', async () => {
    expect((await suggest('陈居民', { text: danger })).alarms).toEqual([{ kind: 'gas', word: '煤气味' }]);
    expect((await suggest('陈居民', { text: '楼道灯不亮' })).alarms).toEqual([]);
  });

  it('makes a report critical, with a line in the timeline and an event of codes', async () => {
    const { caseId } = await report('陈居民', { text: danger, areaId: stage.entranceId });
    const record = await read('李书记', caseId);
    expect(record).toMatchObject({ urgency: 'critical', alarms: ['gas'] });
    expect(record.timeline.at(-1)).toMatchObject({
      name: 'alarm',
      note: '煤气味',
      data: { alarms: ['gas'] },
    });
    const { rows } = await street.owner.query(
      `select data from events where street_id = $1 and name = 'case.alarmed' and subject_id = $2`,
      [streetId, caseId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows[0].data)).not.toContain('煤气');
  });

  it('is not talked down by the urgency that was entered', async () => {
    const opened = await (await stage.as('李书记')).call(cases.openCase, {
      body: {
        kind: 'hotline_order',
        channel: 'hotline',
        externalNumber: 'A-1',
        dueAt: '2026-11-28T02:00:00.000Z',
        text: '老人被困在电梯里',
        areaId: stage.entranceId,
        urgency: 'ordinary',
      },
    });
    expect(await read('李书记', opened.caseId)).toMatchObject({
      urgency: 'critical',
      alarms: ['trapped'],
      version: opened.version,
    });
  });

  it('is silent for what is harmless', async () => {
    const on = await openCase(stage, 'grid_case', { text: '落水管堵了，请疏通' });
    const record = await read('李书记', on.caseId);
    expect(record.alarms).toEqual([]);
    expect(record.timeline.map(({ name }) => name)).not.toContain('alarm');
  });
});

describe('open cases alike', () => {
  it('are offered to a neighbour in words of the register, never as another resident wrote them', async () => {
    await report('陈居民', { text: '合唱队要场地，我姓陈', areaId: stage.entranceId, matterCode: '1601' });
    const found = await suggest('赵楼长', {
      text: '活动室没开',
      areaId: otherEntranceId,
      matterCode: '1601',
    });
    expect(found.similar).toHaveLength(1);
    expect(found.similar[0]).toMatchObject({
      title: '文化活动',
      placeText: '梧桐里1号院1号楼1单元',
      status: 'submitted',
      mine: false,
    });
    expect(JSON.stringify(found.similar)).not.toContain('陈');
  });

  it('of one’s own are marked, and come first', async () => {
    const { similar } = await suggest('陈居民', {
      text: '还没开门',
      areaId: otherEntranceId,
      matterCode: '1601',
    });
    expect(similar[0]).toMatchObject({ mine: true, title: '合唱队要场地，我姓陈' });
  });

  it('of whoever asked to stay hidden are not offered to neighbours', async () => {
    await report('陈居民', { text: '有人群租', areaId: stage.entranceId, matterCode: '0205', hidden: true });
    const asked = { text: '隔断房', areaId: stage.entranceId, matterCode: '0205' };
    expect((await suggest('赵楼长', asked)).similar).toEqual([]);
    expect((await suggest('陈居民', asked)).similar).toHaveLength(1);
  });

  it('of another matter or of another building are not alike', async () => {
    expect(
      (await suggest('赵楼长', { text: '活动室', areaId: stage.entranceId, matterCode: '0401' })).similar,
    ).toEqual([]);
    const away = await suggest('赵楼长', {
      text: '活动室',
      placeText: '梧桐里2号院1号楼1单元',
      matterCode: '1601',
    });
    expect(away.similar).toEqual([]);
  });
});

describe('beside a case', () => {
  it('stand cases alike with their reason and the history of the address', async () => {
    const done = await caseAt(stage, 'closed');
    const on = await openCase(stage);
    const twin = await openCase(stage, 'grid_case', { text: '楼上又漏水', areaId: otherEntranceId });
    const found = await relations('李书记', twin.caseId);
    expect(found.similar.find(({ caseId }) => caseId === on.caseId)?.reason).toBe('same_building');
    const { similar, history } = await relations('李书记', on.caseId);
    expect(similar.map(({ caseId }) => caseId)).toContain(twin.caseId);
    expect(similar.map(({ caseId }) => caseId)).not.toContain(done.caseId);
    expect(history.find(({ caseId }) => caseId === done.caseId)).toMatchObject({
      status: 'closed',
      solved: 'yes',
    });
  });

  it('is nothing of another community', async () => {
    const on = await openCase(stage);
    expect(
      await (await stage.as('马书记')).refusal(listSimilar, { params: { caseId: on.caseId } }),
    ).toMatchObject({ code: 'case.outside_your_area' });
  });
});

describe('one cause', () => {
  const leak = async (index: number) =>
    (
      await (
        await stage.as('李书记')
      ).call(cases.openCase, {
        body: {
          kind: 'grid_case',
          channel: 'grid',
          text: `${index}层漏水`,
          areaId: stage.entranceId,
          matterCode: '0201',
          requester: { name: `住户${index}`, phone: `1380000000${index}` },
        },
      })
    ).caseId;

  it('is seen behind five cases of one matter in one stairwell, and joins them with every requester', async () => {
    const leaks: string[] = [];
    for (let index = 1; index <= 4; index++) leaks.push(await leak(index));
    expect((await relations('李书记', leaks[0] ?? '')).rootCause).toBeNull();
    leaks.push(await leak(5));
    const { rootCause } = await relations('李书记', leaks[0] ?? '');
    expect(rootCause).toMatchObject({
      matter: { name: '房屋漏雨' },
      area: { name: '梧桐里1号院1号楼1单元' },
    });
    expect(rootCause?.cases.map(({ caseId }) => caseId).toSorted()).toEqual(leaks.toSorted());

    const [rootId = '', ...others] = leaks;
    const { version } = await read('李书记', rootId);
    const grouped = await (await stage.as('李书记')).call(groupCases, {
      params: { caseId: rootId },
      body: { caseIds: others, note: '立管漏水', version },
    });
    expect(grouped).toMatchObject({ merged: 4, linked: 0, root: { caseId: rootId } });
    expect((await read('李书记', rootId)).requesters).toHaveLength(5);
    expect(await read('李书记', others[0] ?? '')).toMatchObject({
      status: 'merged',
      mergedInto: { caseId: rootId },
    });
  });

  it('links what is too far gone to be merged, which keeps its own clocks', async () => {
    const far = await caseAt(stage, 'under_review');
    const root = await openCase(stage);
    await (await stage.as('李书记')).call(groupCases, {
      params: { caseId: root.caseId },
      body: { caseIds: [far.caseId], version: root.version },
    });
    const linked = await read('李书记', far.caseId);
    expect(linked.status).toBe('under_review');
    expect(linked.timeline.at(-1)).toMatchObject({ name: 'link', data: { rootCaseId: root.caseId } });
    expect((await relations('李书记', far.caseId)).group).toMatchObject({
      root: { caseId: root.caseId },
      linked: [{ caseId: far.caseId }],
    });
  });

  it('is not itself, and not a case that is done', async () => {
    const on = await openCase(stage);
    const done = await caseAt(stage, 'closed');
    const refused = async (caseIds: string[]) =>
      await (await stage.as('李书记')).refusal(groupCases, {
        params: { caseId: on.caseId },
        body: { caseIds, version: on.version },
      });
    expect(await refused([on.caseId])).toMatchObject({ code: 'case.merge_self' });
    expect(await refused([done.caseId])).toMatchObject({ code: 'case.not_open' });
  });

  it('a merged case leaves its earlier date to the case it joins', async () => {
    const order = async (number: string, dueAt: string) =>
      await (await stage.as('李书记')).call(cases.openCase, {
        body: {
          kind: 'hotline_order',
          channel: 'hotline',
          externalNumber: number,
          dueAt,
          text: '停水',
          areaId: stage.entranceId,
        },
      });
    const late = await order('B-1', '2026-12-01T02:00:00.000Z');
    const soon = await order('B-2', '2026-11-25T02:00:00.000Z');
    await deed(stage, '李书记', cases.mergeCase, soon, { intoCaseId: late.caseId });
    expect((await read('李书记', late.caseId)).dueAt).toBe('2026-11-25T02:00:00.000Z');
  });
});
