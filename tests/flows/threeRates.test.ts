// 响应率, 解决率, 满意率: what counts, what does not, and that each number opens exactly its cases.
import { beforeAll, expect, it } from 'vitest';
import * as callback from '#contract/cases/callback/endpoints.ts';
import { rateParts } from '#contract/cases/callback/endpoints.ts';
import * as cases from '#contract/cases/endpoints.ts';
import { applyExclusion, decideExclusion } from '#contract/cases/joint/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { ratesOf } from '#modules/cases/callback/rates.ts';
import { openCase } from '../kit/cases.ts';
import { sendPhoto } from '../kit/photos.ts';
import { orderInReview, reviewStage, signers } from '../kit/review.ts';
import { testNow, testStreet } from '../kit/street.ts';

const street = await testStreet();
const stage = reviewStage(street);
const span = { from: '2026-11-01', to: '2026-11-30' };

async function called(body: object): Promise<CaseMoved> {
  let on = await orderInReview(stage);
  for (const name of signers) on = await stage.do(name, cases.reviewApprove, on);
  return await stage.do('柏回访', callback.logCallback as never, on, body);
}

const reached = (solved: string, satisfaction: string, more: object = {}) => ({
  outcome: 'reached',
  contacted: 'yes',
  solved,
  satisfaction,
  ...more,
});

beforeAll(async () => {
  await called(reached('yes', 'very'));
  await called(reached('yes', 'satisfied', { contacted: 'no' }));
  await called(reached('partly', 'basically'));
  await called(reached('no', 'dissatisfied', { words: '没修好' }));
  // Closed apart: due, and never solved, whatever was said before.
  let special = await orderInReview(stage);
  for (const name of signers) special = await stage.do(name, cases.reviewApprove, special);
  await stage.do('高主任', cases.closeSpecial, special, { closureType: 'special', reason: '房屋已拆除' });
  await street.owner.query(`update cases set solved = 'yes', satisfaction = 'very' where id = $1`, [
    special.caseId,
  ]);
  // An order nobody has called, whose date has passed by then.
  await openCase(stage, 'hotline_order', {
    channel: 'hotline',
    externalNumber: '京2026-晚',
    dueAt: '2026-11-22T02:00:00.000Z',
    requester: { name: '赵先生', phone: '13600136000' },
  });
  // Taken back: it counts nowhere here.
  const back = await openCase(stage, 'resident_report', {
    requester: { name: '孙先生', phone: '13500135000' },
  });
  await stage.do('李书记', cases.withdrawCase, back, { reason: '自己解决了' });
  stage.moveTo('2026-11-29T02:00:00.000Z');
}, 60_000);

const rates = async (name = '高主任', more: object = {}) =>
  await (await stage.as(name)).call(callback.readRates, { query: { ...span, ...more } });

it('counts the claim of the requester before the log of the unit', async () => {
  expect((await rates()).counts).toEqual({
    due: 6,
    responded: 4,
    not_responded: 2,
    answered: 4,
    unreachable: 0,
    not_asked: 1,
    solved: 2,
    partly: 1,
    unsolved: 1,
    satisfied: 3,
    dissatisfied: 1,
    special: 1,
    excluded: 0,
  });
  expect(await rates()).toMatchObject({ responseRate: 4 / 6, solvedRate: 0.5, satisfiedRate: 0.75 });
});

it('opens for each number exactly its cases', async () => {
  const { counts } = await rates();
  for (const part of rateParts) {
    const caller = await stage.as('高主任');
    const page = await caller.call(callback.listRateCases, { query: { ...span, part, limit: 200 } });
    expect([part, page.items.length, page.total]).toEqual([part, counts[part], counts[part]]);
  }
});

it('keeps to the span and to the places of the viewer', async () => {
  expect((await rates('高主任', { from: '2026-10-01', to: '2026-10-31' })).counts.due).toBe(0);
  expect((await rates('马书记')).counts.due).toBe(0);
  const { responseRate } = await rates('马书记');
  expect(responseRate).toBeNull();
  stage.moveTo(testNow);
  expect((await rates()).counts.due, 'before its date nothing is judged that is open').toBe(4);
});

it('leaves out what was excluded by decision, lists it apart, and counts it when asked to', async () => {
  stage.moveTo('2026-11-29T02:00:00.000Z');
  const counts = async (more: object = {}) => (await rates('高主任', more)).counts;
  const before = await counts();
  const [missed] = (
    await (
      await stage.as('高主任')
    ).call(callback.listRateCases, {
      query: { ...span, part: 'unsolved', limit: 1 },
    })
  ).items;
  const exclusion = {
    exclusionReason: 'not_government_duty',
    note: '属市场行为',
    fileIds: [await sendPhoto(await stage.as('郑社工'))],
  };
  const on = await stage.read('郑社工', missed?.caseId ?? '');
  const applied = await stage.do('郑社工', applyExclusion, on, exclusion);
  expect((await counts()).unsolved, 'asked for is not decided').toBe(before.unsolved);
  await stage.do('高主任', decideExclusion, applied, { grant: true, note: '市级已认定' });
  expect(await counts()).toMatchObject({
    due: before.due - 1,
    answered: before.answered - 1,
    unsolved: before.unsolved - 1,
    dissatisfied: before.dissatisfied - 1,
    excluded: 1,
  });
  expect(await rates()).toMatchObject({ solvedRate: before.solved / (before.answered - 1) });
  expect(await counts({ excluded: 'counted' })).toEqual({ ...before, excluded: 1 });
});

it('divides by nobody and answers nothing', () => {
  const none = Object.fromEntries(rateParts.map((part) => [part, 0])) as Parameters<typeof ratesOf>[0];
  expect(ratesOf(none)).toEqual({ responseRate: null, solvedRate: null, satisfiedRate: null });
});
