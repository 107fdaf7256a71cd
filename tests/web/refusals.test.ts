// What is refused, and the sentence that a person reads then: a screenshot that was forwarded, a code used again, a phone
// whose clock is a day off, a redemption that another device has taken.
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { sessionToday } from '../kit/attendance.ts';
import { givePoints, joinShop, offerOf } from '../kit/counter.ts';
import { testNow } from '../kit/street.ts';
import { type Camera, filmCamera, readScreen } from './camera.ts';
import { faultsOf, letTimePass, picture, slow, type Visit, type WebStreet, webStreet } from './kit.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.parse(testNow);
const moment = (at: number) => new Date(at).toISOString();
let street: WebStreet;
let camera: Camera;
let sessionId = '';

beforeAll(async () => {
  camera = await filmCamera();
  street = await webStreet(camera.launchArgs);
  const secretary = await street.as('李书记');
  const { items } = await secretary.call(listAreas, { query: { limit: 200 } });
  const areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  const idOf = async (name: string) =>
    (await secretary.call(listPersons, { query: { name } })).items[0]?.personId ?? '';
  const signed = await Promise.all(
    ['陈居民', '赵楼长'].map(async (name) => ({ by: await street.as(name), personIds: [await idOf(name)] })),
  );
  sessionId = await sessionToday(secretary, areaId, signed, {
    startsAt: now + 5 * minute,
    endsAt: now + 65 * minute,
  });
}, 120_000);
beforeEach(() => street.clock.set(testNow));

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openVenuePage(): Promise<Visit> {
  const venue = await street.visit('郑社工');
  await venue.open(`/g/venues/${sessionId}`);
  const opening = button(venue.page, '打开签到');
  const code = venue.page.getByAltText('签到码');
  await opening.or(code).first().waitFor();
  if (await opening.isVisible()) await opening.click();
  await code.waitFor();
  return venue;
}

/** The path of the address in a picture of the venue's code. */
async function photographed({ page }: Visit): Promise<string> {
  const { pathname, search } = new URL(await readScreen(await page.screenshot()));
  return `${pathname}${search}`;
}

/** Puts a phone's clock elsewhere, cuts its network and opens the page anew: only the wrong clock is left to it. */
async function dayOff({ context, page }: Visit, to: number): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await context.clock.setFixedTime(moment(to));
  await page.reload();
}

async function put(name: string, ...visits: Visit[]): Promise<void> {
  for (const [index, { page, complaints, context }] of visits.entries()) {
    await picture(page, `${name}-${index + 1}`);
    expect(await faultsOf(page), name).toEqual([]);
    expect(complaints, name).toEqual([]);
    await context.close();
  }
}

test('a screenshot of the venue’s code that somebody forwarded', slow, async () => {
  const venue = await openVenuePage();
  const forwarded = await photographed(venue);
  street.clock.advance(10 * minute);
  const neighbour = await street.visit('赵楼长', { mode: 'elder' });
  await neighbour.open(forwarded);
  await neighbour.page.getByText('已读到现场的码').waitFor();
  await button(neighbour.page, '签到').click();
  await neighbour.page.getByText('这个码已经换过了，请对着现场屏幕再扫一次').waitFor();
  await put('refused-screenshot', neighbour, venue);
});

test('the same code twice by the same person', slow, async () => {
  const venue = await openVenuePage();
  const stop = letTimePass(street);
  const fresh = await photographed(venue);
  const [one, other] = [await street.visit('陈居民'), await street.visit('陈居民')];
  for (const { open, page } of [one, other]) {
    await open(fresh);
    await button(page, '签到').waitFor();
  }
  await button(one.page, '签到').click();
  await one.page.getByText('陈居民已签到').waitFor();
  await button(other.page, '签到').click();
  await other.page.getByText('陈居民已经签到过了，不用再签').waitFor();
  await picture(other.page, 'refused-twice');
  await one.open(fresh);
  await one.page.getByText('都已签到，不用再扫').waitFor();
  expect(await button(one.page, '签到').count()).toBe(0);
  stop();
  await put('refused-replay', one, other, venue);
});

test('the code of a venue’s phone whose clock is a day ahead', slow, async () => {
  const venue = await openVenuePage();
  await dayOff(venue, now + day);
  await venue.page.getByText('签到码', { exact: true }).first().click();
  await venue.page.getByAltText('签到码').waitFor();
  const wrong = await photographed(venue);
  const neighbour = await street.visit('赵楼长');
  await neighbour.open(wrong);
  await button(neighbour.page, '签到').click();
  await neighbour.page.getByText('这个码的时间不对，请现场工作人员看一下屏幕的时间').waitFor();
  await put('refused-venue-clock', neighbour, venue);
});

