// 吹哨报到: blown on a case, approved, answered step by step, judged from both sides; and who may not.
import { describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import * as joint from '#contract/cases/joint/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { caseAt, deed } from '../kit/cases.ts';
import { area, flowStage } from '../kit/stage.ts';

const stage = await flowStage();

const whistleOf = async (name: string, on: { caseId: string }) =>
  await (await stage.as(name)).call(joint.readWhistle, { params: { caseId: on.caseId } });

const calls = (more: Record<string, unknown> = {}) => ({
  whistleType: 'public_demand',
  lead: area(stage.streetAreaId),
  others: [area(stage.otherGridId)],
  reason: '社区没有执法权，请一起到现场',
  ...more,
});

/** Blown by the community's clerk on a case that the community handles. */
async function blown(more: Record<string, unknown> = {}) {
  const parent = await caseAt(stage, 'in_progress');
  const whistle = await deed(stage, '郑社工', joint.blowWhistle, parent, calls(more));
  return { parent: await stage.now(parent), whistle };
}

async function sentOut() {
  const { parent, whistle } = await blown();
  return { parent, whistle: await deed(stage, '李书记', joint.approveWhistle, whistle, { approve: true }) };
}

const assignment = async (on: CaseMoved, unitId: string) =>
  (await whistleOf('高主任', on)).responders.find((one) => one.unit.unitId === unitId)?.assignmentId ?? '';

/** Both units acknowledge, arrive and report; the leading one last; the section chief signs. */
async function resolved() {
  const { parent, whistle } = await sentOut();
  const lead = await assignment(whistle, stage.streetAreaId);
  const other = await assignment(whistle, stage.otherGridId);
  let on = whistle;
  const report = { report: '已联合清理' };
  for (const [name, assignmentId] of [
    ['吴网格', other],
    ['何经办', lead],
  ] as const) {
    on = await deed(stage, name, joint.acknowledge, on, { assignmentId });
    on = await deed(stage, name, joint.arrive, on, { assignmentId });
    on = await deed(stage, name, joint.reportResponse, on, { assignmentId, ...report });
  }
  expect(on.status).toBe('under_review');
  on = await deed(stage, '李书记', cases.reviewApprove, on);
  return { parent, on, lead, other };
}

const good = { timeliness: 'good', quality: 'good', attitude: 'fair' };
const clear = { justified: 'good', clarity: 'good' };

describe('a whistle', () => {
  it('waits for its approval, then calls every unit with dates of its own', async () => {
    const { parent, whistle } = await blown();
    expect(whistle.status).toBe('registered');
    expect(await whistleOf('李书记', whistle)).toMatchObject({
      approval: 'pending',
      blower: { unitId: stage.communityId },
      parent: { caseId: parent.caseId },
      responders: [],
      can: { approve_whistle: true },
    });
    const sent = await deed(stage, '李书记', joint.approveWhistle, whistle, { approve: true });
    const seen = await whistleOf('何经办', sent);
    expect(seen.responders.map(({ role, status }) => [role, status])).toEqual([
      ['lead', 'notified'],
      ['co', 'notified'],
    ]);
    const [first] = seen.responders;
    // To acknowledge, to come, to finish: one after the other.
    expect(first).toMatchObject({ can: { acknowledge: true, arrive: 'case.whistle_order' } });
    const dates = [first?.acknowledgeBy, first?.arriveBy, first?.dueAt].map((date) => Date.parse(date ?? ''));
    expect(dates).toEqual([...dates].sort((one, other) => one - other));
  });

  it('goes out at once in an emergency and is approved afterwards', async () => {
    const { whistle } = await blown({ whistleType: 'emergency' });
    expect(whistle.status).toBe('dispatched');
    const seen = await whistleOf('李书记', whistle);
    expect(seen).toMatchObject({ approval: 'pending', can: { approve_whistle: true } });
    const [first] = seen.responders;
    expect(Date.parse(first?.acknowledgeBy ?? '') - Date.parse(seen.blownAt)).toBe(10 * 60_000);
    expect(Date.parse(first?.arriveBy ?? '') - Date.parse(seen.blownAt)).toBe(30 * 60_000);
    const approved = await deed(stage, '李书记', joint.approveWhistle, whistle, { approve: true });
    expect(approved.status).toBe('dispatched');
    expect(await stage.refused('李书记', joint.approveWhistle, approved, { approve: true })).toMatchObject({
      code: 'case.whistle_decided',
    });
  });

  it('ends when it is refused, and its case goes on', async () => {
    const { parent, whistle } = await blown();
    const refusal = await deed(stage, '李书记', joint.approveWhistle, whistle, {
      approve: false,
      note: '本社区能办',
    });
    expect(refusal.status).toBe('rejected');
    const done = await deed(stage, '郑社工', cases.submitResult, parent, { result: '社区自行办结' });
    expect(done.status).toBe('under_review');
  });

  it('holds back the result of its case, unless somebody says why it need not', async () => {
    const { parent } = await sentOut();
    const result = { result: '已清理' };
    expect(await stage.refused('郑社工', cases.submitResult, parent, result)).toMatchObject({
      status: 409,
      code: 'case.whistle_open',
    });
    const done = await deed(stage, '郑社工', cases.submitResult, parent, {
      ...result,
      waive: '现场已自行解决，不必再等',
    });
    expect(done.status).toBe('under_review');
  });

  it('is closed when both sides have judged each other', async () => {
    const { parent, on, lead, other } = await resolved();
    expect(on.status).toBe('resolved');
    // The work is done: the case need not wait for the judgements.
    const done = await deed(stage, '郑社工', cases.submitResult, parent, { result: '联合清理完毕' });
    expect(done.status).toBe('under_review');

    let last = await deed(stage, '郑社工', joint.evaluateResponder, on, { assignmentId: lead, ...good });
    expect(last.status).toBe('confirming');
    last = await deed(stage, '郑社工', joint.evaluateResponder, last, { assignmentId: other, ...good });
    last = await deed(stage, '何经办', joint.evaluateBlower, last, { assignmentId: lead, ...clear });
    last = await deed(stage, '吴网格', joint.evaluateBlower, last, { assignmentId: other, ...clear });
    expect(last.status).toBe('closed');
    const seen = await whistleOf('郑社工', last);
    expect(seen.responders.map(({ status }) => status)).toEqual(['evaluated', 'evaluated']);
    expect(seen.responders[0]).toMatchObject({ ofResponder: good, ofBlower: clear });
  });
});

describe('nobody', () => {
  it('answers for a unit that is not their own, or before its turn', async () => {
    const { whistle } = await sentOut();
    const lead = await assignment(whistle, stage.streetAreaId);
    const other = await assignment(whistle, stage.otherGridId);
    for (const endpoint of [joint.acknowledge, joint.arrive])
      expect(await stage.refused('吴网格', endpoint, whistle, { assignmentId: lead })).toMatchObject({
        status: 403,
        code: 'case.not_your_unit',
      });
    expect(
      await stage.refused('何经办', joint.reportResponse, whistle, { assignmentId: other, report: '到了' }),
    ).toMatchObject({ status: 403, code: 'case.not_your_unit' });
    expect(await stage.refused('何经办', joint.arrive, whistle, { assignmentId: lead })).toMatchObject({
      status: 409,
      code: 'case.whistle_order',
    });
    expect(await stage.refused('何经办', cases.acceptCase, whistle)).toMatchObject({
      code: 'case.whistle_steps',
    });
  });

  it('judges their own unit, or a whistle they blew', async () => {
    const { on, lead, other } = await resolved();
    expect(
      await stage.refused('何经办', joint.evaluateResponder, on, { assignmentId: lead, ...good }),
    ).toMatchObject({ status: 403, code: 'case.own_unit' });
    expect(
      await stage.refused('何经办', joint.evaluateResponder, on, { assignmentId: other, ...good }),
    ).toMatchObject({ status: 403, code: 'case.whistle_not_blower' });
    expect(
      await stage.refused('郑社工', joint.evaluateBlower, on, { assignmentId: other, ...clear }),
    ).toMatchObject({ status: 403 });
    const once = await deed(stage, '何经办', joint.evaluateBlower, on, { assignmentId: lead, ...clear });
    expect(
      await stage.refused('何经办', joint.evaluateBlower, once, { assignmentId: lead, ...clear }),
    ).toMatchObject({ code: 'case.evaluated' });
  });

  it('judges before the work is signed', async () => {
    const { whistle } = await sentOut();
    const lead = await assignment(whistle, stage.streetAreaId);
    expect(
      await stage.refused('郑社工', joint.evaluateResponder, whistle, { assignmentId: lead, ...good }),
    ).toMatchObject({ code: 'case.whistle_not_done' });
  });

  it('calls their own unit, a unit twice, or blows on a whistle', async () => {
    const parent = await caseAt(stage, 'in_progress');
    expect(
      await stage.refused('郑社工', joint.blowWhistle, parent, calls({ lead: area(stage.communityId) })),
    ).toMatchObject({ code: 'case.whistle_self' });
    expect(
      await stage.refused('郑社工', joint.blowWhistle, parent, calls({ others: [area(stage.streetAreaId)] })),
    ).toMatchObject({ code: 'case.unit_twice' });
    const { whistle } = await sentOut();
    expect(await stage.refused('李书记', joint.blowWhistle, whistle, calls())).toMatchObject({
      code: 'case.whistle_on_whistle',
    });
    expect(await stage.refused('马书记', joint.blowWhistle, parent, calls())).toMatchObject({ status: 403 });
  });

  it('reaches across streets', async () => {
    const parent = await caseAt(stage, 'in_progress');
    const foreign = await stage.as('文主任');
    const { items } = await foreign.call(listAreas, { query: { limit: 1 } });
    expect(
      await stage.refused('郑社工', joint.blowWhistle, parent, calls({ lead: area(items[0]?.areaId ?? '') })),
    ).toMatchObject({ status: 400, code: 'case.unit_unknown' });
    expect(await stage.refused('文主任', joint.blowWhistle, parent, calls())).toMatchObject({ status: 404 });
    const { whistle } = await sentOut();
    expect(await foreign.refusal(joint.readWhistle, { params: { caseId: whistle.caseId } })).toMatchObject({
      status: 404,
    });
  });
});
