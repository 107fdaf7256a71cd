// Points in a browser: a mother reads, splits and gives; the office reads and decides.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { makeProgramme } from '#contract/activities/endpoints.ts';
import { foundFamily, readMyFamily } from '#contract/families/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { grantFor } from '#modules/points/index.ts';
import { inStreet, personIdOf, pointsGround } from '../kit/points.ts';
import { desk, faultsOf, picture, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
  await pointsGround(street, {
    sources: ['hours_self', 'hours_mutual'],
    rule: { title: '志愿服务', points: 1, per: 4, dayCap: 400, yearCap: 5000 },
  });
  const mother = await street.as('陈居民');
  const { children } = await mother.call(readMyFamily);
  await mother.call(foundFamily, {
    body: {
      nickname: '小树一家',
      childIds: children.map(({ personId }) => personId),
      onBoard: true,
      agreed: true,
    },
  });
  const personId = await personIdOf(street, '陈居民');
  await inStreet(street, async (context) => {
    const deed = { personId, happenedAt: '2026-11-15T02:00:00.000Z' };
    await grantFor(context, {
      ...deed,
      source: 'hours_self',
      evidence: 'a',
      quantity: 1280,
      title: '等灯等灯 · 路口',
    });
    await grantFor(context, { ...deed, source: 'hours_backfill', evidence: 'b', quantity: 300 });
  });
}, 120_000);

test('a mother reads her points, gives some to her child and some away', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m/points');
  await page.getByText('小树一家 · 2人').waitFor();
  await page.getByText('记入荣誉时长，不计积分').waitFor();
  await picture(page, 'points');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: '送家人' }).click();
  await page.getByLabel('积分').fill('500');
  await page.getByRole('dialog').getByRole('button', { name: '送家人' }).click();
  await page.getByText('可用积分不够').waitFor();
  await page.getByLabel('积分').fill('20');
  await picture(page, 'points-split');
  await page.getByRole('dialog').getByRole('button', { name: '送家人' }).click();
  await page.getByText('分给家人').first().waitFor();
  await page.getByRole('button', { name: '捐给邻里' }).click();
  await page.getByLabel('积分').fill('10');
  await page.getByRole('dialog').getByRole('button', { name: '捐给邻里' }).click();
  await page.locator('.jia-points-balance', { hasText: '290' }).waitFor();

  await page.getByText('全部流水').click();
  await page.getByText('余额 290').waitFor();
  await picture(page, 'points-statement');
  expect(await faultsOf(page)).toEqual([]);
  for (const [path, sentence] of [
    ['/m/points/rules', '每4分钟 1分'],
    ['/m/points/board', '小树一家'],
    ['/m/points/notice', '现在没有公示中的积分'],
  ] as const) {
    await open(path);
    await page.getByText(sentence).first().waitFor();
    await picture(page, path.replaceAll('/', '-').slice(3));
    expect(await faultsOf(page), path).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

test('whoever is not signed in reads the rules of points', async () => {
  const stranger = await street.visit(null);
  await stranger.open('/m/points/rules');
  await stranger.page.getByText('每4分钟 1分').first().waitFor();
  await stranger.page.getByText('每天最多400分').first().waitFor();
  await stranger.page.getByText('在岗履职不计积分').waitFor();
  await picture(stranger.page, 'points-rules-stranger');
  expect(await faultsOf(stranger.page)).toEqual([]);
  expect(stranger.complaints).toEqual([]);
});

test('elders read it in large type', async () => {
  const elder = await street.visit('陈居民', { mode: 'elder' });
  await elder.open('/m/points');
  await elder.page.getByText('小树一家 · 2人').waitFor();
  await picture(elder.page, 'points-elder');
  expect(await faultsOf(elder.page)).toEqual([]);
});

test('the office reads months, accounts and rules', slow, async () => {
  const chief = await street.visit('唐科长', { viewport: desk });
  for (const [path, sentence] of [
    ['/a/points', '2026-11'],
    ['/a/points-rules', '志愿服务'],
    ['/a/points-programmes', '项目'],
    ['/a/points-requests', '还没有登记'],
    ['/a/points-objections', '没有异议'],
    ['/a/points-accounts', '小树一家'],
  ] as const) {
    await chief.open(path);
    await chief.page.getByText(sentence).first().waitFor();
    await picture(chief.page, `desk${path.replaceAll('/', '-').slice(2)}`);
    expect(await faultsOf(chief.page), path).toEqual([]);
  }
  await chief.page.getByRole('link', { name: '小树一家' }).click();
  await chief.page.getByText('等灯等灯 · 路口').waitFor();
  await picture(chief.page, 'points-account');
  expect(await faultsOf(chief.page)).toEqual([]);
  await chief.open('/a/points-rules');
  await chief.page.getByRole('button', { name: '修订' }).first().click();
  await chief.page.getByRole('button', { name: '用上月试算' }).click();
  await chief.page.getByText('2026-10 试算').waitFor();
  await picture(chief.page, 'points-rehearsal');
  expect(chief.complaints).toEqual([]);
});

test('a tariff is tried on last month, changed on its form and set for one programme', slow, async () => {
  const personId = await personIdOf(street, '赵楼长');
  await inStreet(street, async (context) => {
    const deed = { source: 'hours_self', personId, happenedAt: '2026-10-15T02:00:00.000Z' } as const;
    await grantFor(context, { ...deed, evidence: 'october', quantity: 120, title: '楼院巡查' });
  });
  const secretary = await street.as('李书记');
  const { items } = await secretary.call(listAreas, { query: { search: '990101001001' } });
  const areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  const facts = { aims: '', forChildren: true, status: 'active', areaId } as const;
  await secretary.call(makeProgramme, { body: { ...facts, name: '遛弯儿计划' } });

  const chief = await street.visit('唐科长', { viewport: desk });
  const { page } = chief;
  await chief.open('/a/points-rules');
  const line = (rate: string | RegExp) => page.getByRole('row').filter({ hasText: rate });
  await line('每4分钟').getByRole('button', { name: '修订' }).click();
  await page.getByLabel('每多少（分钟或次）').fill('6');
  await page.getByRole('button', { name: '用上月试算' }).click();
  await page.getByText('2026-10 试算').waitFor();
  // Of 120 minutes: 30 points by the rule in force, 20 by the draft.
  await page.getByText('实发 30 → 按此规则 20').waitFor();
  await picture(page, 'points-tariff-rehearsal');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await line(/满6计1分|每6分钟/)
    .getByRole('button', { name: '设为计分标准' })
    .click();
  await choose(page, '哪类贡献', '志愿服务（本人签到）');
  await choose(page, '哪个公益项目的活动', '遛弯儿计划');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('志愿服务（本人签到）（遛弯儿计划）').first().waitFor();
  await picture(page, 'points-tariff');
  expect(await faultsOf(page)).toEqual([]);
  expect(chief.complaints).toEqual([]);
});

async function choose(page: Page, field: string | RegExp, word: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(word, { exact: true }).click();
}
