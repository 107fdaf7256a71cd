// What people really give to the forms of result and review: too much text, too many photos, a date that has passed,
// a name and a title without end, letters twice as large. Nothing breaks, and everything is told before it is sent.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { CaseMoved } from '#contract/cases/records.ts';
import { caseAt } from '../kit/cases.ts';
import { greyPhoto } from '../kit/photos.ts';
import { orderInReview, reviewStage } from '../kit/review.ts';
import { desk, faultsOf, phone, picture, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let stage: ReturnType<typeof reviewStage>;
const started = webStreet().then((made) => {
  street = made;
  stage = reviewStage(made);
});
await started;

/** As a phone shows its page when letters are twice as large. */
const enlarged = { width: 195, height: 422 };
const endless = {
  title: '标题很长'.repeat(20),
  requester: { name: '欧阳'.repeat(20), phone: '13800138000' },
};
let on: CaseMoved;

beforeAll(async () => {
  on = await caseAt(stage, 'in_progress', 'grid_case', endless);
}, 120_000);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** How far the page reaches beyond its right edge. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const photos = async (count: number) =>
  await Promise.all(
    Array.from({ length: count }, async (_, index) => ({
      name: `${index}.png`,
      mimeType: 'image/png',
      buffer: await greyPhoto(index * 10),
    })),
  );

test.each([desk, phone])('the form of the office at $width', slow, async (viewport) => {
  const { page, open, complaints } = await street.visit('郑社工', { viewport });
  await open(`/a/cases/${on.caseId}`);
  expect(await overflow(page)).toBe(0);
  await button(page, '提交结果').first().click();
  const form = page.getByRole('dialog');
  const field = form.getByLabel('办理结果');
  await field.fill('我们上门查看了漏水的管井。'.repeat(300));
  await form.getByText('还能写 100 字').waitFor();
  await field.fill('我们上门查看了漏水的管井。'.repeat(400));
  await form.getByText('最多 4000 字，写满了').waitFor();
  expect(await field.inputValue()).toHaveLength(4000);

  await form.getByText('最多 9 张').waitFor();
  await form.locator('input[type=file]').setInputFiles(await photos(20));
  await form.getByText('最多9张，有11张没有放进来').waitFor();
  expect(await form.locator('.jia-photo').count()).toBe(9);
  await picture(page, `bad-result-${viewport.width}`);
  expect(await faultsOf(page)).toEqual([]);
  await button(page, '以后再说').click();

  await button(page, '申请延期').first().click();
  const until = page.getByRole('dialog').getByLabel('到哪一天');
  await until.fill('2026-11-01');
  await page.getByRole('dialog').getByLabel('原因').fill('等配件');
  await page.getByRole('dialog').getByText('已经告诉诉求人', { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '申请延期' }).click();
  await page.getByText('日期已经过去，请改一个以后的日期').waitFor();
  expect(await until.inputValue()).toBe('2026-11-01');
  expect(complaints).toEqual([]);
});

test('the form of the field takes twenty files and says so before', slow, async () => {
  const { page, open, complaints } = await street.visit('郑社工', { viewport: phone });
  await open(`/g/cases/${on.caseId}`);
  await page.getByText('照片、录音一共最多 20 份').waitFor();
  for (const [index, photo] of (await photos(20)).entries())
    await page
      .getByLabel(index % 2 ? '拍处理前' : '拍处理后')
      .first()
      .setInputFiles(photo);
  await page.getByText('已经 20 份，不能再加').waitFor();
  expect(await page.getByLabel('拍处理前').count()).toBe(0);
  expect(await button(page, '说一段').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('letters twice as large stay within the screen, and the verbs hide nothing', slow, async () => {
  const field = await street.visit('郑社工', { viewport: enlarged });
  await field.open(`/g/cases/${on.caseId}`);
  await field.page.getByLabel('办了什么').fill('已转交相关部门，敬请关注');
  await field.page.getByText('有推托的说法').waitFor();
  expect(await overflow(field.page)).toBe(0);
  await picture(field.page, 'bad-field-enlarged');

  const order = await orderInReview(stage, endless);
  const review = await street.visit('何经办', { viewport: enlarged });
  await review.open(`/a/case-review?case=${order.caseId}`);
  await review.page.getByText('回复偏短').waitFor();
  expect(await overflow(review.page)).toBe(0);
  const foot = review.page.locator('.jia-review-foot');
  expect(await foot.evaluate((element) => getComputedStyle(element).position)).toBe('static');
  await button(review.page, '同意并签名').click();
  await review.page.getByText(/^签好了：/).waitFor();
});
