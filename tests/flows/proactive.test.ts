// Taken back, but dangerous: the grid looks after it (domain.md Appendix A, withdraw).
import { describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { withdrawMyCase } from '#contract/cases/mine.ts';
import { deed } from '../kit/cases.ts';
import { report, reportStage } from '../kit/reports.ts';

const stage = await reportStage();

const tasks = async (name: string) =>
  (await (await stage.as(name)).call(cases.listCases, { query: { kind: 'proactive_task', limit: 50 } }))
    .items;

describe('a report of something dangerous that is taken back', () => {
  it('by the office leaves a task with the grid of the place, which may accept it', async () => {
    const on = await report(stage, '赵楼长', { text: '一层楼道里有很重的燃气味，怀疑燃气泄漏' });
    const { version } = await (await stage.as('李书记')).call(cases.getCase, {
      params: { caseId: on.caseId },
    });
    await deed(stage, '李书记', cases.withdrawCase, { ...on, version }, { reason: '说是自己闻错了' });
    const [task, ...more] = await tasks('周网格');
    expect(more).toEqual([]);
    expect(task).toMatchObject({ status: 'dispatched', urgency: 'critical' });
    const { caseId, version: now } = task as { caseId: string; version: number };
    const read = await (await stage.as('周网格')).call(cases.getCase, { params: { caseId } });
    expect(read.requesters).toEqual([]);
    const accepted = await (await stage.as('周网格')).call(cases.acceptCase, {
      params: { caseId },
      body: { version: read.version ?? now },
    });
    expect(accepted.status).toBe('accepted');
  });

  it('by the requester as well', async () => {
    const before = (await tasks('李书记')).length;
    const on = await report(stage, '赵楼长', { text: '三层有人被困在电梯里，电梯里有烟' });
    const mine = await (await stage.as('李书记')).call(cases.getCase, { params: { caseId: on.caseId } });
    await (await stage.as('赵楼长')).call(withdrawMyCase, {
      params: { caseId: on.caseId },
      body: { version: mine.version },
    });
    expect(await tasks('李书记')).toHaveLength(before + 1);
  });

  it('leaves nothing behind when it was harmless', async () => {
    const before = (await tasks('李书记')).length;
    const on = await report(stage, '赵楼长', { text: '楼道灯有点暗' });
    await deed(stage, '李书记', cases.withdrawCase, on, { reason: '已经换好了' });
    expect(await tasks('李书记')).toHaveLength(before);
  });
});
