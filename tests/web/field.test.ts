// A shift without a network: everything is done on the phone, survives a reload, and arrives once and in order.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { wipeDevices } from '#contract/identity/devices.ts';
import { listAccounts } from '#contract/identity/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { sessionCookie } from '#kernel/http/caller.ts';
import { deed, openCase } from '../kit/cases.ts';
import { greyPhoto } from '../kit/photos.ts';
import { faultsOf, picture, settle, type Visit, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let stage: Parameters<typeof openCase>[0];
let gridId = '';

beforeAll(async () => {
  street = await webStreet();
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  gridId = id('990101001001001');
  stage = {
    as: street.as,
    entranceId: id('990101001001001E01B01U1'),
    communityId: id('990101001001'),
  };
});

/** Sent to the grid of 周网格, with a neighbour to be called. */
async function sentCase(title: string): Promise<CaseMoved> {
  const opened = await openCase(stage, 'grid_case', {
    title,
    text: `${title}，请来看看`,
    requester: { name: '刘桂兰', phone: '13712342806' },
  });
  const registered = await deed(stage, '李书记', cases.registerCase, opened, {
    matterCode: '0901',
    areaId: stage.entranceId,
    urgency: 'ordinary',
  });
  return await deed(stage, '李书记', cases.dispatchCase, registered, {
    lead: { kind: 'area', unitId: gridId },
  });
}

/** The shell on the phone, with everything taken along and its files kept. */
async function onThePhone(name = '周网格', path = '/g/today'): Promise<Visit> {
  const visit = await street.visit(name);
  await visit.open(path);
  await visit.page.evaluate(() => navigator.serviceWorker.ready);
  if (path === '/g/today') await visit.page.getByText('离线可用').waitFor();
  await visit.page.waitForLoadState('networkidle');
  return visit;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const queued = (page: Page) => page.locator('.jia-queued li');

async function photo(page: Page, label: string): Promise<void> {
  const shade = label.includes('前') ? 90 : 190;
  const file = { name: 'spot.png', mimeType: 'image/png', buffer: await greyPhoto(shade) };
  await page.getByLabel(label).first().setInputFiles(file);
}

/** The store of the phone as somebody with the phone in hand could read it. */
const onDisk = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const opened = indexedDB.open('jia');
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(opened);
    const tables = ['reads', 'drafts', 'outbox'];
    const rows = await Promise.all(
      tables.map((name) => done(database.transaction(name).objectStore(name).getAll())),
    );
    database.close();
    return JSON.stringify(Object.fromEntries(tables.map((name, at) => [name, rows[at]])));
  });

async function enterPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('6 位数字').fill(pin);
  await button(page, '打开').click();
}

/** Out of sight for so long, by the clock of the phone. */
async function away(page: Page, minutes: number): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const now = await page.evaluate(() => Date.now());
  await page.context().clock.setFixedTime(now + minutes * 60_000);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

async function record(caseId: string) {
  return await (await street.as('李书记')).call(cases.getCase, { params: { caseId } });
}

/** Reached, arrived, settled, handed in with photos of both: six deeds on one case, none of them sent. */
async function workOffline(page: Page, title: string): Promise<void> {
  await button(page, title).click();
  await button(page, '已联系').click();
  await page.getByRole('dialog').getByText('联系上了', { exact: true }).click();
  await button(page, '记下').click();
  await expect.poll(() => queued(page).count()).toBe(3);
  await button(page, '到现场').click();
  await expect.poll(() => queued(page).count()).toBe(4);
  await page.getByLabel('办了什么').fill('两家当面说开，堆物当天搬走');
  await photo(page, '拍处理前');
  await photo(page, '拍处理后');
  await page.locator('.jia-proof img').nth(1).waitFor();
  await picture(page, 'field-case');
  await button(page, '交社区书记签').click();
  await expect.poll(() => queued(page).count()).toBe(5);
}

