// The draft and the check of a reply, on cases of the street.
import { describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { checkReply, draftReply } from '#contract/cases/replies/endpoints.ts';
import { caseAt } from '../kit/cases.ts';
import { orderInReview, reviewStage } from '../kit/review.ts';
import { testStreet } from '../kit/street.ts';

const street = await testStreet();
const stage = reviewStage(street);

const draft = async (name: string, on: CaseMoved, outcome: string, said = '') =>
  await (await stage.as(name)).call(draftReply, {
    params: { caseId: on.caseId },
    body: { outcome: outcome as 'solved', said },
  });
const check = async (name: string, on: CaseMoved, text: string) =>
  (await (await stage.as(name)).call(checkReply, { params: { caseId: on.caseId }, body: { text } })).findings;

/** In the hands of the community, with the requester called and somebody there. */
async function inHand(more: Record<string, unknown> = {}): Promise<CaseMoved> {
  const on = await caseAt(stage, 'in_progress', 'grid_case', more);
  return await stage.do('郑社工', cases.addProgress, on, { note: '请双方坐下来谈了两次。' });
}

const told =
  '经社区调解，双方当面谈了两次，楼上同意换软管并赔付五百元，楼下同意自己刷墙，协议一式三份已经签字';

describe('the draft', () => {
  it('holds the place, the unit, the call, what the log says was done, and the sentence of the matter', async () => {
    const on = await inHand();
    const { text, blanks } = await draft('郑社工', on, 'solved');
    expect(text).toBe(
      `您好，您反映的梧桐里1号院1号楼1单元邻里纠纷一事（编号${on.number}）我们收到了。11月21日已与您联系。` +
        '处理情况：请双方坐下来谈了两次。＿＿已处理完。双方商定：＿＿。如果还有问题，请直接回复，我们接着办。',
    );
    expect(blanks).toBe(2);
  });

  it('keeps what the writer typed, and says another thing for another end', async () => {
    const on = await inHand();
    expect((await draft('郑社工', on, 'solved', told)).text).toContain(`处理情况：${told}。`);
    expect((await draft('郑社工', on, 'not_possible', '楼上不同意')).text).toContain(
      '这件事办不成，原因：楼上不同意。依据：＿＿。',
    );
    expect((await draft('郑社工', on, 'transferred')).text).toContain('这件事由＿＿负责');
  });

  it('keeps nothing', async () => {
    const on = await inHand();
    await draft('郑社工', on, 'planned', told);
    expect(await stage.read('郑社工', on.caseId)).toMatchObject({ version: on.version, result: null });
  });
});

describe('the check', () => {
  it('has nothing to say of a reply that tells who did what', async () => {
    expect(await check('郑社工', await inHand(), told)).toEqual([]);
  });

  it('says what is missing, what is blank and what must not go out', async () => {
    const on = await inHand();
    expect(await check('郑社工', on, '已转交相关部门，敬请关注')).toMatchObject([
      { reason: 'too_short' },
      { reason: 'no_action_named' },
      { reason: 'shirking', words: ['转交相关', '交相关部门', '敬请关注'] },
    ]);
    const { text } = await draft('郑社工', on, 'planned');
    expect((await check('郑社工', on, text)).map(({ reason }) => reason)).toEqual(['leaves_blanks']);
    expect(await check('郑社工', on, `${told}，楼上电话13800138000`)).toMatchObject([
      { reason: 'personal', words: ['13800138000'] },
    ]);
  });

  it('finds the words of the requester, and of another reply of the unit where the reader may know it', async () => {
    const text = '三楼王家每天半夜拖桌子，说了很多次都不听，老人睡不好觉，请社区来说说';
    const on = await inHand({ text });
    expect(await check('郑社工', on, text)).toMatchObject([
      { reason: 'too_short' },
      { reason: 'no_action_named' },
      { reason: 'copied', words: ['来件原话'] },
    ]);

    const earlier = await stage.do('郑社工', cases.submitResult, await inHand(), { result: told });
    expect(await check('郑社工', on, `您好，${told}。`)).toEqual([
      { reason: 'copied', words: [], like: earlier.number },
    ]);
    // One's own reply in the case itself is no copy.
    expect(await check('李书记', earlier, told)).toEqual([]);
  });

  it('advises the reviewer and blocks nobody', async () => {
    const on = await orderInReview(stage);
    expect((await check('何经办', on, '已上门调解，物业近期修好')).map(({ reason }) => reason)).toEqual([
      'too_short',
    ]);
    await stage.do('何经办', cases.reviewApprove, on);
  });

  it('is for who may read the case', async () => {
    const on = await inHand();
    const other = await stage.as('马书记');
    const request = { params: { caseId: on.caseId }, body: { text: told } };
    expect(await other.refusal(checkReply, request)).toMatchObject({ code: 'case.outside_your_area' });
  });
});
