// 付出-回馈-再参与 as one story on its pages: a mother signs up her two children, all are checked in and out with the
// network cut on her phone and at the venue, the hours become points, the family redeems at a counter, the merchant
// settles. Points and minutes are read where people read them.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { listAreas } from '#contract/territory/endpoints.ts';
import { sessionToday } from '../kit/attendance.ts';
import { joinShop } from '../kit/counter.ts';
import { pointsGround } from '../kit/points.ts';
import { testNow } from '../kit/street.ts';
import {
  desk,
  faultsOf,
  letTimePass,
  phone,
  picture,
  slow,
  type Visit,
  type WebStreet,
  webStreet,
} from './kit.ts';

const minute = 60_000;
const now = Date.parse(testNow);
const moment = (at: number) => new Date(at).toISOString();

let street: WebStreet;
let sessionId = '';
beforeAll(async () => {
  street = await webStreet();
  // Set by the office before anybody comes: what an hour earns, who takes part, one activity of today.
  await pointsGround(street, {
    sources: ['hours_self', 'hours_mutual'],
    rule: { title: '志愿服务', points: 1, per: 4 },
  });
  await joinShop(street, '石店员');
  const secretary = await street.as('李书记');
  const { items } = await secretary.call(listAreas, { query: { limit: 200 } });
  const areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  const activity = {
    title: '等灯等灯 · 万达路口',
    ageMin: 4,
    ageMax: 12,
    accompaniedBelow: 10,
    familyCap: 2,
  };
  sessionId = await sessionToday(secretary, areaId, [], {
    activity,
    startsAt: now + 5 * minute,
    endsAt: now + 65 * minute,
  });
}, 120_000);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });

/** A phone or a desk whose clock shows what the street's does. */
const visitNow = (name: string, viewport = phone) =>
  street.visit(name, { viewport, at: street.clock.now().toISOString() });

/** Nothing in the console, nothing against the rules of access; a picture; the phone is put away. */
async function leave(name: string, { page, complaints, context }: Visit): Promise<void> {
  await picture(page, name);
  expect(await faultsOf(page), name).toEqual([]);
  expect(complaints, name).toEqual([]);
  await context.close();
}

async function balance(page: Page): Promise<number> {
  const text = await page.locator('.jia-points-balance').innerText();
  return Number(text.replace(/\D/g, ''));
}

test('the mother registers her second child and founds the family', slow, async () => {
  const mother = await street.visit('陈居民');
  const { page, open } = mother;
  await open('/m/mine/data');
  await button(page, '添加孩子').click();
  await page.getByLabel('孩子姓名').fill('陈小禾');
  await page.getByLabel('出生日期').fill('2020-07-01');
  await page.getByText('母亲', { exact: true }).click();
  await page.getByText('我是孩子的监护人，同意社区为孩子建档').click();
  await inDialog(page, '添加').click();
  await page.getByText('陈小禾').first().waitFor();

  await open('/m/mine/family');
  await button(page, '建立家庭').click();
  await page.getByLabel('家庭昵称').fill('小树一家');
  await page.getByText('同意为我和选中的孩子记录').click();
  await inDialog(page, '建立家庭').click();
  // The question names the children too: it is founded once the question has gone.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (const name of ['陈小树', '陈小禾']) await page.getByText(name).first().waitFor();
  await open('/m/points');
  await page.getByText('小树一家 · 3人').waitFor();
  expect(await balance(page)).toBe(0);
  await leave('story-1-family', mother);
});

test('she signs up both children and herself in one step', slow, async () => {
  const mother = await street.visit('陈居民');
  const { page, open } = mother;
  await open('/m/activities');
  await page.getByText('等灯等灯 · 万达路口').click();
  await page.getByRole('heading', { name: '谁参加' }).waitFor();
  for (const name of ['陈小树', '陈小禾', '陈居民']) await page.getByLabel(name).check();
  await page.getByLabel('监护人同意书').check();
  await picture(page, 'story-2-before');
  await button(page, '报名').click();
  await page.getByText('报上了，到时候见').first().waitFor();
  await page.getByText('已报上').first().waitFor();
  expect(await page.getByText('已报上').count()).toBeGreaterThanOrEqual(3);
  await leave('story-2-signed-up', mother);
});

/** Both phones lose the network; what was typed waits, and arrives when the mother's is back. */
async function scanOffline(direction: '签到' | '签退', picked: string): Promise<void> {
  const venue = await visitNow('郑社工');
  const mother = await visitNow('陈居民');
  const stop = letTimePass(street);
  await venue.open('/g/venues');
  await venue.page.getByText('等灯等灯 · 万达路口').click();
  const opening = button(venue.page, '打开签到');
  const code = venue.page.locator('.jia-turning-digits');
  await opening.or(code).first().waitFor();
  if (await opening.isVisible()) await opening.click();
  await code.waitFor();
  await mother.open('/m/check-in');
  await mother.page.evaluate(() => navigator.serviceWorker.ready);
  await mother.page.getByLabel('陈小禾').waitFor();

  await venue.context.setOffline(true);
  await mother.context.setOffline(true);
  await venue.page.getByText(`${direction}码`, { exact: true }).first().click();
  await venue.page.getByAltText(`${direction}码`).waitFor();
  await expect.poll(async () => await code.innerText()).toMatch(/^\d{3} \d{3}$/);
  await picture(venue.page, `story-${picked}-venue`);
  await mother.page.getByLabel('或输入屏幕上的6位数字').fill((await code.innerText()).replace(' ', ''));
  await button(mother.page, direction).last().click();
  await mother.page.getByText('没有网络，已先记下', { exact: true }).waitFor();
  await mother.page.getByText('等网络上传').waitFor();
  await picture(mother.page, `story-${picked}-kept`);
  const kept = await street.owner.query('select 1 from scans where session_id = $1 and direction = $2', [
    sessionId,
    direction === '签到' ? 'in' : 'out',
  ]);
  expect(kept.rows).toHaveLength(0);

  await mother.context.setOffline(false);
  const arrived = mother.page.getByText(
    direction === '签到' ? /^\d+:\d\d 签到$/ : /^10:0\d–11:1\d · 记 1 小时$/,
  );
  await expect.poll(async () => await arrived.count()).toBe(3);
  stop();
  await leave(`story-${picked}-arrived`, mother);
  await leave(`story-${picked}-duty`, venue);
}