test('a whole shift without a network arrives once and in order', { timeout: 120_000 }, async () => {
  const on = await sentCase('楼道堆物争执');
  const { page, context, complaints } = await onThePhone();
  await button(page, '楼道堆物争执').waitFor();
  await picture(page, 'field-today');
  expect(await faultsOf(page)).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await settle(page);
  await workOffline(page, '楼道堆物争执');
  // Before the page is opened anew: a browser may let a request of a new page through, which is sent again later.
  expect((await record(on.caseId)).status).toBe('dispatched');

  await page.goto(`${street.url}/g/find`);
  await settle(page);
  await photo(page, '拍处理前');
  await page.getByLabel('看到了什么').fill('单元门口贴了小广告');
  await page.getByText('小广告', { exact: true }).click();
  await page.getByText('处理好了', { exact: true }).click();
  await photo(page, '拍处理后');
  await page.getByLabel('怎么处理的').fill('当场清掉了');
  await page.locator('.jia-proof img').nth(1).waitFor();
  await picture(page, 'field-find');
  await button(page, '上报').click();
  await page.getByText('已存在手机里').first().waitFor();

  await page.goto(`${street.url}/g/cases/${on.caseId}`);
  await settle(page);
  await expect.poll(() => queued(page).count()).toBe(5);

  await context.setOffline(false);
  await page.getByText('等着发出').waitFor({ state: 'detached', timeout: 30_000 });
  await expect.poll(async () => (await record(on.caseId)).status, { timeout: 30_000 }).toBe('under_review');
  const arrived = await record(on.caseId);
  const names = arrived.timeline.map(({ name }) => name);
  expect(names.slice(names.indexOf('dispatch') + 1)).toEqual([
    'accept',
    'contact',
    'start',
    'add_progress',
    'submit_result',
  ]);
  expect(arrived.files.map(({ phase }) => phase).sort()).toEqual(['after', 'before']);

  const listFound = async () =>
    (await (await street.as('李书记')).call(cases.listCases, { query: { search: '单元门口贴了小广告' } }))
      .items;
  await expect.poll(async () => (await listFound()).map(({ status }) => status)).toEqual(['under_review']);
  expect(complaints).toEqual([]);
  await context.close();
});

test('who was faster is told, nothing typed is lost, and other cases go on', {
  timeout: 120_000,
}, async () => {
  const taken = await sentCase('夜里装修噪音');
  const other = await sentCase('二层楼道灯不亮');
  const { page, context } = await onThePhone();
  await context.setOffline(true);
  await page.goto(`${street.url}/g/cases/${taken.caseId}`);
  await settle(page);
  await button(page, '记一笔').click();
  await page.getByRole('dialog').getByRole('textbox').fill('约了两家晚上七点见');
  await page.getByRole('dialog').getByRole('button', { name: '记一笔' }).click();
  await expect.poll(() => queued(page).count()).toBe(1);
  await page.goto(`${street.url}/g/cases/${other.caseId}`);
  await settle(page);
  await button(page, '到现场').click();
  await expect.poll(() => queued(page).count()).toBe(2);

  await deed(stage, '李书记', cases.reassignCase, taken, {
    lead: { kind: 'area', unitId: stage.communityId },
    reason: '由社区调解',
  });
  await context.setOffline(false);
  await expect.poll(async () => (await record(other.caseId)).status, { timeout: 30_000 }).toBe('accepted');

  await page.goto(`${street.url}/g/cases/${taken.caseId}`);
  await settle(page);
  const card = page.locator('.jia-refused');
  await card.getByText('李书记').waitFor();
  await picture(page, 'field-conflict');
  expect(await faultsOf(page)).toEqual([]);
  expect(await card.innerText()).toContain('由社区调解');
  expect(await card.innerText()).toContain('约了两家晚上七点见');

  // The community is the own unit as well: the same words go out on the case as it is now.
  await card.getByRole('button', { name: '再办一次' }).click();
  await card.waitFor({ state: 'detached' });
  const last = async () => (await record(taken.caseId)).timeline.at(-1);
  await expect.poll(last).toMatchObject({ name: 'add_progress', note: '约了两家晚上七点见' });
  await context.close();
});

test('a phone a day ahead changes no date: both times are kept', { timeout: 60_000 }, async () => {
  const on = await sentCase('井盖松动');
  const { page, context } = await onThePhone();
  await context.clock.setFixedTime(new Date('2026-11-22T02:00:00.000Z'));
  await page.goto(`${street.url}/g/cases/${on.caseId}`);
  await settle(page);
  await button(page, '签收').click();
  await expect.poll(async () => (await record(on.caseId)).status).toBe('accepted');
  expect((await record(on.caseId)).timeline.at(-1)).toMatchObject({
    at: '2026-11-21T02:00:00.000Z',
    deviceAt: '2026-11-22T02:00:00.000Z',
  });
  await context.close();
});

