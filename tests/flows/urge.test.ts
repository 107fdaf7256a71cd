// What a requester may do while it is in hand: hurry it, add to it; and begin again when it is back.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { deed } from '../kit/cases.ts';
import { type ReportStage, report, reportStage, walkTo } from '../kit/reports.ts';
import { testNow } from '../kit/street.ts';

let stage: ReportStage;
beforeAll(async () => {
  stage = await reportStage();
});

const resident = async () => await stage.as('陈居民');
const urge = async (caseId: string) => (await resident()).call(cases.urgeCase, { params: { caseId } });

describe('to hurry it', () => {
  it('is heard once in 24 hours, and the office reads it', async () => {
    const { caseId } = await walkTo(stage, await report(stage, '陈居民'), 'in_progress');
    const urged = await urge(caseId);
    expect(urged).toMatchObject({ urgedAt: testNow, urgeFrom: '2026-11-22T02:00:00.000Z' });
    expect(urged.can.urge).toBe('case.urged_today');
    const refusal = await (await resident()).refusal(cases.urgeCase, { params: { caseId } });
    expect(refusal).toMatchObject({ status: 409, code: 'case.urged_today' });
    const { timeline } = await (await stage.as('李书记')).call(cases.getCase, { params: { caseId } });
    expect(timeline.at(-1)).toMatchObject({ name: 'urge', actor: '诉求人' });

    stage.moveTo('2026-11-22T02:00:00.000Z');
    expect((await urge(caseId)).urgedAt).toBe('2026-11-22T02:00:00.000Z');
    stage.moveTo(testNow);
  });

  it('makes no sense while the own answer is awaited', async () => {
    const { caseId } = await walkTo(stage, await report(stage, '陈居民'), 'resolved');
    expect(await (await resident()).refusal(cases.urgeCase, { params: { caseId } })).toMatchObject({
      code: 'case.not_under_way',
    });
  });

  it('is nobody else’s business', async () => {
    const { caseId } = await report(stage, '陈居民');
    expect(await (await stage.as('赵楼长')).refusal(cases.urgeCase, { params: { caseId } })).toMatchObject({
      status: 404,
      code: 'case.not_yours',
    });
  });
});

describe('to add to it', () => {
  it('keeps the words, and wants some', async () => {
    const { caseId } = await report(stage, '陈居民');
    const caller = await resident();
    const added = await caller.call(cases.supplementCase, { params: { caseId }, body: { text: '今天更响' } });
    expect(added.timeline.at(-1)).toMatchObject({ act: 'added', note: '今天更响' });
    expect(await caller.refusal(cases.supplementCase, { params: { caseId } })).toMatchObject({
      status: 400,
      code: 'case.nothing_added',
    });
  });
});

describe('the timeline', () => {
  it('tells what was meant for the requester and no inner note', async () => {
    const on = await walkTo(stage, await report(stage, '陈居民'), 'in_progress');
    const inner = await deed(stage, '郑社工', cases.addProgress, on, { note: '这家人难说话' });
    await deed(stage, '郑社工', cases.addProgress, inner, { note: '周三晚上七点上门', shown: true });
    const told = await (await resident()).call(cases.getMyCase, { params: { caseId: on.caseId } });
    expect(told.timeline.map(({ act, unit }) => [act, unit])).toEqual([
      ['reported', null],
      ['taken_up', null],
      ['sent', '北廊社区'],
      ['accepted', '北廊社区'],
      ['contacted', '北廊社区'],
      ['progress', '北廊社区'],
    ]);
    expect(told.timeline.at(-1)?.note).toBe('周三晚上七点上门');
    expect(JSON.stringify(told)).not.toContain('难说话');
  });
});

describe('when it is back', () => {
  it('a new case goes on from the ended one, with its place and category', async () => {
    const on = await walkTo(stage, await report(stage, '陈居民'), 'resolved');
    const caller = await resident();
    const params = { caseId: on.caseId };
    expect(await caller.refusal(cases.sayAgain, { params, body: { text: '又响了' } })).toMatchObject({
      code: 'case.not_ended',
    });
    const { version } = await caller.call(cases.getMyCase, { params });
    const body = { solved: 'yes', satisfaction: 'satisfied', version } as const;
    expect((await caller.call(cases.rateCase, { params, body })).can.again).toBe(true);
    const again = await caller.call(cases.sayAgain, { params, body: { text: '又响了' } });
    expect(again.againOf).toEqual({ caseId: on.caseId, number: on.number });
    const { area, matter } = await (await stage.as('李书记')).call(cases.getCase, {
      params: { caseId: again.caseId },
    });
    expect([area?.areaId, matter?.code]).toEqual([stage.entranceId, '0901']);
  });
});
