// Four levels sign one after the other; what each signed can be verified later, and what was altered shows.
import { describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import * as review from '#contract/cases/review/endpoints.ts';
import { delegatePost, listPosts } from '#contract/identity/endpoints.ts';
import { caseAt } from '../kit/cases.ts';
import { testPeople } from '../kit/people.ts';
import { orderInReview, reviewStage, signers } from '../kit/review.ts';
import { testNow, testStreet } from '../kit/street.ts';

const street = await testStreet();
const stage = reviewStage(street);

const verdicts = async (caseId: string, name = '高主任') =>
  (await (await stage.as(name)).call(review.verifySignatures, { params: { caseId } })).signatures;

async function signUpTo(on: CaseMoved, levels: number): Promise<CaseMoved> {
  let now = on;
  for (const name of signers.slice(0, levels)) now = await stage.do(name, cases.reviewApprove, now);
  return now;
}

async function delegate(from: string, to: string, role: string): Promise<void> {
  const holder = await stage.as(from);
  const { items } = await holder.call(listPosts, { query: { limit: 200 } });
  const post = items.find((one) => one.role === role && one.holderName === from);
  await holder.call(delegatePost, {
    params: { postId: post?.postId ?? '' },
    body: {
      deputyPhone: testPeople.find(({ name }) => name === to)?.phone ?? '',
      startsAt: testNow,
      endsAt: '2026-11-30T02:00:00.000Z',
      reason: '出差',
    },
  });
}

describe('refusals', () => {
  it('no level is skipped, nobody signs an own result or twice', async () => {
    const on = await orderInReview(stage);
    expect(await stage.refused('高主任', cases.reviewApprove, on)).toMatchObject({
      code: 'case.not_your_level',
    });
    expect(await stage.refused('郑社工', cases.reviewApprove, on)).toMatchObject({ code: 'case.own_result' });
    const once = await stage.do('何经办', cases.reviewApprove, on);
    expect(await stage.refused('何经办', cases.reviewApprove, once)).toMatchObject({
      code: 'case.signed_before',
    });
    expect(await stage.refused('柏回访', cases.reviewApprove, once)).toMatchObject({ status: 403 });
  });

  it('of two who sign at once the second is told', async () => {
    const on = await orderInReview(stage);
    await stage.do('何经办', cases.reviewApprove, on);
    expect(await stage.refused('李书记', cases.reviewApprove, on)).toMatchObject({ code: 'version.stale' });
  });

  it('another community sees neither the review nor the signatures', async () => {
    const on = await orderInReview(stage);
    const other = await stage.as('马书记');
    for (const endpoint of [review.getReview, review.verifySignatures])
      expect(await other.refusal(endpoint, { params: { caseId: on.caseId } })).toMatchObject({ status: 403 });
    expect((await other.call(review.listReview)).items.map(({ caseId }) => caseId)).not.toContain(on.caseId);
  });
});

describe('a signature', () => {
  it('covers the answer, the words and the signature before it', async () => {
    const on = await signUpTo(await orderInReview(stage), 4);
    expect(on.status).toBe('resolved');
    const found = await verdicts(on.caseId);
    expect(found.map(({ level, signer, verdict }) => [level, signer, verdict])).toEqual(
      signers.map((name, index) => [index + 1, name, 'fits']),
    );
    expect(new Set(found.map(({ digest }) => digest)).size).toBe(4);
  });

  it('shows which text was altered after it', async () => {
    const on = await signUpTo(await orderInReview(stage), 4);
    await street.owner.query(`update cases set result = '什么都没做' where id = $1`, [on.caseId]);
    expect((await verdicts(on.caseId)).map(({ verdict, faults }) => [verdict, faults])).toEqual([
      ['fits', []],
      ['fits', []],
      ['fits', []],
      ['changed', ['result']],
    ]);
    await street.owner.query(`update cases set text = '别的事' where id = $1`, [on.caseId]);
    expect((await verdicts(on.caseId)).every(({ faults }) => faults.includes('text'))).toBe(true);
  });

  it('shows a forged digest, a forged signer and a broken chain', async () => {
    const on = await signUpTo(await orderInReview(stage), 3);
    const forge = (columns: string, level: number) =>
      street.owner.query(`update case_signatures set ${columns} where case_id = $1 and level = ${level}`, [
        on.caseId,
      ]);
    await forge(`signer = '高主任'`, 1);
    expect((await verdicts(on.caseId))[0]).toMatchObject({ verdict: 'broken', faults: ['signer'] });
    await forge(`signer = '何经办'`, 1);
    await forge(`digest = repeat('a', 64)`, 2);
    const [, second, third] = await verdicts(on.caseId);
    expect(second).toMatchObject({ verdict: 'broken', faults: ['digest', 'trail'] });
    expect(third).toMatchObject({ verdict: 'broken', faults: ['chain'] });
  });

  it('recomputed over other words it still contradicts the trail', async () => {
    const on = await signUpTo(await orderInReview(stage), 1);
    const { rows } = await street.owner.query('select content from case_signatures where case_id = $1', [
      on.caseId,
    ]);
    const { canonicalJson } = await import('#modules/cases/signing/canonical.ts');
    const forged = { ...rows[0].content, instruction: '请全额赔偿' };
    const digest = street.kernel.services.crypto.hash(canonicalJson(forged));
    await street.owner.query(
      'update case_signatures set content = $2, digest = $3, instruction = $4 where case_id = $1',
      [on.caseId, JSON.stringify(forged), digest, forged.instruction],
    );
    expect((await verdicts(on.caseId))[0]).toMatchObject({ verdict: 'broken', faults: ['trail'] });
  });

  it('of before the digests is read and not called verified', async () => {
    const on = await signUpTo(await orderInReview(stage), 1);
    await street.owner.query('update case_signatures set content = null where case_id = $1', [on.caseId]);
    expect((await verdicts(on.caseId))[0]).toMatchObject({ verdict: 'unkept' });
  });
});

describe('an amended answer', () => {
  it('is kept beside what was handed in, and each level vouches for its own', async () => {
    let on = await orderInReview(stage);
    on = await stage.do('何经办', cases.reviewApprove, on);
    on = await stage.do('李书记', cases.reviewApprove, on, {
      result: '已上门调解，物业当天11:50修好',
      instruction: '答复补了时间',
    });
    const sheet = await (await stage.as('许分管')).call(review.getReview, { params: { caseId: on.caseId } });
    expect(sheet.versions.map(({ level, by, text }) => [level, by, text])).toEqual([
      [0, '郑社工', '已上门调解，物业近期修好'],
      [2, '李书记', '已上门调解，物业当天11:50修好'],
    ]);
    expect(sheet.changes).toMatchObject({ textEdits: 1, textBy: '李书记', returned: false });
    expect(sheet.mayBatch).toBe('case.batch_one_by_one');
    expect((await stage.read('高主任', on.caseId)).result).toContain('11:50');
    const [first, second] = await verdicts(on.caseId);
    expect(first).toMatchObject({ verdict: 'fits', later: ['amended_later'] });
    expect(second).toMatchObject({ verdict: 'fits', later: [] });
  });

  it('after a return the signatures of the earlier round stay and fit', async () => {
    let on = await signUpTo(await orderInReview(stage), 1);
    on = await stage.do('李书记', cases.reviewReturn, on, { reason: '没有写修好的时间' });
    on = await stage.do('郑社工', cases.submitResult, on, { result: '物业已于21日修好' });
    on = await signUpTo(on, 1);
    const found = await verdicts(on.caseId);
    expect(found.map(({ round, verdict, later }) => [round, verdict, later])).toEqual([
      [1, 'fits', ['earlier_round']],
      [2, 'fits', []],
    ]);
    const sheet = await (await stage.as('李书记')).call(review.getReview, { params: { caseId: on.caseId } });
    expect(sheet.returns).toMatchObject([{ round: 1, by: '李书记', reason: '没有写修好的时间' }]);
    expect(sheet.changes.returned).toBe(true);
  });
});

describe('time at a level', () => {
  it('runs from the signature before it', async () => {
    const on = await orderInReview(stage);
    stage.moveTo('2026-11-21T02:25:00.000Z');
    try {
      const once = await stage.do('何经办', cases.reviewApprove, on);
      stage.moveTo('2026-11-21T03:25:00.000Z');
      const secretary = await stage.as('李书记');
      const sheet = await secretary.call(review.getReview, { params: { caseId: once.caseId } });
      expect(sheet.levels.map(({ minutes }) => minutes)).toEqual([25, 60, null, null]);
      expect((await (await stage.as('何经办')).call(review.countReview)).averageMinutes).not.toBeNull();
    } finally {
      stage.moveTo(testNow);
    }
  });
});

describe('a deputy', () => {
  it('signs as such, with the name of the holder kept, and never twice in one round', async () => {
    await delegate('许分管', '唐科长', 'deputy_in_charge');
    stage.moveTo(testNow);
    let on = await signUpTo(await orderInReview(stage), 2);
    on = await stage.do('唐科长', cases.reviewApprove, on);
    expect((await stage.read('高主任', on.caseId)).signatures.at(-1)).toMatchObject({
      level: 3,
      signer: '唐科长',
      onBehalfOf: '许分管',
      role: 'deputy_in_charge',
    });
    expect((await verdicts(on.caseId)).at(-1)).toMatchObject({ verdict: 'fits', onBehalfOf: '许分管' });

    let other = await stage.do('何经办', cases.reviewApprove, await orderInReview(stage));
    other = await stage.do('唐科长', cases.reviewApprove, other);
    expect(await stage.refused('唐科长', cases.reviewApprove, other)).toMatchObject({
      code: 'case.signed_before',
    });
  });

  it('of the handler does not sign what the handler may not', async () => {
    const on = await orderInReview(stage);
    await delegate('郑社工', '冯值班', 'community_clerk');
    stage.moveTo(testNow);
    expect(await stage.refused('冯值班', cases.reviewApprove, on)).toMatchObject({ code: 'case.own_result' });
  });
});

describe('a batch', () => {
  it('signs what is unchanged, lists what is not, and says so in the signature', async () => {
    const plain = await orderInReview(stage);
    const again = await stage.do(
      '郑社工',
      cases.submitResult,
      await stage.do('何经办', cases.reviewReturn, await orderInReview(stage), { reason: '重写' }),
      { result: '重写过的答复' },
    );
    const stale = await orderInReview(stage);
    const grid = await caseAt(stage, 'under_review');
    const items = [plain, again, { ...stale, version: stale.version - 1 }, grid].map(
      ({ caseId, version }) => ({ caseId, version }),
    );
    const { results } = await (await stage.as('何经办')).call(review.signBatch, { body: { items } });
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'signed',
      'case.batch_one_by_one',
      'version.stale',
      'case.not_your_level',
    ]);
    expect((await stage.read('高主任', plain.caseId)).signatures).toMatchObject([
      { signer: '何经办', way: 'batch' },
    ]);
    expect((await verdicts(plain.caseId))[0]?.verdict).toBe('fits');
  });

  it('never signs a case twice, named twice', async () => {
    const { caseId, version } = await orderInReview(stage);
    const items = [
      { caseId, version },
      { caseId, version },
    ];
    const { results } = await (await stage.as('何经办')).call(review.signBatch, { body: { items } });
    expect(results.map(({ outcome }) => outcome)).toEqual(['signed', 'version.stale']);
  });
});

