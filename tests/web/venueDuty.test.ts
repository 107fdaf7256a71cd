// Duty at the venue and what follows at the desk: by name, by digits, by an offline ticket, by hand with a second person;
// a proof that anybody may check, and the printed list.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { makePractice, publishPractice } from '#contract/activities/practice.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { begins, ends, minute, sessionToday, stays, venueOf } from '../kit/attendance.ts';
import { testNow } from '../kit/street.ts';
import { type Camera, filmCamera } from './camera.ts';
import { desk, faultsOf, letTimePass, picture, slow, type Visit, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let camera: Camera;
let areaId = '';
let sessionId = '';
const ids = new Map<string, string>();

beforeAll(async () => {
  camera = await filmCamera();
  street = await webStreet(camera.launchArgs);
  const secretary = await street.as('李书记');
  const { items } = await secretary.call(listAreas, { query: { limit: 200 } });
  areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  for (const name of ['陈居民', '陈小树', '赵楼长'])
    ids.set(name, (await secretary.call(listPersons, { query: { name } })).items[0]?.personId ?? '');
  sessionId = await sessionToday(secretary, areaId, [
    { by: await street.as('陈居民'), personIds: [ids.get('陈居民') ?? '', ids.get('陈小树') ?? ''] },
    { by: await street.as('赵楼长'), personIds: [ids.get('赵楼长') ?? ''] },
  ]);
}, 120_000);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function put(name: string, { page, complaints, context }: Visit): Promise<void> {
  await picture(page, name);
  expect(await faultsOf(page), name).toEqual([]);
  expect(complaints, name).toEqual([]);
  await context.close();
}

test('staff sign in an elder by name and a mother by digits', slow, async () => {
  const venue = await street.visit('郑社工');
  const { page, open } = venue;
  await open(`/g/venues/${sessionId}`);
  await button(page, '打开签到').click();
  await page.getByAltText('签到码').waitFor();
  await page.getByText('扫码', { exact: true }).click();
  expect(await button(page, '按姓名签').isDisabled()).toBe(true);
  await page.getByLabel('姓名', { exact: true }).fill('赵楼长');
  await page.getByLabel('手机号后四位').fill('9999');
  await button(page, '按姓名签').click();
  await page.getByText('没有找到这个人：姓名和手机号后四位要与报名时一致').waitFor();
  await page.getByLabel('手机号后四位').fill('1002');
  await picture(page, 'duty-name');
  await button(page, '按姓名签').click();
  await page.getByText('赵** 签到').waitFor();

  const stop = letTimePass(street);
  const mother = await street.visit('陈居民');
  await mother.open('/m/check-in/code');
  const digits = mother.page.locator('.jia-turning-digits');
  await expect.poll(() => digits.innerText()).toMatch(/^\d{4} \d{4}$/);
  await page.getByLabel('输入8位数字').fill((await digits.innerText()).replace(' ', ''));
  await button(page, '确认').click();
  await page.getByText('陈** 签到').waitFor();
  stop();
  await put('duty-member-code', mother);

  await put('duty-scan', venue);
});

test('both offline: the ticket is checked on the phone, taken once, and confirmed later', slow, async () => {
  street.clock.set(new Date(ends - 10 * minute).toISOString());
  const at = street.clock.now().toISOString();
  const stop = letTimePass(street);
  const mother = await street.visit('陈居民', { at });
  const venue = await street.visit('郑社工', { at });
  await venue.open(`/g/venues/${sessionId}`);
  await venue.page.getByText('扫码', { exact: true }).click();
  await venue.page.evaluate(() => navigator.serviceWorker.ready);
  await mother.open('/m/check-in/code');
  const code = mother.page.locator('.jia-turning img');
  await code.waitFor();
  // The key of this phone came to the venue's list with this visit.
  await venue.page.reload();
  await venue.page.getByText('扫码', { exact: true }).click();
  await venue.context.setOffline(true);
  await mother.context.setOffline(true);
  await mother.page.getByText('没有网络也可以出示').waitFor();
  await code.waitFor();
  await camera.pointAt(await code.screenshot());
  await venue.page.getByText('扫签退', { exact: true }).first().click();
  await button(venue.page, '扫签退').click();
  await venue.page.getByText('已记下，联网后确认').waitFor();
  await picture(venue.page, 'duty-ticket');
  await button(venue.page, '收起相机').click();
  await button(venue.page, '扫签退').click();
  await venue.page.getByText('陈**已经扫过了').waitFor();
  await button(venue.page, '收起相机').click();
  await venue.context.setOffline(false);
  await venue.page.getByText('名单', { exact: true }).click();
  await venue.page
    .getByText(/–11:5\d · /)
    .first()
    .waitFor();
  stop();
  await put('duty-ticket-shown', mother);
  await put('duty-ticket-list', venue);
});

test('who had no code is put down by hand, and a second person confirms', slow, async () => {
  street.clock.set(new Date(ends + 10 * minute).toISOString());
  const at = street.clock.now().toISOString();
  const venue = await street.visit('郑社工', { at });
  const { page, open } = venue;
  await open(`/g/venues/${sessionId}`);
  await page.getByText('名单', { exact: true }).click();
  const child = page.locator('.jia-row', { hasText: '孩子' });
  await child.getByRole('button', { name: '补录' }).click();
  await page.getByLabel('原因').fill('没带手机，现场签了纸质名单');
  await picture(page, 'duty-by-hand');
  await button(page, '提交补录').click();
  await page.getByText('等第二人确认').waitFor();
  // Who asked does not confirm.
  expect(await button(page, '确认').count()).toBe(0);
  await put('duty-list', venue);

  const second = await street.visit('李书记', { viewport: desk, at });
  await second.open('/a/hour-requests');
  await second.page.getByText('没带手机，现场签了纸质名单').waitFor();
  await picture(second.page, 'duty-requests');
  await button(second.page, '确认').click();
  await second.page.getByText('没带手机，现场签了纸质名单').waitFor({ state: 'detached' });
  await put('duty-confirmed', second);
});

test('hours are corrected with two signatures, and a spot check is drawn from a word', slow, async () => {
  const at = street.clock.now().toISOString();
  const clerk = await street.visit('李书记', { viewport: desk, at });
  await clerk.open('/a/hours');
  const row = clerk.page.getByRole('row').filter({ hasText: '补录' });
  await row.getByRole('button', { name: '更正' }).click();
  expect(await button(clerk.page, '保存').isDisabled()).toBe(true);
  await clerk.page.getByLabel('改为（分钟）').fill('60');
  await clerk.page.getByLabel('原因').fill('中途离开半小时');
  await button(clerk.page, '保存').click();
  await clerk.page.getByRole('dialog').waitFor({ state: 'detached' });
  await clerk.open('/a/hour-requests');
  await clerk.page.getByText('中途离开半小时').waitFor();
  // Who corrects does not sign.
  expect(await button(clerk.page, '确认').count()).toBe(0);
  await put('hours-asked', clerk);

  const chief = await street.visit('唐科长', { viewport: desk, at });
  const { page } = chief;
  await chief.open('/a/hour-requests');
  await page.getByText('中途离开半小时').waitFor();
  await button(page, '确认').click();
  await page.getByText('中途离开半小时').waitFor({ state: 'detached' });
  await chief.open('/a/hours');
  await page.getByText(/^原 /).waitFor();
  await page.getByRole('row', { name: /1 小时.*补录/ }).waitFor();

  await chief.open('/a/hours-spot-check');
  const area = page.getByRole('combobox', { name: '查哪里的台账' });
  await area.click();
  await area.fill('990101001001');
  await page.locator('.ant-select-item-option', { hasText: '990101001001' }).first().click();
  await page.getByLabel('抽签词').fill('晴 -3度');
  await button(page, '抽取').click();
  const drawn = page.getByText(/^从 \d+ 条里抽出 \d+ 条$/);
  await drawn.waitFor();
  const lines = await page.locator('.jia-spotcheck tbody tr').allInnerTexts();
  expect(lines.length).toBeGreaterThan(0);
  // The same word draws the same lines again.
  await button(page, '抽取').click();
  await drawn.waitFor();
  expect(await page.locator('.jia-spotcheck tbody tr').allInnerTexts()).toEqual(lines);
  await put('hours-spot-check', chief);
});

test('a proof of service is checked by anybody: the right code, a wrong one, half of one', slow, async () => {
  street.clock.set(testNow);
  const venue = await venueOf(street, await street.as('郑社工'), sessionId);
  await stays(street, venue, '陈居民', ids.get('陈居民') ?? '', begins, ends).catch(() => {});
  street.clock.set(testNow);
  const mother = await street.visit('陈居民');
  await mother.open('/m/hours');
  await button(mother.page, '开具').first().click();
  const shown = mother.page.getByText(/证明码 \d{4} \d{4} \d{4} \d{4}/);
  await shown.waitFor();
  const code = (await shown.innerText()).replace(/\D/g, '');
  await put('proof', mother);

  const anybody = await street.visit(null);
  await anybody.open('/p/certificates');
  const { page } = anybody;
  await page.getByLabel('证明码').fill(code.slice(0, 9));
  await button(page, '查验').click();
  await page.getByText('证明码是16位数字，请对照证明补全').waitFor();
  await page.getByLabel('证明码').fill(code.replace(/^./, (one) => String((Number(one) + 1) % 10)));
  await button(page, '查验').click();
  await page.getByText('没有查到这个证明码，请对照证明再输一次').waitFor();
  await picture(page, 'proof-wrong');
  await page.getByLabel('证明码').fill(code);
  await button(page, '查验').click();
  await page.getByText('属实').waitFor();
  expect(await page.getByText('陈居民').count()).toBe(0);
  await put('proof-checked', anybody);
});

test('the practice list of a term fits an A4 sheet, a code beside each item', slow, async () => {
  const secretary = await street.as('李书记');
  const items = ['等灯等灯', '遛弯儿', '垃圾分类宣传', '看望空巢老人'].map((title) => ({
    title,
    hoursText: '1.5小时',
  }));
  const { listId, version } = await secretary.call(makePractice, {
    body: { term: '2026年寒假', title: '社会实践清单', areaId, items },
  });
  await secretary.call(publishPractice, { params: { listId }, body: { version } });
  const visit = await street.visit('李书记', { viewport: desk });
  await visit.open(`/a/practice-lists/${listId}/sheet`);
  await visit.page.getByText('看望空巢老人').waitFor();
  await expect.poll(() => visit.page.locator('.jia-practice-paper img').count()).toBe(4);
  await visit.page.emulateMedia({ media: 'print' });
  const pdf = await visit.page.pdf({ preferCSSPageSize: true, format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await picture(visit.page, 'practice-print');
  await visit.page.emulateMedia({ media: 'screen' });
  await put('practice-sheet', visit);
});