test('the code of a resident’s phone whose clock is a day off, read by staff', slow, async () => {
  const neighbour = await street.visit('赵楼长');
  await neighbour.open('/m/check-in/code');
  const code = neighbour.page.locator('.jia-turning img');
  await code.waitFor();
  await dayOff(neighbour, now + 2 * day);
  await neighbour.page.getByText('离线码已过期，请连上网络再打开').waitFor();
  await picture(neighbour.page, 'refused-ticket-over');
  await dayOff(neighbour, now - day);
  await neighbour.page.getByText('没有网络也可以出示').waitFor();
  await camera.pointAt(await code.screenshot());

  const venue = await openVenuePage();
  await venue.page.getByText('扫码', { exact: true }).click();
  await button(venue.page, '扫签到').click();
  await venue.page.getByText('这个码已经换过了，截图不算数').waitFor();
  await picture(venue.page, 'refused-member-clock');
  await button(venue.page, '收起相机').click();
  const digits = (await neighbour.page.locator('.jia-turning-digits').innerText()).replace(' ', '');
  await venue.page.getByLabel('输入8位数字').fill(digits);
  await button(venue.page, '确认').click();
  await venue.page.getByText('数字不对或者已经换过了，请看着对方的手机再输一次').waitFor();
  await put('refused-member', venue, neighbour);
});

test('what a phone a day behind kept without a network: a person looks at it', slow, async () => {
  const venue = await openVenuePage();
  const digits = (await venue.page.locator('.jia-turning-digits').innerText()).replace(' ', '');
  const neighbour = await street.visit('赵楼长', { at: moment(now - day), runs: true });
  await neighbour.open('/m/check-in');
  await neighbour.page.getByLabel('赵楼长').waitFor();
  await neighbour.context.setOffline(true);
  await neighbour.page.getByLabel('或输入屏幕上的6位数字').fill(digits);
  await button(neighbour.page, '签到').last().click();
  await neighbour.page.getByText('等网络上传').waitFor();
  await neighbour.context.clock.fastForward(2 * minute);
  street.clock.advance(2 * minute);
  await neighbour.context.setOffline(false);
  await neighbour.page.getByText(/签到 · 待核对$/).waitFor();
  await picture(neighbour.page, 'refused-kept');

  await venue.page.reload();
  await venue.page.getByText('名单', { exact: true }).click();
  await venue.page.getByText('手机时间不准').waitFor();
  await picture(venue.page, 'refused-review');
  await button(venue.page, '不算').click();
  await venue.page.getByText('手机时间不准').waitFor({ state: 'detached' });
  await neighbour.page.reload();
  await neighbour.page.getByText('还没签到').waitFor();
  await put('refused-clock', neighbour, venue);
});

test('a second redemption of one code, on another device of the shop and at another shop', slow, async () => {
  await joinShop(street, '石店员');
  await joinShop(street, '林店员');
  await givePoints(street, '陈居民', 200);
  await offerOf(street, '石店员');
  const mother = await street.visit('陈居民');
  await mother.open('/m/offers');
  await button(mother.page, '换“剪发一次”').click();
  await button(mother.page, '换').click();
  const shown = mother.page.getByAltText('核销二维码');
  await shown.waitFor();
  const code = await readScreen(await shown.screenshot());

  const devices = [
    await street.visit('石店员'),
    await street.visit('石店员'),
    await street.visit('林店员'),
  ] as const;
  const sentences = ['剪发一次 1份 · 80积分', '这份兑换已经用过了：11月21日 10:00，春和理发店', '不是本店的'];
  for (const [index, { open, page }] of devices.entries()) {
    await open('/s');
    await page.getByLabel('或输入顾客的6位码').fill(code);
    await button(page, '核销').click();
    await page.getByText(sentences[index] ?? '').waitFor();
  }
  // One minute later the digits are old, and the street's books know of one capture.
  await mother.page.getByText('已核销').waitFor();
  const { rows } = await street.owner.query(`select state from redemptions where street_id = 990101001`);
  expect(rows).toEqual([{ state: 'captured' }]);
  await put('refused-second', ...devices, mother);
});