test('six digits lock the phone; five wrong tries take the readings and keep the work', {
  timeout: 120_000,
}, async () => {
  const on = await sentCase('墙皮脱落');
  const { page, context } = await onThePhone();
  await expect.poll(() => onDisk(page)).toContain('墙皮脱落');
  await page.goto(`${street.url}/g/mine`);
  await page.getByRole('button', { name: /手机锁/ }).click();
  await page.getByLabel('输入 6 位数字').fill('123456');
  await page.getByLabel('再输一次').fill('123456');
  await button(page, '设好').click();
  await page.getByText('连续数字').waitFor();
  await page.getByLabel('输入 6 位数字').fill('280641');
  await page.getByLabel('再输一次').fill('280641');
  await button(page, '设好').click();
  await page.getByText('已打开，离开 5 分钟要输一次').waitFor();
  await expect.poll(() => onDisk(page)).not.toContain('墙皮脱落');

  await away(page, 4);
  expect(await page.getByText('输入 6 位手机锁').count()).toBe(0);
  await away(page, 6);
  await page.getByText('输入 6 位手机锁').waitFor();
  await picture(page, 'field-lock');
  expect(await faultsOf(page)).toEqual([]);
  await enterPin(page, '280641');
  await page.getByText('已打开，离开 5 分钟要输一次').waitFor();

  await context.setOffline(true);
  await page.goto(`${street.url}/g/cases/${on.caseId}`);
  await enterPin(page, '280641');
  await settle(page);
  await button(page, '记一笔').click();
  await page.getByRole('dialog').getByRole('textbox').fill('量了尺寸，等物业');
  await page.getByRole('dialog').getByRole('button', { name: '记一笔' }).click();
  await expect.poll(() => queued(page).count()).toBe(1);
  expect(await onDisk(page)).not.toContain('量了尺寸');

  await page.reload();
  for (const left of [4, 3, 2, 1]) {
    await enterPin(page, '000111');
    await page.getByText(`还可以试 ${left} 次`).waitFor();
  }
  await page.getByText('1 件没发出的会留着').waitFor();
  await enterPin(page, '000111');
  await page.getByText('还有 1 件没发出').waitFor();
  const kept = JSON.parse(await onDisk(page)) as { reads: unknown[]; outbox: unknown[] };
  expect(kept.reads).toEqual([]);
  expect(kept.outbox).toHaveLength(1);

  // Signing in again opens what was not sent, and it goes out.
  await context.setOffline(false);
  const { token } = await street.as('周网格');
  const me = await page.evaluate(() => JSON.parse(localStorage.getItem('jia.me') ?? '{}').accountId);
  await context.addCookies([{ name: sessionCookie, value: token ?? '', url: street.url, httpOnly: true }]);
  await page.evaluate((accountId) => sessionStorage.setItem('jia.fresh', accountId), me);
  await page.goto(`${street.url}/g/mine`);
  await expect
    .poll(async () => (await record(on.caseId)).timeline.at(-1)?.note, { timeout: 30_000 })
    .toBe('量了尺寸，等物业');
  await context.close();
});

test('a lost phone forgets at its next contact', { timeout: 60_000 }, async () => {
  await sentCase('楼道玻璃碎了');
  const { page, context } = await onThePhone('吴网格', '/g/mine');
  const { page: own, context: ownContext } = await onThePhone();
  await expect.poll(() => onDisk(own)).toContain('楼道玻璃碎了');
  const admin = await street.as('系统员');
  const { items } = await admin.call(listAccounts, { query: { search: '周网格' } });
  await admin.call(wipeDevices, {
    params: { accountId: items[0]?.accountId ?? '' },
    body: { reason: '手机丢了' },
  });
  await own.goto(`${street.url}/g/today`);
  await own.getByText('登录').first().waitFor();
  await expect.poll(() => onDisk(own)).toBe('{"reads":[],"drafts":[],"outbox":[]}');
  // The page goes to the sign-in meanwhile; a look in that moment is repeated.
  await expect.poll(() => own.evaluate(() => localStorage.getItem('jia.me'))).toBeNull();
  await page.reload();
  await settle(page);
  await page.getByText('吴网格').first().waitFor();
  await context.close();
  await ownContext.close();
});
