// The camera reads what is on another phone's screen: the venue's code, a member's, the counter's; by the library that
// is fetched on first use, by the browser's own detector where there is one, and without a network.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { sessionToday } from '../kit/attendance.ts';
import { givePoints, joinShop, offerOf } from '../kit/counter.ts';
import { testNow } from '../kit/street.ts';
import { type Camera, filmCamera } from './camera.ts';
import { faultsOf, letTimePass, picture, slow, type Visit, type WebStreet, webStreet } from './kit.ts';

const minute = 60_000;
const now = Date.parse(testNow);
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
  sessionId = await sessionToday(
    secretary,
    areaId,
    [
      { by: await street.as('陈居民'), personIds: [await idOf('陈居民'), await idOf('陈小树')] },
      { by: await street.as('赵楼长'), personIds: [await idOf('赵楼长')] },
    ],
    { startsAt: now + 5 * minute, endsAt: now + 65 * minute },
  );
}, 120_000);

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

/** Holds the camera in front of a page. */
const look = async (page: Page) => await camera.pointAt(await page.screenshot());

test('the resident’s camera reads the venue’s screen, also with the network cut', slow, async () => {
  const mother = await street.visit('陈居民');
  await mother.context.addInitScript(() => Reflect.deleteProperty(window, 'BarcodeDetector'));
  await mother.open('/m/check-in');
  await mother.page.evaluate(() => navigator.serviceWorker.ready);
  await mother.page.getByLabel('陈小树').waitFor();
  const venue = await openVenuePage();
  const stop = letTimePass(street);
  await mother.context.setOffline(true);
  await look(venue.page);
  await button(mother.page, '扫现场的码').click();
  await mother.page.getByText('把码放进框里').waitFor();
  await picture(mother.page, 'camera-looking');
  await mother.page.getByText('已读到现场的码').waitFor();
  await button(mother.page, '签到').click();
  await mother.page.getByText('等网络上传').waitFor();
  await picture(mother.page, 'camera-kept');
  await mother.context.setOffline(false);
  await expect.poll(() => mother.page.getByText(/^\d+:\d\d 签到$/).count()).toBe(2);
  stop();
  expect(await faultsOf(mother.page)).toEqual([]);
  expect(mother.complaints).toEqual([]);
  await mother.context.close();
  await venue.context.close();
});

test('staff scan the member’s phone, by the browser’s own detector where there is one', slow, async () => {
  const stop = letTimePass(street);
  const elder = await street.visit('赵楼长', { mode: 'elder' });
  await elder.open('/m/check-in/code');
  const own = elder.page.locator('.jia-turning img');
  await own.waitFor();
  expect(await faultsOf(elder.page)).toEqual([]);
  await picture(elder.page, 'member-code-elder');
  await camera.pointAt(await own.screenshot());

  const venue = await openVenuePage();
  await venue.page.getByText('扫码', { exact: true }).click();
  await button(venue.page, '扫签到').click();
  await venue.page
    .getByText('赵** 签到')
    .or(venue.page.getByText(/^赵\*+ 签到$/))
    .first()
    .waitFor();
  await picture(venue.page, 'camera-staff');
  expect(await faultsOf(venue.page)).toEqual([]);
  await venue.context.close();

  const other = await street.visit('郑社工');
  await other.context.addInitScript(() => {
    const own = class {
      detect = async () => [{ rawValue: 'HTTP://ELSEWHERE.EXAMPLE' }];
    };
    Object.assign(window, { BarcodeDetector: own });
  });
  await other.open(`/g/venues/${sessionId}`);
  await other.page.getByText('扫码', { exact: true }).click();
  await button(other.page, '扫签到').click();
  await other.page.getByText('没有认出这个码').waitFor();
  stop();
  for (const visit of [elder, other]) {
    expect(visit.complaints).toEqual([]);
    await visit.context.close();
  }
});

test('the counter scans the customer’s code', slow, async () => {
  street.clock.set(testNow);
  await joinShop(street, '石店员');
  await givePoints(street, '陈居民', 200);
  await offerOf(street, '石店员');
  const mother = await street.visit('陈居民');
  await mother.open('/m/offers');
  await button(mother.page, '换“剪发一次”').click();
  await button(mother.page, '换').click();
  const code = mother.page.getByAltText('核销二维码');
  await code.waitFor();
  await camera.pointAt(await code.screenshot());

  const counter = await street.visit('石店员');
  await counter.open('/s');
  await button(counter.page, '扫一扫').click();
  await counter.page.getByRole('heading', { name: '核销成功' }).waitFor();
  await picture(counter.page, 'camera-counter');
  await mother.page.getByText('已核销').waitFor();
  for (const visit of [mother, counter]) {
    expect(visit.complaints).toEqual([]);
    await visit.context.close();
  }
});
