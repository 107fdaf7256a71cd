// The requester's word: by the link or signed in, once, out of the handler's reach, and silence is silence.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { answerRating, openRating } from '#contract/cases/rating/endpoints.ts';
import { askForRatings, closeSilent } from '#modules/cases/service/rating/ask.ts';
import { streetId } from '../kit/people.ts';
import { type ReportStage, report, reportStage, walkTo } from '../kit/reports.ts';
import { testNow } from '../kit/street.ts';

let stage: ReportStage;
beforeAll(async () => {
  stage = await reportStage();
});

async function asSystem(work: typeof askForRatings): Promise<void> {
  const { kernel } = stage.street;
  const street = await kernel.streets.byId(streetId);
  if (!street) throw new Error('no street');
  await work(kernel.systemContext(street, kernel.db));
}

/** A solved report of 陈居民 with the link that went to the phone. */
async function asked() {
  const on = await walkTo(stage, await report(stage, '陈居民'), 'resolved');
  stage.street.messages.length = 0;
  await asSystem(askForRatings);
  const message = stage.street.messages.find(({ text }) => text.includes(on.number));
  const token = message?.text.match(/\/m\/rate\/([\w-]+)/)?.[1] ?? '';
  return { caseId: on.caseId, token, message };
}

const read = async (caseId: string) =>
  await (await stage.as('李书记')).call(cases.getCase, { params: { caseId } });
const mine = async (caseId: string) =>
  await (await stage.as('陈居民')).call(cases.getMyCase, { params: { caseId } });
const pleased = { solved: 'yes', satisfaction: 'very' } as const;
const displeased = { solved: 'no', satisfaction: 'dissatisfied' } as const;

describe('the link', () => {
  it('goes to the requester alone, and opens without an account', async () => {
    const { caseId, token, message } = await asked();
    expect(message).toMatchObject({ template: 'case_rating', phone: '19900001001' });
    expect(token.length).toBeGreaterThan(20);
    expect(JSON.stringify(await read(caseId))).not.toContain(token);
    const kept = await stage.street.owner.query('select token_hash from case_ratings');
    expect(JSON.stringify(kept.rows)).not.toContain(token);
    const page = await stage.street.stranger.call(openRating, { params: { token } });
    expect(page).toMatchObject({ state: 'open', unit: '北廊社区' });
    expect(page.answer).toContain('铺了地垫');
  });

  it('is asked for once, however often the timer runs', async () => {
    await asked();
    stage.street.messages.length = 0;
    await asSystem(askForRatings);
    expect(stage.street.messages).toEqual([]);
  });

  it('closes the case in the name of the requester, and works once', async () => {
    const { caseId, token } = await asked();
    const { stranger } = stage.street;
    expect(await stranger.call(answerRating, { params: { token }, body: pleased })).toEqual({ again: false });
    const closed = await read(caseId);
    expect(closed).toMatchObject({ status: 'closed', solved: 'yes', satisfaction: 'very' });
    expect(closed.timeline.at(-1)).toMatchObject({ name: 'confirm_pass', actor: '诉求人' });
    expect(await stranger.refusal(answerRating, { params: { token }, body: displeased })).toMatchObject({
      status: 409,
      code: 'case.rating_used',
    });
    expect((await stranger.call(openRating, { params: { token } })).state).toBe('answered');
  });

  it('begins a new round when it is not solved, and is over then', async () => {
    const { caseId, token } = await asked();
    const { stranger } = stage.street;
    const body = { ...displeased, note: '今天夜里还在拖' };
    expect(await stranger.call(answerRating, { params: { token }, body })).toEqual({ again: true });
    expect(await read(caseId)).toMatchObject({ status: 'in_progress', round: 2, finishedAt: null });
    expect((await stranger.call(openRating, { params: { token } })).state).toBe('answered');
  });

  it.each([
    ['who handled it', '郑社工'],
    ['who signed it', '许分管'],
    ['a colleague of the unit', '周网格'],
  ])('refuses %s, and keeps that it was opened', async (_, name) => {
    const { caseId, token } = await asked();
    const caller = await stage.as(name);
    const refusal = { status: 403, code: 'case.rating_in_chain' };
    expect(await caller.refusal(openRating, { params: { token } })).toMatchObject(refusal);
    expect(await caller.refusal(answerRating, { params: { token }, body: pleased })).toMatchObject(refusal);
    const { status, timeline } = await read(caseId);
    expect(status).toBe('confirming');
    const refused = timeline.filter((step) => step.name === 'rating_refused');
    expect(refused.map(({ actor }) => actor)).toEqual([name]);
    expect((await stage.street.stranger.call(openRating, { params: { token } })).state).toBe('open');
  });

  it('tells nothing for a word that is no link', async () => {
    const refusal = await stage.street.stranger.refusal(openRating, { params: { token: 'x'.repeat(24) } });
    expect(refusal).toMatchObject({ status: 404, code: 'case.rating_unknown' });
  });

  it('ends after seven days', async () => {
    const { token } = await asked();
    stage.moveTo('2026-11-28T02:00:01.000Z');
    const { stranger } = stage.street;
    expect(await stranger.refusal(answerRating, { params: { token }, body: pleased })).toMatchObject({
      code: 'case.rating_expired',
    });
    stage.moveTo(testNow);
  });
});

describe('signed in', () => {
  it('rates at once, even before anybody was asked', async () => {
    const on = await walkTo(stage, await report(stage, '陈居民'), 'resolved');
    const { can, version } = await mine(on.caseId);
    expect(can.rate).toBe(true);
    const body = { ...displeased, version };
    const after = await (await stage.as('陈居民')).call(cases.rateCase, {
      params: { caseId: on.caseId },
      body,
    });
    expect(after.status).toBe('in_progress');
    expect(after.can.rate).toBe('case.not_awaiting');
    expect(await read(on.caseId)).toMatchObject({ round: 2, solved: 'no', satisfaction: 'dissatisfied' });
  });

  it('a resident who handled the own case does not rate it', async () => {
    const on = await walkTo(stage, await report(stage, '郑社工'), 'resolved');
    const caller = await stage.as('郑社工');
    const { version } = await caller.call(cases.getMyCase, { params: { caseId: on.caseId } });
    expect(
      await caller.refusal(cases.rateCase, {
        params: { caseId: on.caseId },
        body: { ...pleased, version },
      }),
    ).toMatchObject({ code: 'case.in_chain' });
  });
});

describe('silence', () => {
  it('for a week ends it as no answer, never as satisfied', async () => {
    const { caseId } = await asked();
    stage.moveTo('2026-11-28T01:59:00.000Z');
    await asSystem(closeSilent);
    expect((await read(caseId)).status).toBe('confirming');
    stage.moveTo('2026-11-28T02:00:01.000Z');
    await asSystem(closeSilent);
    const closed = await read(caseId);
    expect(closed).toMatchObject({
      status: 'closed',
      solved: 'unreachable',
      satisfaction: 'unreachable',
    });
    expect(closed.signatures.map(({ signer }) => signer)).toEqual(['李书记', '许分管']);
    stage.moveTo(testNow);
  });
});