test('all three are signed in with the network cut on both phones', slow, async () => {
  await scanOffline('签到', '3');
});

test('and signed out an hour later, again without a network', slow, async () => {
  street.clock.set(moment(now + 70 * minute));
  await scanOffline('签退', '4');
});

test('the mother’s hour becomes points of the family; the children’s stay hours', slow, async () => {
  await street.react();
  const mother = await visitNow('陈居民');
  const { page, open } = mother;
  await open('/m/hours');
  await page.getByText('陈居民 · 志愿服务').waitFor();
  expect(await page.getByText('家庭参与').count()).toBe(2);
  await picture(page, 'story-5-hours');
  await open('/m/points');
  await page.getByText('小树一家 · 3人').waitFor();
  expect(await balance(page)).toBe(15);
  await page.getByText('+15').waitFor();
  await leave('story-5-points', mother);
});

test('the family redeems at the counter: 15 points before, 5 after', slow, async () => {
  const counter = await visitNow('石店员');
  await counter.open('/s/offers');
  await button(counter.page, '发布优惠').click();
  for (const [label, value] of [
    ['名称', '剪发一次'],
    ['积分', '10'],
    ['份数', '5'],
    ['结束日期', '2026-12-31'],
  ] as const)
    await counter.page.getByLabel(label, { exact: true }).fill(value);
  await picture(counter.page, 'story-6-offer');
  await inDialog(counter.page, '发布').click();
  await counter.page.getByText('10积分 · 剩 5，共 5').waitFor();

  const mother = await visitNow('陈居民');
  await mother.open('/m/points');
  await button(mother.page, '换“剪发一次”').click();
  await inDialog(mother.page, '换').click();
  const digits = mother.page.locator('.jia-redeem-digits');
  await digits.waitFor();
  await mother.page.getByText('秒后换新码').waitFor();
  await picture(mother.page, 'story-6-code');
  const code = ((await digits.textContent()) ?? '').replace(/\s/g, '');

  await counter.open('/s');
  await counter.page.getByLabel('或输入顾客的6位码').fill(code);
  await button(counter.page, '核销').click();
  await counter.page.getByRole('heading', { name: '核销成功' }).waitFor();
  await counter.page.getByText('剪发一次 1份 · 10积分').waitFor();
  await mother.page.getByText('已核销').waitFor();
  await mother.open('/m/points');
  await mother.page.getByText('-10').or(mother.page.getByText('−10')).first().waitFor();
  expect(await balance(mother.page)).toBe(5);
  await leave('story-6-points-after', mother);
  await leave('story-6-counter', counter);
});

test(
  'the month is settled: frozen, confirmed by the shop, signed by a second person, paid',
  slow,
  async () => {
    street.clock.set('2026-12-02T02:00:00.000Z');
    const clerk = await visitNow('韩活动', desk);
    await clerk.open('/a/settlements');
    await button(clerk.page, '发起2026年11月结算').click();
    await clerk.page.getByText('发起了1家商户的结算').waitFor();
    await clerk.page.getByRole('link', { name: '春和理发店' }).click();
    await clerk.page.getByText('待商户确认').first().waitFor();
    // Who froze the list does not sign it.
    expect(await button(clerk.page, '复核签字').count()).toBe(0);

    const owner = await visitNow('石店员');
    await owner.open('/s/months');
    await owner.page.getByText('1笔 · 10积分 · 应补 1.00元').waitFor();
    await owner.page.getByText('2026年11月').click();
    await owner.page.getByText('共1笔，10积分').waitFor();
    await picture(owner.page, 'story-7-month');
    await button(owner.page, '确认无误').click();
    await owner.page.getByText('商户已确认').waitFor();

    const chief = await visitNow('唐科长', desk);
    await chief.open('/a/settlements');
    await chief.page.getByRole('link', { name: '春和理发店' }).click();
    await button(chief.page, '复核签字').click();
    await chief.page.getByText('已复核，待付款').first().waitFor();
    await leave('story-7-signed', chief);

    await clerk.page.reload();
    await button(clerk.page, '登记付款').click();
    await clerk.page.getByLabel('付款凭证号').fill('CZ-2026-1202-07');
    await inDialog(clerk.page, '登记付款').click();
    await clerk.page.getByText('已付款').first().waitFor();
    await clerk.page.getByText('CZ-2026-1202-07').waitFor();
    await leave('story-7-paid', clerk);
    await owner.page.reload();
    await owner.page.getByText('付款凭证 CZ-2026-1202-07').waitFor();
    await leave('story-7-merchant-paid', owner);
  },
);
