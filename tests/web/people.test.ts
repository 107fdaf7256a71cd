// Residents and households as people use them: two editors of one home, a call with a purpose, my own data.
import { beforeAll, expect, test } from 'vitest';
import {
  changeHousehold,
  listHouseholds,
  listPersons,
  registerHousehold,
  revealPerson,
} from '#contract/people/endpoints.ts';
import { desk, faultsOf, phone, picture, said, settle, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
});

async function home(room: string) {
  const grid = await street.as('周网格');
  const { items } = await grid.call(listHouseholds, { query: { address: `1单元${room}` } });
  const [found] = items;
  if (!found) throw new Error(`no home ${room}`);
  return found;
}

test('the second of two editors is told what changed and loses no typing', slow, async () => {
  const { householdId } = await home('101');
  const { page, open, complaints } = await street.visit('周网格', { viewport: desk });
  await open(`/a/households/${householdId}`);
  await page.getByRole('button', { name: '修改' }).click();
  await page.getByLabel('备注').fill('门口有两级台阶');

  const clerk = await street.as('郑社工');
  await clerk.call(changeHousehold, {
    params: { householdId },
    body: { version: 1, houseUse: 'rented', note: '租客夜班' },
  });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('郑社工 在').waitFor();
  expect(await page.getByLabel('备注').inputValue()).toBe('门口有两级台阶');
  await page.getByText('租客夜班').waitFor();
  // What the other changed and this editor did not touch is taken over.
  expect(await page.getByRole('radio', { name: '出租' }).isChecked()).toBe(true);
  await picture(page, 'people-conflict');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByLabel('备注').fill('租客夜班；门口有两级台阶');
  await page.getByRole('button', { name: '按选好的保存' }).click();
  await said(page, '租客夜班；门口有两级台阶').waitFor();
  await picture(page, 'people-household');
  expect(complaints).toEqual([]);
});

test(
  'the register finds by the last four digits and shows nothing in the clear before a purpose',
  slow,
  async () => {
    const { page, open } = await street.visit('郑社工', { viewport: desk });
    await open('/a/residents');
    await page.getByLabel('姓名、手机号或后四位').fill('1001');
    await page.getByText('共 1 条').waitFor();
    await page.getByRole('button', { name: '陈**' }).click();
    await page.getByText('199****1001').first().waitFor();
    expect(await page.content()).not.toContain('19900001001');
    await picture(page, 'people-person');
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('button', { name: '查看完整信息' }).click();
    await page.getByText('办事联系').click();
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await page.getByText('19900001001').waitFor();
    await page.reload();
    await settle(page);
    expect(await page.content()).not.toContain('19900001001');
  },
);

test('a child under 14 is not entered without a guardian, and the form says what to do', slow, async () => {
  const { page, open } = await street.visit('周网格', { viewport: desk });
  const { householdId } = await home('102');
  await open(`/a/households/${householdId}`);
  await page.getByRole('button', { name: '添加成员' }).click();
  await page.getByLabel('姓名').fill('赵小虎');
  await page.getByLabel('出生日期').fill('2019-06-01');
  await page.getByText('请登记监护人和同意书').waitFor();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('孩子未满14岁，请同时登记监护人').waitFor();
  expect(await page.getByLabel('姓名').inputValue()).toBe('赵小虎');
  await picture(page, 'people-child');
});

test('a grid worker calls a neighbour from the phone after saying what for', slow, async () => {
  const { page, open, complaints } = await street.visit('周网格', { viewport: phone });
  await open('/g/households');
  await page.getByText('101 · 陈**').waitFor();
  await picture(page, 'people-field-list');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByText('102 · 赵**').click();
  await page.getByRole('button', { name: '打电话' }).click();
  await page.getByRole('button', { name: '看号码' }).click();
  const link = page.getByRole('link', { name: '19900001002' });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('tel:19900001002');
  await picture(page, 'people-field-household');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a warden sees the own entrance only', slow, async () => {
  const grid = await street.as('周网格');
  const other = (await grid.call(listHouseholds)).items[0];
  await grid.call(registerHousehold, {
    body: { areaId: other?.areaId ?? '', room: '999', houseUse: 'vacant' },
  });
  const { page, open } = await street.visit('赵楼长', { viewport: phone });
  await open('/g/households');
  await page.getByText('101 · 陈**').waitFor();
  expect(await page.getByText('201').count()).toBe(0);
  await page.getByText('101 · 陈**').click();
  await page.getByText('家庭成员').waitFor();
  expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
});

test(
  'a resident reads who looked, gives and takes back consent, and asks for a correction',
  slow,
  async () => {
    const clerk = await street.as('郑社工');
    const [chen] = (await clerk.call(listPersons, { query: { phone: '19900001001' } })).items;
    await clerk.call(revealPerson, {
      params: { personId: chen?.personId ?? '' },
      body: { purpose: 'care_visit' },
    });
    const { page, open, complaints } = await street.visit('陈居民', { viewport: phone });
    await open('/m/mine');
    await page.getByText('我的信息').first().click();
    await page.getByText('19900001001').waitFor();
    await page.getByText('关爱探访').first().waitFor();
    await picture(page, 'people-my-data');
    expect(await faultsOf(page)).toEqual([]);

    const points = page.locator('.jia-row', { hasText: '志愿和积分' }).first();
    await points.getByRole('button', { name: '同意' }).click();
    await points.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    await points.getByText('没有同意').waitFor();

    await page.getByRole('button', { name: '信息有误' }).click();
    await page.getByLabel('应该是').fill('13900001234');
    await page.getByRole('button', { name: '告诉社区' }).click();
    await page.getByText('电话 · 13900001234').waitFor();
    expect(complaints).toEqual([]);
  },
);
