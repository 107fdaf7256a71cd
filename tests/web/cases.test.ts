// One case from the resident's report to its closing, across the people who have it in hand.
import { beforeAll, expect, test } from 'vitest';
import { listCases, listMyCases } from '#contract/cases/endpoints.ts';
import { desk, faultsOf, phone, picture, settle, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
}, 120_000);

async function caseOf(title: string) {
  const dispatcher = await street.as('沈派单');
  const { items } = await dispatcher.call(listCases, { query: { search: title } });
  const [found] = items;
  if (!found) throw new Error(`no case ${title}`);
  return found.caseId;
}

test('a report survives closing the page, goes once, and shows where it is', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民', { viewport: phone });
  await open('/m/report');
  await page.getByLabel('怎么了').fill('楼道里贴满小广告，撕了又贴');
  await page.getByText('草稿已存').waitFor();
  await open('/m/report');
  await page.getByText('上次没写完的还在').waitFor();
  expect(await page.getByLabel('怎么了').inputValue()).toBe('楼道里贴满小广告，撕了又贴');

  await page.getByRole('button', { name: /^(改|选地点)$/ }).click();
  const rows = page.locator('.jia-rows').getByRole('button');
  for (const place of ['北廊社区', '第1网格', '梧桐里1号院', '1号楼', '1单元'])
    await rows.filter({ hasText: place }).first().click();
  await page.getByText('梧桐里1号院1号楼1单元').waitFor();
  await page.locator('.jia-choice').filter({ hasText: '小广告' }).click();
  await picture(page, 'cases-report');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('收到了。编号').waitFor();
  await page.getByRole('button', { name: '看办到哪了' }).click();
  await page.getByRole('heading', { name: '办到哪了' }).waitFor();
  await picture(page, 'cases-progress');
  expect(await faultsOf(page)).toEqual([]);
  const resident = await street.as('陈居民');
  expect((await resident.call(listMyCases)).items).toHaveLength(1);
  await open('/m');
  await page.getByRole('button', { name: '看办到哪了' }).waitFor();
  await picture(page, 'cases-home');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what is reported without a network leaves once when it returns', slow, async () => {
  const { page, open, context } = await street.visit('赵楼长', { viewport: phone });
  await open('/m/report');
  await context.setOffline(true);
  await page.getByLabel('怎么了').fill('井盖松动，车过有响声');
  await page.getByLabel('具体在哪儿').fill('东门外');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('已存在手机里').waitFor();
  const warden = await street.as('赵楼长');
  expect((await warden.call(listMyCases)).items).toHaveLength(0);
  await context.setOffline(false);
  await page.getByRole('button', { name: '看办到哪了' }).click();
  await page.getByText('东门外').waitFor();
  expect((await warden.call(listMyCases)).items).toHaveLength(1);
  await picture(page, 'cases-mine');
  expect(await faultsOf(page)).toEqual([]);
});

test('the dispatcher opens it and sends it with one key', slow, async () => {
  const { page, open, complaints } = await street.visit('沈派单', { viewport: desk });
  const caseId = await caseOf('贴满小广告');
  await open(`/a/dispatch?stage=submitted&case=${caseId}`);
  await page.getByRole('button', { name: '立案', exact: false }).last().waitFor();
  await settle(page);
  await picture(page, 'cases-intake');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Enter');
  await page.getByText('已立案，在待派遣里').waitFor();

  await open(`/a/dispatch?case=${caseId}`);
  await page.getByRole('button', { name: '派给北廊社区' }).waitFor();
  await settle(page);
  await picture(page, 'cases-dispatch');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Enter');
  await page.getByText('已派给北廊社区').waitFor();
  expect(complaints).toEqual([]);
});

test('the grid worker signs for it, calls, and hands in what was done', slow, async () => {
  const { page, open, complaints } = await street.visit('周网格', { viewport: phone });
  await open('/g/today');
  await page.getByRole('heading', { name: '贴满小广告' }).waitFor();
  await picture(page, 'cases-today');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('heading', { name: '贴满小广告' }).getByRole('button').click();
  await page.getByRole('button', { name: '已联系' }).click();
  await page.getByRole('dialog').getByText('联系上了', { exact: true }).click();
  await page.getByRole('button', { name: '记下', exact: true }).click();
  await page.getByText('联系诉求人').first().waitFor();
  await page.getByLabel('办了什么').fill('当天清掉了三层的小广告，和邻居约好每周看一次');
  await picture(page, 'cases-handling');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '交社区书记签' }).click();
  await page.getByText('提交结果').first().waitFor();
  expect(complaints).toEqual([]);
});

test('two people sign it, one after the other', slow, async () => {
  for (const name of ['李书记', '许分管']) {
    const { page, open, complaints } = await street.visit(name, { viewport: desk });
    await open('/a/case-review');
    await page.getByRole('heading', { name: '贴满小广告' }).waitFor();
    await picture(page, 'cases-review');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '同意并签名' }).click();
    await page.getByText('没有要审的件').waitFor();
    expect(complaints).toEqual([]);
  }
});

test('after the callback the resident reads the answer', slow, async () => {
  const { page, open, complaints } = await street.visit('柏回访', { viewport: desk });
  const caseId = await caseOf('贴满小广告');
  await open(`/a/callbacks?case=${caseId}`);
  for (const answer of ['接通了', '联系过', '解决了', '满意'])
    await page.getByText(answer, { exact: true }).click();
  await page.getByRole('button', { name: '记下，办结' }).click();
  await page.getByText('记下了，已办结').waitFor();
  await open(`/a/cases/${caseId}`);
  await page.getByText('已结案').first().waitFor();
  await picture(page, 'cases-closed');
  expect(await faultsOf(page)).toEqual([]);
  await open('/a/cases');
  await page
    .getByRole('link', { name: /^20261121/ })
    .first()
    .waitFor();
  await picture(page, 'cases-register');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const resident = await street.visit('陈居民', { viewport: phone, mode: 'elder' });
  await resident.open(`/m/cases/${caseId}`);
  await resident.page.getByText('和邻居约好每周看一次').waitFor();
  await picture(resident.page, 'cases-elder');
  expect(await faultsOf(resident.page)).toEqual([]);
});
