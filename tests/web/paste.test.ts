// What was said in a chat is pasted on the grid worker's phone, taken up with one tap, and answered.
import { beforeAll, expect, test } from 'vitest';
import { getCase, listCases } from '#contract/cases/endpoints.ts';
import { faultsOf, picture, slow, type WebStreet, webStreet } from './kit.ts';

const said = '梧桐里1号院1号楼1单元的楼道灯坏了好几天，晚上看不见，13912345678';
let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
}, 120_000);

test('a message copied in the chat becomes one case, and the answer is ready to go back', slow, async () => {
  const { page, open, context, complaints } = await street.visit('周网格');
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: street.url });
  await open('/g/find');
  await page.getByRole('button', { name: '从微信群贴过来' }).click();
  await page.evaluate((words) => navigator.clipboard.writeText(words), said);
  await page.getByRole('button', { name: '贴上刚复制的' }).click();
  await page.getByText('读出1件').waitFor();
  await page.getByText(/^认出：/).waitFor();
  await picture(page, 'field-paste');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '确认录入' }).click();
  await page.getByText('回复到微信').waitFor();
  await page.getByRole('button', { name: '复制回复' }).click();
  await page.getByText('已复制').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { items } = await (await street.as('李书记')).call(listCases, { query: { search: '楼道灯坏' } });
  expect(items).toHaveLength(1);
  expect(copied).toContain(items[0]?.number);
  const record = await (await street.as('李书记')).call(getCase, {
    params: { caseId: items[0]?.caseId ?? '' },
  });
  expect(record.requesters[0]?.phone).toBe('139****5678');
  expect(complaints).toEqual([]);
});
