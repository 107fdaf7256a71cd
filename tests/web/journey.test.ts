// One case from a resident's photo to a page that everybody may read, each person in a browser of their own, and the
// grid worker without a network.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { getCase, listCases, listMyCases } from '#contract/cases/endpoints.ts';
import { greyPhoto } from '../kit/photos.ts';
import { desk, faultsOf, picture, settle, slow, type WebStreet, webStreet } from './kit.ts';

const said = '1号楼1单元二层的小广告撕了又贴，老人怕滑';

let street: WebStreet;
let caseId = '';
beforeAll(async () => {
  street = await webStreet();
}, 120_000);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** On the desk a key may stand inside the button. */
const verb = (page: Page, name: string) => page.getByRole('button', { name }).first();
const dialog = (page: Page) => page.getByRole('dialog');
const photo = async (shade: number) => ({
  name: 'spot.png',
  mimeType: 'image/png',
  buffer: await greyPhoto(shade),
});
const record = async () => await (await street.as('李书记')).call(getCase, { params: { caseId } });

test('the mother takes a photo, says what it is, and hands it in', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m/report');
  await page.getByLabel('拍一张').setInputFiles(await photo(70));
  await page.getByLabel('怎么了').fill(said);
  await page.getByText('已帮您选好').waitFor();
  await page.locator('.jia-choice').filter({ hasText: '小广告' }).click();
  await page.locator('.jia-photo img').waitFor();
  await page.getByText('待传').waitFor({ state: 'detached' });
  await button(page, '提交').click();
  await page.getByText('收到了。编号').waitFor();
  const { items } = await (await street.as('陈居民')).call(listMyCases);
  caseId = items[0]?.caseId ?? '';
  expect(items).toHaveLength(1);
  expect((await record()).files).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('the dispatcher opens it and sends it to the community', slow, async () => {
  const { page, open, complaints } = await street.visit('沈派单', { viewport: desk });
  await open(`/a/dispatch?stage=submitted&case=${caseId}`);
  await page.getByRole('button', { name: '立案', exact: false }).last().waitFor();
  await settle(page);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Enter');
  await page.getByText('已立案，在待派遣里').waitFor();

  await open(`/a/dispatch?case=${caseId}`);
  await page.getByRole('button', { name: '派给北廊社区' }).waitFor();
  await settle(page);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await record()).status).toBe('dispatched');
  expect(complaints).toEqual([]);
});

test('the grid worker handles it without a network, and it arrives once', slow, async () => {
  const { page, open, context, complaints } = await street.visit('周网格');
  await open('/g/today');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByText('离线可用').waitFor();
  await page.waitForLoadState('networkidle');
  await picture(page, 'w7-today');
  await context.setOffline(true);
  await page
    .getByRole('heading', { name: /小广告/ })
    .getByRole('button')
    .click();
  await button(page, '已联系').click();
  await dialog(page).getByText('联系上了', { exact: true }).click();
  await button(page, '记下').click();
  await button(page, '到现场').click();
  await page.getByLabel('办了什么').fill('当天清掉了小广告和胶印，和物业约好每周看一次');
  await page
    .getByLabel('拍处理前')
    .first()
    .setInputFiles(await photo(90));
  await page
    .getByLabel('拍处理后')
    .first()
    .setInputFiles(await photo(200));
  await page.locator('.jia-proof img').nth(1).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'w8-case');
  expect(await faultsOf(page)).toEqual([]);
  await button(page, '交社区书记签').click();
  await expect.poll(() => page.locator('.jia-queued li').count()).toBe(5);
  expect((await record()).status).toBe('dispatched');
  await context.setOffline(false);
  await expect.poll(async () => (await record()).status, { timeout: 30_000 }).toBe('under_review');
  const names = (await record()).timeline.map(({ name }) => name);
  expect(names.filter((name) => name === 'submit_result')).toHaveLength(1);
  expect(names.indexOf('contact')).toBeLessThan(names.indexOf('submit_result'));
  expect(complaints).toEqual([]);
});

test('the secretary and the deputy sign it, each once', slow, async () => {
  for (const name of ['李书记', '许分管']) {
    const { page, open, complaints } = await street.visit(name, { viewport: desk });
    await open('/a/case-review');
    await page.getByRole('heading', { name: /小广告/ }).waitFor();
    await verb(page, '同意并签名').click();
    await expect.poll(async () => (await record()).signatures.map(({ signer }) => signer)).toContain(name);
    expect(complaints).toEqual([]);
  }
  expect((await record()).status).toBe('resolved');
});

test('somebody who did not handle it calls back and closes it', slow, async () => {
  const { page, open } = await street.visit('柏回访', { viewport: desk });
  await open(`/a/cases/${caseId}`);
  await verb(page, '开始回访').click();
  await dialog(page).getByRole('button', { name: '开始回访' }).click();
  await verb(page, '回访通过').click();
  await dialog(page).getByText('解决了', { exact: true }).click();
  await dialog(page).getByText('满意', { exact: true }).click();
  await dialog(page).getByRole('button', { name: '回访通过' }).click();
  await expect.poll(async () => (await record()).status).toBe('closed');
});

test('the mother reads what was done, in large letters too', slow, async () => {
  for (const mode of [undefined, 'elder'] as const) {
    const { page, open, complaints } = await street.visit('陈居民', mode ? { mode } : {});
    await open(`/m/cases/${caseId}`);
    await page.getByText('和物业约好每周看一次').first().waitFor();
    await picture(page, mode ? 'w4-progress-elder' : 'w4-progress');
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    if (mode) continue;
    await page.getByLabel('可以带上我拍的照片').check();
    await page.getByText('记下了，谢谢您').waitFor();
  }
});

test('the secretary makes it public, and a stranger finds it without an account', slow, async () => {
  const { page, open } = await street.visit('李书记', { viewport: desk });
  await open(`/a/cases/${caseId}`);
  const done = page.locator('.jia-case-side').getByLabel('怎么办的');
  const clean = await done.inputValue();
  await done.fill(`${clean}，陈居民很满意`);
  await button(page, '公开').click();
  await page.getByText('文字里还有个人信息：姓名').waitFor();
  await done.fill(clean);
  await page.getByLabel(/^处理后/).check();
  await page.getByText('照片不会自动打码').waitFor();
  await button(page, '公开').click();
  await page.getByRole('link', { name: '看公开页' }).waitFor();
  await picture(page, 'case-published');

  const stranger = await street.visit(null);
  await stranger.open('/p');
  await stranger.page.getByLabel('找一找').fill('胶印');
  await button(stranger.page, '查找').click();
  await picture(stranger.page, 'public-list');
  expect(await faultsOf(stranger.page)).toEqual([]);
  await stranger.page.getByRole('link', { name: /小广告/ }).click();
  await stranger.page.getByText('每周看一次').waitFor();
  const shown = stranger.page.locator('.jia-public-photos img');
  await expect
    .poll(() => shown.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)))
    .toEqual([40]);
  await picture(stranger.page, 'public-case');
  expect(await faultsOf(stranger.page)).toEqual([]);
  expect(await stranger.page.textContent('body')).not.toMatch(/陈居民|周网格|1990000/);
  const { items } = await (await street.as('沈派单')).call(listCases, { query: { search: '小广告' } });
  expect(items).toHaveLength(1);
});
