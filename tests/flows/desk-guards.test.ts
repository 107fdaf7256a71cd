// Before anything is sent from the desk: article 17 for each picked case, and who decides after a return.
import { beforeAll, describe, expect, it } from 'vitest';
import * as duty from '#contract/cases/duty/endpoints.ts';
import * as cases from '#contract/cases/endpoints.ts';
import * as joint from '#contract/cases/joint/endpoints.ts';
import { listNotifications } from '#contract/notifications/endpoints.ts';
import { caseAt, deed } from '../kit/cases.ts';
import { type ReportStage, report, reportStage } from '../kit/reports.ts';

let stage: ReportStage;
beforeAll(async () => {
  stage = await reportStage();
});

const standingOf = async (ids: readonly string[]) =>
  (await (await stage.as('沈派单')).call(duty.readStanding, { query: { ids: ids.join(',') as never } }))
    .items;

describe('article 17 at the desk', () => {
  it('says for each picked case what the server would refuse', async () => {
    const lead = await caseAt(stage, 'registered');
    const fresh = await report(stage, '陈居民', { text: '路口的信号灯不亮' });
    const none = await deed(stage, '李书记', cases.registerCase, fresh, {
      matterCode: '0503',
      areaId: stage.entranceId,
      urgency: 'ordinary',
    });
    const items = await standingOf([lead.caseId, none.caseId, lead.caseId]);
    expect(items.map(({ caseId }) => caseId)).toEqual([lead.caseId, none.caseId]);
    for (const { caseId, communityDuty } of items) {
      const on = caseId === lead.caseId ? lead : none;
      const send = async () =>
        await (await stage.as('沈派单')).send({
          method: 'POST',
          url: `/api/cases/${caseId}/dispatch`,
          headers: { 'idempotency-key': crypto.randomUUID() },
          payload: { lead: { kind: 'area', unitId: stage.communityId }, version: on.version },
        });
      expect((await send()).statusCode, communityDuty).toBe(communityDuty === 'lead' ? 200 : 409);
    }
    expect(new Set(items.map(({ communityDuty }) => communityDuty)).size).toBe(2);
  });
});

describe('after a return', () => {
  it('the arbiter has a name, and is told', async () => {
    const dispatched = await caseAt(stage, 'dispatched');
    const read = async () =>
      await (await stage.as('沈派单')).call(joint.readJoint, { params: { caseId: dispatched.caseId } });
    expect((await read()).arbiters).toEqual([]);
    await deed(stage, '郑社工', cases.returnToDispatcher, dispatched, { reason: '不在社区职责里' });
    const { arbiters } = await read();
    expect(arbiters.length).toBeGreaterThan(0);
    expect(arbiters.map(({ role }) => role)).toEqual(arbiters.map(() => '科长'));
    const [first] = arbiters;
    await stage.street.react();
    const { items } = await (await stage.as(first?.name ?? '')).call(listNotifications, {
      query: { limit: 50 },
    });
    const told = items.filter(({ subject }) => subject.id === dispatched.caseId);
    expect(told.map(({ notice }) => notice)).toContain('to_arbitrate');
  });
});
