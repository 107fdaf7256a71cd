// The callback: whoever had no hand in it asks, writes down what was said, and what follows follows by itself.
import { describe, expect, it } from 'vitest';
import * as callback from '#contract/cases/callback/endpoints.ts';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { giveUpGuard } from '#modules/cases/callback/rules.ts';
import { caseAt, openCase } from '../kit/cases.ts';
import { orderInReview, reviewStage, signers } from '../kit/review.ts';
import { testNow, testStreet } from '../kit/street.ts';

const street = await testStreet();
const stage = reviewStage(street);

async function resolved(more: Record<string, unknown> = {}): Promise<CaseMoved> {
  let on = await orderInReview(stage, more);
  for (const name of signers) on = await stage.do(name, cases.reviewApprove, on);
  return on;
}

const log = (on: CaseMoved, body: object, name = '柏回访') =>
  stage.do(name, callback.logCallback as never, on, body);
const refusedLog = (on: CaseMoved, body: object, name = '柏回访') =>
  stage.refused(name, callback.logCallback as never, on, body as Record<string, unknown>);

const list = async () => (await (await stage.as('柏回访')).call(callback.listCallbacks)).items;

describe('the list', () => {
  it('stands by urgency, then by how long it has waited, and pages without a gap', async () => {
    const later = await resolved();
    stage.moveTo('2026-11-21T02:30:00.000Z');
    const urgent = await resolved({ urgency: 'critical' });
    stage.moveTo(testNow);
    const ids = (await list()).map(({ caseId }) => caseId);
    expect(ids.indexOf(urgent.caseId)).toBeLessThan(ids.indexOf(later.caseId));
    const caller = await stage.as('柏回访');
    const first = await caller.call(callback.listCallbacks, { query: { limit: 1 } });
    const second = await caller.call(callback.listCallbacks, {
      query: { limit: 200, cursor: first.nextCursor ?? '' },
    });
    expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual(ids);
  });

  it('shows the requester masked, and who may not ask', async () => {
    const on = await resolved();
    const row = (await list()).find(({ caseId }) => caseId === on.caseId);
    expect(row).toMatchObject({
      requester: { name: '杨**', phone: '138****8000' },
      mayCall: true,
      mayGiveUp: 'case.attempts_few',
    });
  });

  it('a cursor of another list is refused', async () => {
    const caller = await stage.as('柏回访');
    const cursor = Buffer.from(JSON.stringify(['1', 'yesterday', 'x'])).toString('base64url');
    expect(await caller.refusal(callback.listCallbacks, { query: { cursor } })).toMatchObject({
      code: 'input.cursor',
    });
  });
});

describe('one call', () => {
  it('answered and content closes the case in one act', async () => {
    const closed = await log(await resolved(), { outcome: 'reached', solved: 'yes', satisfaction: 'very' });
    expect(closed.status).toBe('closed');
    const seen = await stage.read('高主任', closed.caseId);
    expect(seen).toMatchObject({ solved: 'yes', satisfaction: 'very', closureType: 'normal' });
    expect(seen.timeline.slice(-2).map(({ name }) => name)).toEqual(['begin_confirmation', 'confirm_pass']);
  });

  it('dissatisfied begins a new round with the words of the requester', async () => {
    const said = { outcome: 'reached', solved: 'partly', satisfaction: 'dissatisfied' };
    const on = await resolved();
    expect(await refusedLog(on, said)).toMatchObject({ code: 'case.callback_words' });
    const again = await log(on, { ...said, words: '来的人说了两句就走了' });
    expect(again).toMatchObject({ status: 'in_progress', round: on.round + 1 });
    expect((await stage.read('高主任', on.caseId)).timeline.at(-1)).toMatchObject({
      name: 'confirm_fail',
      note: '来的人说了两句就走了',
    });
  });

  it('without both answers is no callback', async () => {
    const on = await resolved();
    expect(await refusedLog(on, { outcome: 'reached', solved: 'yes' })).toMatchObject({
      code: 'case.callback_answers',
    });
    expect(
      await refusedLog(on, { outcome: 'reached', solved: 'unreachable', satisfaction: 'very' }),
    ).toMatchObject({ code: 'case.unreachable_apart' });
  });

  it('is not made by who signed, nor on a case that is not finished', async () => {
    const on = await resolved();
    expect(await refusedLog(on, { outcome: 'no_answer' }, '高主任')).toMatchObject({ status: 403 });
    const working = await caseAt(stage, 'in_progress');
    expect(await refusedLog(working, { outcome: 'no_answer' })).toMatchObject({ code: 'case.illegal_move' });
  });
});