describe('told first', () => {
  const critical = { urgency: 'critical' };

  it('only in an emergency, only by the unit, only once', async () => {
    const ordinary = await orderInReview(stage);
    const reason = { reason: '燃气已关，先告诉住户' };
    expect(await stage.refused('郑社工', review.tellFirst, ordinary, reason)).toMatchObject({
      code: 'case.not_critical',
    });
    const on = await orderInReview(stage, critical);
    expect(await stage.refused('许分管', review.tellFirst, on, reason)).toMatchObject({ status: 403 });
    const told = await stage.do('郑社工', review.tellFirst, on, reason);
    expect(await stage.refused('郑社工', review.tellFirst, told, reason)).toMatchObject({
      code: 'case.told_before',
    });
  });

  it('is told to the requester, counts for no signature, and is listed until all have signed', async () => {
    const on = await stage.do('郑社工', review.tellFirst, await orderInReview(stage, critical), {
      reason: '燃气已关，先告诉住户',
    });
    const { number } = await stage.read('高主任', on.caseId);
    const track = async () =>
      await street.stranger.call(cases.trackCase, { body: { number, phoneTail: '8000' } });
    expect((await track()).answer).toBe('已上门调解，物业近期修好');
    const listed = async () =>
      (
        await (await stage.as('许分管')).call(review.listReview, { query: { which: 'told_first' } })
      ).items.map(({ caseId }) => caseId);
    expect(await listed()).toContain(on.caseId);
    expect((await stage.read('高主任', on.caseId)).signatures).toEqual([]);

    const signed = await signUpTo(on, 4);
    expect(signed.status).toBe('resolved');
    expect(await listed()).not.toContain(on.caseId);
    const sheet = await (await stage.as('高主任')).call(review.getReview, { params: { caseId: on.caseId } });
    expect(sheet.toldFirst?.completedAt).toBe(testNow);
  });
});
