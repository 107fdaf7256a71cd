// 问政 in a browser: a question is asked, answered at the desk, read over, made public, and found by the next.
import { beforeAll, expect, test } from 'vitest';
import { answerDirectly, listMyCases } from '#contract/cases/endpoints.ts';
import { desk, faultsOf, picture, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
}, 120_000);

test('a question goes to the street once, and its answer becomes public', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m');
  await page.getByText('问政', { exact: true }).click();
  await page.getByLabel('您想问什么').fill('老楼加装电梯找谁申请');
  await page.getByText('草稿已存').waitFor();
  await open('/m/ask');
  await page.getByText('上次没写完的还在').waitFor();
  await picture(page, 'ask');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '交给街道' }).dblclick();
  await page.getByText('收到了。编号').waitFor();
  const { items } = await (await street.as('陈居民')).call(listMyCases);
  expect(items).toHaveLength(1);
  const { caseId = '', version = 0 } = items[0] ?? {};
  await (await street.as('李书记')).call(answerDirectly, {
    params: { caseId },
    body: { answer: '业主推一位代表到社区登记', version },
  });

  const secretary = await street.visit('李书记', { viewport: desk });
  await secretary.open(`/a/cases/${caseId}`);
  await secretary.page.getByRole('button', { name: '公开', exact: true }).click();
  await secretary.page.getByRole('link', { name: '看公开页' }).waitFor();

  await open('/m/ask');
  await page.getByLabel('您想问什么').fill('我家楼要加装电梯，申请找谁');
  await page.getByText('街道答过的').waitFor();
  await picture(page, 'ask-alike');
  await page.getByRole('link', { name: /加装电梯/ }).click();
  await page.getByText('业主推一位代表到社区登记').waitFor();
  await open('/p?asks=question');
  await page.getByRole('link', { name: /加装电梯/ }).waitFor();
  await picture(page, 'public-answers');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