describe('unreachable', () => {
  it('needs three attempts at two times of the day', () => {
    const at = (hour: number, day = 21) =>
      `2026-11-${day}T${String((hour + 16) % 24).padStart(2, '0')}:00:00.000Z`;
    expect(giveUpGuard([at(9), at(10)])).toBe('case.attempts_few');
    expect(giveUpGuard([at(9), at(10), at(11)])).toBe('case.attempts_few');
    expect(giveUpGuard([at(9), at(10), at(15)])).toBe(true);
  });

  it('is a value of its own, never satisfied', async () => {
    let on = await resolved();
    expect(await refusedLog(on, { outcome: 'unreachable' })).toMatchObject({ code: 'case.attempts_few' });
    for (const time of ['2026-11-21T02:00:00Z', '2026-11-21T03:00:00Z', '2026-11-21T07:00:00Z']) {
      stage.moveTo(time);
      on = await log(on, { outcome: 'no_answer' });
    }
    const closed = await log(on, { outcome: 'unreachable' });
    stage.moveTo(testNow);
    expect(closed.status).toBe('closed');
    expect(await stage.read('高主任', on.caseId)).toMatchObject({
      solved: 'unreachable',
      satisfaction: 'unreachable',
    });
  });

  it('is not to be had by passing the case without the calls', async () => {
    let on = await stage.do('柏回访', cases.beginConfirmation, await resolved());
    const unreachable = { solved: 'unreachable', satisfaction: 'unreachable' };
    const refused = async (body: object) =>
      (await stage.refused('柏回访', cases.confirmPass, on, body as Record<string, unknown>)).code;
    expect(await refused(unreachable)).toBe('case.attempts_few');
    expect(await refused({ ...unreachable, solved: 'yes' })).toBe('case.unreachable_apart');
    expect(
      await stage.refused('柏回访', cases.confirmFail, on, { ...unreachable, reason: '没人接' }),
    ).toMatchObject({ code: 'case.unreachable_apart' });
    for (const time of ['2026-11-21T02:00:00Z', '2026-11-21T03:00:00Z', '2026-11-21T07:00:00Z']) {
      stage.moveTo(time);
      on = await log(on, { outcome: 'no_answer' });
    }
    const closed = await stage.do('柏回访', cases.confirmPass, on, unreachable);
    stage.moveTo(testNow);
    expect(closed.status).toBe('closed');
  });

  it('attempts of an earlier round do not count', async () => {
    let on = await resolved();
    for (const time of ['2026-11-21T02:00:00Z', '2026-11-21T03:00:00Z', '2026-11-21T07:00:00Z']) {
      stage.moveTo(time);
      on = await log(on, { outcome: 'no_answer' });
    }
    on = await log(on, { outcome: 'reached', solved: 'no', satisfaction: 'dissatisfied', words: '没修' });
    stage.moveTo(testNow);
    on = await stage.do('郑社工', cases.submitResult, on, { result: '又修了一遍' });
    for (const name of signers) on = await stage.do(name, cases.reviewApprove, on);
    expect(await refusedLog(on, { outcome: 'unreachable' })).toMatchObject({ code: 'case.attempts_few' });
  });
});

it('a hidden requester stays hidden from the caller', async () => {
  const on = await openCase(stage, 'grid_case', {
    requester: { name: '钱女士', phone: '13700137000', hidden: true },
  });
  const seen = await stage.read('柏回访', on.caseId);
  expect(seen.requesters).toMatchObject([{ name: '', phone: null, hidden: true }]);
});
