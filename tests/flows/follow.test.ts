// A neighbour joins an open case instead of reporting it again; all of them are told.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { deed } from '../kit/cases.ts';
import { type ReportStage, report, reportStage, walkTo } from '../kit/reports.ts';

let stage: ReportStage;
beforeAll(async () => {
  stage = await reportStage();
});

const mine = async (name: string, caseId: string) =>
  await (await stage.as(name)).call(cases.getMyCase, { params: { caseId } });
const follow = async (name: string, caseId: string, body: object = {}) =>
  await (await stage.as(name)).call(cases.followCase, { params: { caseId }, body: body as never });
const rate = async (name: string, caseId: string, solved: 'yes' | 'no') => {
  const { version } = await mine(name, caseId);
  return await (await stage.as(name)).call(cases.rateCase, {
    params: { caseId },
    body: { solved, satisfaction: solved === 'yes' ? 'satisfied' : 'dissatisfied', version },
  });
};

describe('who follows', () => {
  it('becomes a requester once, with the words and in the own list', async () => {
    const { caseId } = await report(stage, '陈居民');
    await follow('赵楼长', caseId, { text: '三楼也听得见' });
    const again = await follow('赵楼长', caseId);
    expect(again).toMatchObject({ way: 'follow', requesterCount: 2 });
    expect(again.timeline.map(({ act, note }) => [act, note])).toEqual([
      ['reported', null],
      ['followed', '三楼也听得见'],
    ]);
    const list = await (await stage.as('赵楼长')).call(cases.listMyCases);
    expect(list.items.map((row) => row.caseId)).toEqual([caseId]);
    const seen = await mine('陈居民', caseId);
    expect(seen.timeline.at(-1)).toMatchObject({ act: 'followed', note: null });
    const { requesters } = await (await stage.as('李书记')).call(cases.getCase, { params: { caseId } });
    expect(requesters.map(({ way }) => way)).toEqual(['own', 'follow']);
  });

  it('does not read the neighbour’s name, phone or door', async () => {
    const { caseId } = await report(stage, '陈居民', { text: '3单元502王秀英女士13800138000家漏水' });
    const { title } = await follow('赵楼长', caseId);
    expect(title).not.toMatch(/502|秀英|13800138000/);
    expect((await mine('陈居民', caseId)).title).toContain('13800138000');
  });

  it('does not end it for the others', async () => {
    const { caseId } = await report(stage, '陈居民');
    const { version, can } = await follow('赵楼长', caseId);
    expect(can.withdraw).toBe('case.illegal_move');
    const refusal = await (await stage.as('赵楼长')).refusal(cases.withdrawMyCase, {
      params: { caseId },
      body: { version },
    });
    expect(refusal).toMatchObject({ status: 404, code: 'case.not_yours' });
  });

  it('is not let into a complaint about somebody, nor into what is done', async () => {
    const told = await report(stage, '陈居民', { requestType: 'report' });
    const caller = await stage.as('赵楼长');
    const code = 'case.not_followable';
    expect(await caller.refusal(cases.followCase, { params: { caseId: told.caseId } })).toMatchObject({
      code,
    });
    const gone = await report(stage, '陈居民');
    await (await stage.as('陈居民')).call(cases.withdrawMyCase, {
      params: { caseId: gone.caseId },
      body: { version: gone.version },
    });
    expect(await caller.refusal(cases.followCase, { params: { caseId: gone.caseId } })).toMatchObject({
      code,
    });
  });

  it('is asked too: a yes is kept, a no begins a new round', async () => {
    const first = await report(stage, '陈居民');
    const { version } = await follow('赵楼长', first.caseId);
    const { caseId } = await walkTo(stage, { ...first, version }, 'resolved');
    expect((await rate('赵楼长', caseId, 'yes')).status).toBe('awaiting_answer');
    expect((await mine('赵楼长', caseId)).can.rate).toBe('case.rated_before');
    expect((await rate('陈居民', caseId, 'yes')).status).toBe('done');

    const other = await report(stage, '陈居民');
    const joined = await follow('赵楼长', other.caseId);
    await walkTo(stage, { ...other, version: joined.version }, 'resolved');
    expect((await rate('赵楼长', other.caseId, 'no')).status).toBe('in_progress');
  });
});

describe('whoever was merged', () => {
  it('sees the case it goes on in, under the own number', async () => {
    const into = await report(stage, '赵楼长');
    const own = await report(stage, '陈居民');
    await deed(stage, '李书记', cases.mergeCase, own, { intoCaseId: into.caseId });
    expect(await mine('陈居民', own.caseId)).toMatchObject({
      number: own.number,
      mergedInto: into.number,
      status: 'submitted',
    });
    await walkTo(stage, { ...into, version: into.version + 1 }, 'resolved');
    const told = await mine('陈居民', own.caseId);
    expect(told).toMatchObject({ status: 'awaiting_answer', unit: '北廊社区' });
    expect(told.answer).toContain('铺了地垫');
    expect(told.can.rate).toBe(true);
    const { items } = await (await stage.as('陈居民')).call(cases.listMyCases);
    expect(items.filter(({ caseId }) => caseId === own.caseId)).toMatchObject([
      { status: 'awaiting_answer' },
    ]);
    expect(items.some(({ caseId }) => caseId === into.caseId)).toBe(false);
    expect((await rate('陈居民', own.caseId, 'no')).status).toBe('in_progress');
  });

  it('is found by the own number and tail', async () => {
    const into = await report(stage, '赵楼长');
    const own = await report(stage, '陈居民');
    await deed(stage, '李书记', cases.mergeCase, own, { intoCaseId: into.caseId });
    const found = await stage.street.stranger.call(cases.trackCase, {
      body: { number: own.number, phoneTail: '1001' },
    });
    expect(found).toMatchObject({ number: own.number, mergedInto: into.number });
  });
});
