// A volunteer family in a browser: founded, joined by another adult's phone, seen at the desk by its nickname alone.
import { beforeAll, expect, test } from 'vitest';
import { desk, faultsOf, picture, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
}, 120_000);

test('a mother founds a family, a neighbour joins by the code', { timeout: 180_000 }, async () => {
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m/mine');
  await page.getByText('志愿家庭', { exact: true }).click();
  await page.getByRole('button', { name: '建立家庭' }).click();
  await page.getByLabel('家庭昵称').fill('小树一家');
  await picture(page, 'family-found');
  await page.getByText('同意为我和选中的孩子记录').click();
  await page.getByRole('dialog').getByRole('button', { name: '建立家庭' }).click();
  await page.getByText('陈小树').waitFor();
  await picture(page, 'family');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: '邀请家人' }).click();
  const code = await page.locator('.jia-family-code strong').innerText();
  await picture(page, 'family-invite');

  const other = await street.visit('赵楼长', { mode: 'elder' });
  await other.open('/m/mine/family');
  await other.page.getByRole('button', { name: '我有邀请码' }).click();
  await other.page.getByLabel('家人发来的邀请码').fill('ABCD EFGH');
  await other.page.getByText('同意为我记录').click();
  await other.page.getByRole('dialog').getByRole('button', { name: '加入家庭' }).click();
  await other.page.getByText('邀请码不对、已用过或已过期').waitFor();
  await other.page.getByLabel('家人发来的邀请码').fill(code);
  await other.page.getByRole('dialog').getByRole('button', { name: '加入家庭' }).click();
  await other.page.getByText('小树一家').waitFor();
  await picture(other.page, 'family-elder');
  expect(await faultsOf(other.page)).toEqual([]);

  const clerk = await street.visit('郑社工', { viewport: desk });
  await clerk.open('/a/families');
  await clerk.page.getByText('小树一家').waitFor();
  expect(await clerk.page.getByText('陈居民').count()).toBe(0);
  await picture(clerk.page, 'families-desk');
  expect(await faultsOf(clerk.page)).toEqual([]);
  expect(complaints).toEqual([]);
});
