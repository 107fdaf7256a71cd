// The words to the requester: drafted with one tap, checked while they are typed, read again by who signs.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { openCase } from '../kit/cases.ts';
import { sendPhoto, sendVoice } from '../kit/photos.ts';
import { reviewStage } from '../kit/review.ts';
import { desk, faultsOf, phone, picture, settle, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let stage: ReturnType<typeof reviewStage>;
const started = webStreet().then((made) => {
  street = made;
  stage = reviewStage(made);
});
await started;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const told =
  '双方在社区当面谈妥，楼上当天更换软管并赔付五百元，楼下自己刷墙，协议一式三份已签字，社区下周三上门复查。';

const better =
  '社区和物业当天上门，查明是管井阀门老化，当场更换并试水两小时不再渗漏，墙面由物业在本周五前刷好，刷好后请您验收。';

/** In the hands of the community, with the requester called. */
async function inHand(more: Record<string, unknown> = {}): Promise<CaseMoved> {
  let on = await openCase(stage, 'grid_case', {
    requester: { name: '杨女士', phone: '13800138000' },
    ...more,
  });
  on = await stage.do('李书记', cases.registerCase, on, {
    matterCode: '0901',
    areaId: stage.entranceId,
    urgency: 'ordinary',
    ...(more.urgency ? { urgency: more.urgency } : {}),
  });
  on = await stage.do('李书记', cases.dispatchCase, on, {
    lead: { kind: 'area', unitId: stage.communityId },
  });
  on = await stage.do('郑社工', cases.acceptCase, on);
  on = await stage.do('郑社工', cases.contactRequester, on, { way: 'phone', outcome: 'reached' });
  return await stage.do('郑社工', cases.startCase, on);
}

test('the office drafts the result, is told what it lacks, and loses nothing it typed', slow, async () => {
  const on = await inHand();
  const { page, open, complaints } = await street.visit('郑社工', { viewport: desk });
  await open(`/a/cases/${on.caseId}`);
  await button(page, '提交结果').first().click();
  const form = page.getByRole('dialog');
  const field = form.getByLabel('办理结果');
  await field.fill('已转交相关部门，敬请关注');
  await form.getByText('有推托的说法').waitFor();
  await form.getByText('“转交相关”、“交相关部门”、“敬请关注”').waitFor();

  await button(page, '办好了').click();
  await form.getByText(/还有 2 处“＿＿”要您填/).waitFor();
  expect(await field.inputValue()).toMatch(/^您好，您反映的梧桐里1号院1号楼1单元邻里纠纷.*处理情况：已转交/);
  await form.getByText('还有没填的地方').waitFor();
  await picture(page, 'reply-desk-draft');
  expect(await faultsOf(page)).toEqual([]);
  await button(page, '还原我写的').click();
  expect(await field.inputValue()).toBe('已转交相关部门，敬请关注');

  await field.fill('');
  await button(page, '说明情况').click();
  await expect.poll(() => field.inputValue()).toContain('情况是：＿＿');
  // Another end replaces a draft that nobody touched; one that was worked on is asked about.
  await button(page, '办好了').click();
  await expect.poll(() => field.inputValue()).toContain('处理情况：＿＿');
  const mine = (await field.inputValue()).replace('＿＿', told);
  await field.fill(mine);
  await button(page, '列了计划').click();
  await form.getByText('新起草的放哪儿').waitFor();
  expect(await field.inputValue()).toBe(mine);
  await button(page, '接在后面').click();
  await expect.poll(() => field.inputValue()).toContain('现在还办不了');
  expect((await field.inputValue()).startsWith(mine)).toBe(true);

  await field.fill(told);
  await form.getByText('没有发现要改的地方').waitFor();
  await form.getByRole('button', { name: '提交结果' }).click();
  await page.getByText('已记下：提交结果').waitFor();
  expect(await stage.read('郑社工', on.caseId)).toMatchObject({ status: 'under_review', result: told });
  expect(complaints).toEqual([]);
});

test('the phone drafts without a network and gets its advice when it returns', slow, async () => {
  const on = await inHand({ title: '楼上漏水起争执', urgency: 'critical' });
  const { page, context, open, complaints } = await street.visit('郑社工', { viewport: phone });
  await open('/g/today');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForLoadState('networkidle');
  await page.goto(`${street.url}/g/cases/${on.caseId}`);
  await settle(page);
  const field = page.getByLabel('办了什么');
  await context.setOffline(true);
  await button(page, '办好了').click();
  await expect.poll(() => field.inputValue()).toMatch(/^您好，您反映的.*处理情况：＿＿/);
  expect(await page.getByText('还有没填的地方').count()).toBe(0);
  await context.setOffline(false);
  await page.getByText('还有没填的地方').waitFor();
  await field.scrollIntoViewIfNeeded();
  await picture(page, 'reply-phone-draft');
  expect(await faultsOf(page)).toEqual([]);

  await context.setOffline(true);
  await field.fill(told);
  await button(page, '交社区书记签').click();
  await page.getByLabel('为什么先告诉').fill('燃气已关好，住户在等');
  await picture(page, 'reply-phone-tell-first');
  await button(page, '已当面告诉，签字后补').click();
  await page.getByText(/已先告诉居民：燃气已关好/).waitFor();
  await context.setOffline(false);
  await expect
    .poll(async () => (await stage.read('郑社工', on.caseId)).timeline.at(-1)?.name, { timeout: 30_000 })
    .toBe('tell_first');
  expect(complaints).toEqual([]);
});

test('who signs sees the advice beside the reply and can listen to what was recorded', slow, async () => {
  const caller = await stage.as('郑社工');
  const fileIds = [await sendPhoto(caller, 'after'), await sendVoice(caller)];
  const result = '已上门，联系13800138000的住户，敬请关注';
  await stage.do('郑社工', cases.submitResult, await inHand({ title: '要签的一件' }), { result, fileIds });

  for (const viewport of [desk, phone]) {
    const { page, open, complaints } = await street.visit('李书记', { viewport });
    await open('/a/case-review');
    await page
      .getByRole('button', { name: /要签的一件/ })
      .first()
      .click();
    await page.getByText('写了个人信息').waitFor();
    await page.getByText('“13800138000”').waitFor();
    await page.getByText('回复偏短').waitFor();
    const voice = page.locator('audio').first();
    await voice.scrollIntoViewIfNeeded();
    const length = await voice.evaluate(async (audio: HTMLAudioElement) => {
      await audio.play();
      return audio.duration;
    });
    expect(length).toBeCloseTo(0.1);
    expect(await page.locator('.jia-photo img').count()).toBe(1);
    await page.evaluate(() => window.scrollTo(0, 0));
    await picture(page, `reply-review-${viewport.width}`);
    expect(await faultsOf(page)).toEqual([]);
    await button(page, '改答复').click();
    await page.getByLabel('改后的答复').fill(better);
    await page.getByText('没有发现要改的地方').waitFor();
    expect(complaints).toEqual([]);
  }
});
