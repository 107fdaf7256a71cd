// Places in a browser: the register, a place, its sheet, coverage, and the entrances in the hand.
import { beforeAll, expect, test } from 'vitest';
import { changeArea, listAreas } from '#contract/territory/endpoints.ts';
import { desk, faultsOf, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
});

async function gridOf(name: string, code = '990101001001001') {
  const person = await street.as(name);
  const { items } = await person.call(listAreas, { query: { level: 'grid', search: code } });
  if (!items[0]) throw new Error('No such grid.');
  return { person, grid: items[0] };
}

test('the register shows tree, table and map, and the map says that it is a drawing', async () => {
  const { page, open, context, complaints } = await street.visit('唐科长', { viewport: desk });
  await open('/a/areas');
  await page.getByText('示意图，非测绘边界').waitFor();
  await page.getByRole('link', { name: '北廊社区第1网格' }).waitFor();
  await page.getByRole('tree').getByText('南廊社区').waitFor();
  await page.getByRole('button', { name: '看列表' }).click();
  await page.getByRole('cell', { name: '990101001002002' }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a crossing border is refused with the point, and what was pasted stays', async () => {
  const { grid } = await gridOf('李书记');
  const { page, open, context, complaints } = await street.visit('李书记', { viewport: desk });
  await open(`/a/areas/${grid.areaId}?tab=boundary`);
  await page.getByRole('button', { name: '换边界' }).click();
  const crossing = 'POLYGON((110 35, 110.002 35.002, 110.002 35, 110 35.002, 110 35))';
  await page.getByLabel('图形').fill(crossing);
  await page.getByLabel('来源').fill('草图');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('位置在110.001, 35.001').waitFor();
  expect(await page.getByLabel('图形').inputValue()).toBe(crossing);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the second editor is told what changed, loses no typing and takes nothing back', async () => {
  const { person, grid } = await gridOf('李书记', '990101001001002');
  const { page, open, context } = await street.visit('唐科长', { viewport: desk });
  await open(`/a/areas/${grid.areaId}`);
  await page.getByRole('button', { name: '改资料' }).click();
  await page.getByLabel('备注').fill('沿街有六处底商');
  await person.call(changeArea, {
    params: { areaId: grid.areaId },
    body: { name: '北廊东格', version: grid.version },
  });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('李书记', { exact: false }).first().waitFor();
  await page.getByText('现在 北廊东格').waitFor();
  expect(await page.getByLabel('备注').inputValue()).toBe('沿街有六处底商');
  await page.getByRole('button', { name: '按我填的再存' }).click();
  await page.getByRole('heading', { name: '北廊东格' }).waitFor();
  await page.getByRole('definition').filter({ hasText: '沿街有六处底商' }).waitFor();
  await context.close();
});

test('the sheet of a grid and the coverage page are readable by everybody', async () => {
  const { grid } = await gridOf('唐科长');
  const { page, open, context, complaints } = await street.visit('唐科长', { viewport: desk });
  await open(`/a/areas/${grid.areaId}/sheet`);
  await page.getByRole('heading', { name: '北廊社区第1网格 经络图' }).waitFor();
  await page.getByText('周网格 · 网格员').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await open('/a/coverage');
  await page.getByRole('link', { name: '7' }).first().click();
  await page.getByRole('heading', { name: '没有楼门长的楼门' }).waitFor();
  await page.getByText('共 7 条').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a grid worker finds the own entrances in the field', async () => {
  const { page, open, context, complaints } = await street.visit('周网格');
  await open('/g/entrances');
  await page.getByText('楼门长 赵楼长', { exact: false }).waitFor();
  expect(await page.getByText('还没有楼门长').count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
