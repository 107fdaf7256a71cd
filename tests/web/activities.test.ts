// 活动报名: a mother signs up her two children and herself, sees her place, and gives it back; all of it in a browser.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { getActivity } from '#contract/activities/endpoints.ts';
import { mySignUps } from '#contract/activities/mine.ts';
import { registerMyChild } from '#contract/people/mine.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { published } from '../kit/activities.ts';
import { desk, faultsOf, picture, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let areaId = '';
let activityId = '';
let lotteryId = '';
beforeAll(async () => {
  street = await webStreet();
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  await (await street.as('陈居民')).call(registerMyChild, {
    body: { name: '陈小禾', bornOn: '2020-07-01', relation: 'mother', agreed: true },
  });
  const secretary = await street.as('李书记');
  const lights = {
    title: '等灯等灯 · 万达路口',
    body: '和警察叔叔一起在路口劝导，请穿校服，带一瓶水。',
    ageMin: 4,
    ageMax: 12,
    accompaniedBelow: 10,
    familyCap: 2,
  };
  activityId = (await published(secretary, areaId, lights)).activityId;
  const lottery = { title: '古运河遛弯儿', ageMin: 4, allotment: 'lottery', priority: 'never' };
  const later = { startsAt: '2026-11-29T01:00:00.000Z', endsAt: '2026-11-29T03:00:00.000Z' };
  lotteryId = (
    await published(secretary, areaId, lottery, { ...later, closesAt: '2026-11-26T04:00:00.000Z' })
  ).activityId;
}, 120_000);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a mother signs up two children and herself in one step', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m/activities');
  await page.getByText('古运河遛弯儿').waitFor();
  await picture(page, 'activities-list');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByText('等灯等灯 · 万达路口').click();
  await page.getByRole('heading', { name: '谁参加' }).waitFor();
  await page.getByLabel('陈小树').check();
  await page.getByLabel('陈小禾').check();
  expect(await page.getByText('请先勾选监护人同意书').count()).toBeGreaterThan(0);
  await page.getByLabel('监护人同意书').check();
  await button(page, '报名').click();
  // Small children do not come alone: the page says so and keeps what was ticked.
  await page.getByText('年纪小的孩子要有一位家长一起来').waitFor();
  await page.getByLabel('陈居民').check();
  await picture(page, 'w5-sign-up');
  expect(await faultsOf(page)).toEqual([]);
  await button(page, '报名').click();
  await page.getByText('报上了，到时候见').first().waitFor();
  await page.getByText('已报上').first().waitFor();

  const { items } = await (await street.as('陈居民')).call(mySignUps);
  const here = items.filter((one) => one.activityId === activityId);
  expect(here.map(({ name, state, accompanies }) => [name, state, accompanies]).toSorted()).toEqual([
    ['陈小树', 'confirmed', false],
    ['陈小禾', 'confirmed', false],
    ['陈居民', 'confirmed', true],
  ]);
  const { sessions } = await (await street.as('李书记')).call(getActivity, { params: { activityId } });
  expect(sessions[0]).toMatchObject({ taken: 2, waiting: 0 });
  expect(complaints).toEqual([]);
});

test('what is booked is seen and given back', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m/activities/mine');
  await page.getByText('陈小禾 · 等灯等灯 · 万达路口').waitFor();
  await picture(page, 'activities-mine');
  expect(await faultsOf(page)).toEqual([]);
  await button(page, '取消报名').first().click();
  await page.getByText('名额会给下一位候补的家庭').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click();
  await page.getByText('已取消').waitFor();
  expect(complaints).toEqual([]);
});

test('a lottery says beforehand how it will be drawn, also in large letters', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民', { mode: 'elder' });
  await open(`/m/activities/${lotteryId}`);
  await page.getByText('截止后抽签').waitFor();
  await picture(page, 'w5-lottery-elder');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByText('抽签办法').click();
  await page.getByText('种子的指纹（发布时公布）').waitFor();
  await page.getByText('抽签后公布', { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test(
  'the desk plans, publishes and lists; the week without a children’s activity is named',
  slow,
  async () => {
    const { page, open, complaints } = await street.visit('李书记', { viewport: desk });
    await open('/a/activities');
    await page.getByText('本周没有儿童活动').waitFor();
    await picture(page, 'desk-activities');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '等灯等灯 · 万达路口' }).click();
    await page.getByText('场次').or(page.getByText('活动信息')).first().waitFor();
    await page.getByText('已报上').first().waitFor();
    await picture(page, 'desk-activity');
    expect(await faultsOf(page)).toEqual([]);
    await open('/a/practice-lists');
    await page.getByText('还没有清单').waitFor();
    await open('/a/groups');
    await page.getByText('还没有登记社群').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);
