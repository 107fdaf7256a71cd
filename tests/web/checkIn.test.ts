// A mother signs her child and herself in with the network cut; it arrives when the network is back. What was forwarded
// or shown again is refused in plain words.
import { beforeAll, expect, test } from 'vitest';
import { venueAddress } from '#contract/attendance/codes/scanned.ts';
import { readOwnHours } from '#contract/attendance/endpoints.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type OpenVenue, sessionToday, venueOf } from '../kit/attendance.ts';
import { testNow } from '../kit/street.ts';
import { faultsOf, picture, type WebStreet, webStreet } from './kit.ts';

const minute = 60_000;
const now = Date.parse(testNow);
let street: WebStreet;
let venue: OpenVenue;
let sessionId = '';

beforeAll(async () => {
  street = await webStreet();
  const secretary = await street.as('李书记');
  const { items } = await secretary.call(listAreas, { query: { limit: 200 } });
  const community = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  const idOf = async (name: string) =>
    (await secretary.call(listPersons, { query: { name } })).items[0]?.personId ?? '';
  const personIds = [await idOf('陈居民'), await idOf('陈小树')];
  sessionId = await sessionToday(secretary, community, [{ by: await street.as('陈居民'), personIds }], {
    startsAt: now + 5 * minute,
    endsAt: now + 65 * minute,
  });
  venue = await venueOf(street, await street.as('郑社工'), sessionId);
});

const addressOf = async (direction: 'in' | 'out', at: number) =>
  venueAddress('', await venue.code(direction, at));

test('signs in with the network cut, and it is confirmed once the network is back', async () => {
  const { page, context, open, complaints } = await street.visit('陈居民');
  await open('/m/check-in');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByLabel('陈小树').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'check-in');

  await context.setOffline(true);
  const begun = performance.now();
  await page.getByLabel('或输入屏幕上的6位数字').fill(await venue.digits('in', now));
  await page.getByRole('button', { name: '签到', exact: true }).click();
  await page.getByText('没有网络，已先记下', { exact: true }).waitFor();
  await page.getByText('等网络上传').waitFor();
  await picture(page, 'check-in-kept');

  street.clock.advance(performance.now() - begun);
  await context.setOffline(false);
  // The moment of the tap: some seconds before the hour at which the street stands.
  const arrived = page.getByText(/^(9:59|10:00) 签到$/);
  await arrived.first().waitFor();
  expect(await arrived.count()).toBe(2);
  const { rows } = await street.owner.query('select direction, mark from scans where session_id = $1', [
    sessionId,
  ]);
  expect(rows).toHaveLength(2);
  expect(complaints).toEqual([]);
});

test('a forwarded picture of an old code is refused in plain words, a fresh one opens by any camera', async () => {
  const { page, open } = await street.visit('陈居民');
  street.clock.set(new Date(now + 20 * minute).toISOString());
  await open(await addressOf('out', now + 10 * minute));
  await page.getByRole('button', { name: '签退', exact: true }).click();
  await page.getByText('这个码已经换过了，请对着现场屏幕再扫一次').waitFor();

  const begun = performance.now();
  await open(await addressOf('out', now + 20 * minute));
  await page.getByText('已读到现场的码').waitFor();
  // The phone tells how long ago it read the code: the street's clock goes on as long as the page took.
  street.clock.advance(performance.now() - begun);
  await page.getByRole('button', { name: '签退', exact: true }).click();
  await page.getByText('陈居民、陈小树已签退').waitFor();
  await picture(page, 'check-in-done');
  const { entries } = await (await street.as('陈居民')).call(readOwnHours);
  // Clipped to the session, which began a quarter before; the page needed some seconds of it.
  for (const { minutes } of entries) expect([14, 15]).toContain(minutes);
  expect(entries).toHaveLength(2);

  await open('/m/hours');
  await page.getByText('志愿服务').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'my-hours');
  await page.getByRole('button', { name: '开具' }).first().click();
  await page.getByText('志愿服务证明').waitFor();
  await picture(page, 'certificate');
});

test('the venue shows its turning code, and goes on without a network', async () => {
  const { page, context, open } = await street.visit('郑社工');
  await open(`/g/venues/${sessionId}`);
  await page.getByAltText('签到码').waitFor();
  const digits = page.locator('.jia-turning-digits');
  expect(await digits.textContent()).toMatch(/^\d{3} \d{3}$/);
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'venue-code');
  await context.setOffline(true);
  await page.getByText('名单', { exact: true }).click();
  await page.getByText('陈**').first().waitFor();
  await picture(page, 'venue-list');
});
