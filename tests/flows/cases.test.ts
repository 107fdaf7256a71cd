// A case from the resident's word to the signed and confirmed answer, and the refusals on the way.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { sweepTimers } from '#modules/cases/service/sweep.ts';
import { type CaseStage, caseAt, deed, openCase } from '../kit/cases.ts';
import { streetId } from '../kit/people.ts';
import { testNow, testStreet } from '../kit/street.ts';

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

beforeAll(async () => {
  const { items } = await (await stage.as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  stage.entranceId = id('990101001001001E01B01U1');
  stage.communityId = id('990101001001');
});

/** Sessions end while time goes by: everybody signs in again. */
function moveTo(instant: string): void {
  street.clock.set(new Date(instant));
  callers.clear();
}

const read = async (name: string, caseId: string) =>
  await (await stage.as(name)).call(cases.getCase, { params: { caseId } });

const refused = async (
  name: string,
  endpoint: Parameters<typeof deed>[2],
  on: CaseMoved,
  body: Record<string, unknown> = {},
) => {
  const caller = await stage.as(name);
  const request = { params: { caseId: on.caseId }, body: { ...body, version: on.version } };
  return await caller.refusal(endpoint, request as never);
};

const order = (externalNumber: string) => ({
  channel: 'hotline',
  externalNumber,
  dueAt: '2026-11-28T02:00:00.000Z',
  requester: { name: '杨女士', phone: '13800138000' },
});

describe('refusals', () => {
  it('an illegal move tells the state and what is allowed', async () => {
    const on = await openCase(stage);
    expect(
      await refused('李书记', cases.dispatchCase, on, { lead: { kind: 'area', unitId: stage.communityId } }),
    ).toMatchObject({
      status: 409,
      code: 'case.illegal_move',
    });
    const refusal = JSON.stringify(await refused('李书记', cases.reopenCase, on, { reason: '试试' }));
    expect(refusal).toContain('submitted');
    expect(refusal).toContain('register');
  });

  it('of two dispatchers at once the second learns what the first did', async () => {
    const on = await caseAt(stage, 'registered');
    const lead = { kind: 'area', unitId: stage.communityId };
    await deed(stage, '李书记', cases.dispatchCase, on, { lead });
    const refusal = await refused('沈派单', cases.dispatchCase, on, { lead });
    expect(refusal).toMatchObject({ status: 409, code: 'version.stale' });
    expect(JSON.stringify(refusal)).toContain('李书记');
  });

  it('a community is not given what is not its duty', async () => {
    const opened = await openCase(stage, 'grid_case', { matterCode: '0401' });
    const on = await deed(stage, '李书记', cases.registerCase, opened, {
      matterCode: '0401',
      areaId: stage.entranceId,
      urgency: 'ordinary',
    });
    const lead = { kind: 'area', unitId: stage.communityId };
    expect(await refused('李书记', cases.dispatchCase, on, { lead })).toMatchObject({
      code: 'case.community_not_duty',
    });
  });

  it('another community sees and touches nothing', async () => {
    const on = await caseAt(stage, 'dispatched');
    expect(await refused('马书记', cases.acceptCase, on)).toMatchObject({ status: 403 });
    const { items } = await (await stage.as('马书记')).call(cases.listCases, { query: { limit: 200 } });
    expect(items.map(({ caseId }) => caseId)).not.toContain(on.caseId);
  });

  it('work does not begin before a contact', async () => {
    const on = await openCase(stage, 'hotline_order', order('京2026-1'));
    const lead = { kind: 'area', unitId: stage.communityId };
    const sent = await deed(stage, '李书记', cases.dispatchCase, on, { lead });
    const accepted = await deed(stage, '郑社工', cases.acceptCase, sent);
    expect(await refused('郑社工', cases.startCase, accepted)).toMatchObject({ code: 'case.not_contacted' });
  });

  it('a handler signs no own result, and a wrong level signs nothing', async () => {
    const on = await caseAt(stage, 'under_review');
    expect(await refused('郑社工', cases.reviewApprove, on)).toMatchObject({ code: 'case.own_result' });
    expect(await refused('高主任', cases.reviewApprove, on)).toMatchObject({ code: 'case.not_your_level' });
  });

  it('an order is entered once, with its number and date', async () => {
    await openCase(stage, 'hotline_order', order('京2026-2'));
    const caller = await stage.as('李书记');
    const body = { kind: 'hotline_order', text: '漏水', areaId: stage.entranceId, ...order('京2026-2') };
    expect(await caller.refusal(cases.openCase, { body: body as never })).toMatchObject({
      code: 'case.number_known',
    });
    expect(
      await caller.refusal(cases.openCase, { body: { ...body, externalNumber: null } as never }),
    ).toMatchObject({ code: 'case.due_missing' });
  });

  it('nothing said and nothing shown is no report', async () => {
    const caller = await stage.as('陈居民');
    expect(await caller.refusal(cases.reportCase, { body: { text: ' ' } })).toMatchObject({
      status: 400,
      code: 'case.empty',
    });
  });
});

describe('a report', () => {
  it('is told in plain words, found by number and tail, and can be taken back', async () => {
    const caller = await stage.as('陈居民');
    const told = await caller.call(cases.reportCase, {
      body: { text: '三层楼道灯坏了', areaId: stage.entranceId, onBehalfOf: '钱奶奶', hidden: true },
    });
    expect(told).toMatchObject({ status: 'submitted', can: { withdraw: true } });
    const tracked = await street.stranger.call(cases.trackCase, {
      body: { number: told.number, phoneTail: '1001' },
    });
    expect(tracked).toMatchObject({ status: 'submitted', number: told.number });
    expect(
      await street.stranger.refusal(cases.trackCase, { body: { number: told.number, phoneTail: '0000' } }),
    ).toMatchObject({ status: 404, code: 'case.track_unknown' });

    const seen = await read('何经办', told.caseId);
    expect(seen.requesters).toMatchObject([{ name: '', phone: null, hidden: true }]);
    expect((await read('李书记', told.caseId)).requesters).toMatchObject([{ name: '陈**' }]);

    const back = await caller.call(cases.withdrawMyCase, {
      params: { caseId: told.caseId },
      body: { version: told.version },
    });
    expect(back.status).toBe('withdrawn');
  });
});

describe('a hotline order', () => {
  it('goes through four signatures to the callback, and its state is the fold of its steps', async () => {
    let on = await openCase(stage, 'hotline_order', order('京2026-3'));
    const lead = { kind: 'area', unitId: stage.communityId };
    on = await deed(stage, '沈派单', cases.dispatchCase, on, { lead });
    on = await deed(stage, '郑社工', cases.acceptCase, on);
    on = await deed(stage, '郑社工', cases.contactRequester, on, { way: 'phone', outcome: 'reached' });
    on = await deed(stage, '郑社工', cases.startCase, on);
    on = await deed(stage, '郑社工', cases.submitResult, on, { result: '已调解，双方签字' });
    for (const signer of ['何经办', '李书记', '许分管', '高主任'])
      on = await deed(stage, signer, cases.reviewApprove, on);
    expect(on.status).toBe('resolved');
    on = await deed(stage, '柏回访', cases.beginConfirmation, on);
    on = await deed(stage, '柏回访', cases.confirmFail, on, {
      solved: 'no',
      satisfaction: 'dissatisfied',
      reason: '还在漏',
    });
    expect(on).toMatchObject({ status: 'in_progress', round: 2 });

    const seen = await read('高主任', on.caseId);
    expect(seen.dueAt).toBe('2026-11-28T02:00:00.000Z');
    expect(seen.signatures.map(({ level, signer }) => [level, signer])).toEqual([
      [1, '何经办'],
      [2, '李书记'],
      [3, '许分管'],
      [4, '高主任'],
    ]);
    expect(seen.timeline.map(({ seq }) => seq)).toEqual(seen.timeline.map((_, index) => index + 1));
    expect(seen.finishedAt).toBeNull();
    expect(JSON.stringify(seen)).not.toContain('13800138000');
  });

  it('late by its review alone is not late', async () => {
    const on = await caseAt(stage, 'resolved');
    moveTo('2026-12-20T02:00:00.000Z');
    try {
      const begun = await deed(stage, '柏回访', cases.beginConfirmation, on);
      const closed = await deed(stage, '柏回访', cases.confirmPass, begun, {
        solved: 'yes',
        satisfaction: 'satisfied',
      });
      expect(await read('李书记', closed.caseId)).toMatchObject({ closureType: 'normal', lamp: 'none' });
    } finally {
      moveTo(testNow);
    }
  });
});

describe('the list', () => {
  it('finds two Chinese characters, and pages without a gap', async () => {
    for (const text of ['蓝色井盖翻了', '蓝色围挡倒了', '蓝色路牌歪了'])
      await openCase(stage, 'grid_case', { text });
    const caller = await stage.as('李书记');
    const first = await caller.call(cases.listCases, { query: { search: '蓝色', limit: 2 } });
    const second = await caller.call(cases.listCases, {
      query: { search: '蓝色', limit: 2, cursor: first.nextCursor ?? '' },
    });
    const { total } = await caller.call(cases.countListed, { query: { search: '蓝色' } });
    expect(total).toBe(3);
    expect(new Set([...first.items, ...second.items].map(({ caseId }) => caseId)).size).toBe(3);
  });
});

describe('merging', () => {
  it('keeps every requester with the other case', async () => {
    const more = { requester: { name: '孙先生', phone: '13900139000' } };
    const into = await openCase(stage, 'grid_case', more);
    const other = await openCase(stage, 'grid_case', more);
    await deed(stage, '李书记', cases.mergeCase, other, { intoCaseId: into.caseId });
    expect((await read('李书记', into.caseId)).requesters).toHaveLength(2);
    expect((await read('李书记', other.caseId)).mergedInto).toMatchObject({ caseId: into.caseId });
  });
});

describe('the sweep', () => {
  it('warns once, wakes what hangs, and approves nothing', async () => {
    const waiting = await caseAt(stage, 'under_review');
    const working = await caseAt(stage, 'in_progress');
    const hung = await deed(stage, '许分管', cases.suspendCase, await caseAt(stage, 'in_progress'), {
      plan: '列入改造计划',
      until: '2026-11-30T02:00:00.000Z',
      requesterTold: true,
    });
    moveTo('2026-12-15T02:00:00.000Z');
    try {
      const home = await street.kernel.streets.byId(streetId);
      if (!home) throw new Error('no street');
      const context = street.kernel.systemContext(home, street.kernel.db);
      await sweepTimers(context);
      await sweepTimers(context);
      expect((await read('李书记', waiting.caseId)).status).toBe('under_review');
      expect((await read('李书记', hung.caseId)).status).toBe('in_progress');
      const seen = await read('李书记', working.caseId);
      expect(seen).toMatchObject({ status: 'in_progress', lamp: 'red' });
      expect(seen.timeline.filter(({ name }) => name === 'warn_overdue')).toHaveLength(1);
    } finally {
      moveTo(testNow);
    }
  });
});
