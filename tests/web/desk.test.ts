// The dispatch desk by its keys, and the duty list and the dispatch directory behind it.
import { beforeAll, expect, test } from 'vitest';
import { getCase, listCases, openCase, registerCase } from '#contract/cases/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { desk, faultsOf, picture, said, settle, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let entranceId = '';
beforeAll(async () => {
  street = await webStreet();
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  entranceId = items.find(({ code }) => code === '990101001001001E01B01U1')?.areaId ?? '';
}, 120_000);

/** Opens a case at the door and, with a matter, registers it. */
async function waiting(text: string, matterCode: string): Promise<string> {
  const dispatcher = await street.as('沈派单');
  const opened = await dispatcher.call(openCase, {
    body: { kind: 'resident_report', channel: 'phone', text, areaId: entranceId },
  });
  await dispatcher.call(registerCase, {
    params: { caseId: opened.caseId },
    body: { matterCode, areaId: entranceId, urgency: 'ordinary', version: opened.version },
  });
  return opened.caseId;
}

test('the queue is walked by keys, and what is one matter is joined', slow, async () => {
  const first = await waiting('一楼楼道堆满纸箱，走不过去', '0803');
  const second = await waiting('楼道堆物没人管，纸箱堵着一楼', '0803');
  const third = await waiting('门口贴满小广告', '0304');
  const { page, open, complaints } = await street.visit('沈派单', { viewport: desk });
  await open('/a/dispatch');
  await page.locator('[aria-current="true"]').waitFor();
  const at = () => new URL(page.url()).searchParams.get('case')?.replaceAll('"', '');
  await page.waitForFunction(() => location.search.includes('case='));
  const begins = at();
  await page.keyboard.press('j');
  await page.waitForFunction((was) => !location.search.includes(was ?? ''), begins);
  expect([first, second, third]).toContain(at());
  await page.keyboard.press('k');
  await page.waitForFunction((was) => location.search.includes(was ?? ''), begins);

  await open(`/a/dispatch?case=${first}`);
  await page.getByRole('heading', { name: /像是同一件事/ }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('下一件 / 上一件').waitFor();
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await settle(page);
  await picture(page, 'desk-beside');
  expect(await faultsOf(page)).toEqual([]);
  const row = page.locator('.jia-beside li', { hasText: '纸箱堵着一楼' });
  await row.getByRole('checkbox').check();
  await page.keyboard.press('m');
  await page.getByText('已并入 1 件').waitFor();
  const dispatcher = await street.as('沈派单');
  const joined = await dispatcher.call(getCase, { params: { caseId: second } });
  expect(joined.mergedInto?.caseId).toBe(first);
  expect(complaints).toEqual([]);
});

test('several are sent to one unit, and somebody faster is told in words', slow, async () => {
  const one = await waiting('二楼楼道灯下堆了旧家具', '0803');
  const other = await waiting('三楼门口堆着自行车', '0803');
  const { page, open, complaints } = await street.visit('沈派单', { viewport: desk });
  await open('/a/dispatch');
  const list = page.getByRole('navigation', { name: '按到期时间' });
  await list.getByRole('checkbox', { name: /旧家具/ }).check();
  await list.getByRole('checkbox', { name: /自行车/ }).check();
  await page.getByText('已选 2 件').waitFor();
  await page.getByRole('button', { name: '派给同一个单位' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('派给哪个单位').click();
  await page.getByTitle('北廊社区').last().click();
  // Article 17 is said before anything is sent: a pile in the stairwell is not the community's to lead.
  await drawer.locator('.jia-bulk-held').first().waitFor();
  expect(await drawer.locator('.jia-bulk-held').count()).toBe(2);
  expect(await drawer.getByRole('button', { name: /^派给同一个单位/ }).isDisabled()).toBe(true);
  await picture(page, 'desk-bulk');
  expect(await faultsOf(page)).toEqual([]);
  await drawer.getByLabel('派给哪个单位').fill('梧桐街道');
  await page.getByTitle('梧桐街道').last().click();
  await drawer.getByRole('button', { name: '派给同一个单位 2 件' }).click();
  await page.getByText('办好 2 件').waitFor();
  const dispatcher = await street.as('沈派单');
  const { items } = await dispatcher.call(listCases, { query: { status: 'dispatched' } });
  const sent = items.map(({ caseId }) => caseId);
  expect(sent).toEqual(expect.arrayContaining([one, other]));
  expect(complaints).toEqual([]);
});

test('a call is taken in with what its words suggest', slow, async () => {
  const { page, open, complaints } = await street.visit('沈派单', { viewport: desk });
  await open('/a/dispatch');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('n');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('来的人怎么说').fill('楼道里贴满小广告，撕了又贴');
  await drawer.getByLabel('在哪儿').fill('梧桐里1号院1号楼2单元');
  await drawer
    .getByRole('button', { name: /小广告/ })
    .first()
    .click();
  await drawer
    .getByRole('button', { name: /梧桐里1号院1号楼2单元/ })
    .first()
    .click();
  await drawer.getByLabel('怎么称呼').fill('王先生');
  await settle(page);
  await picture(page, 'desk-take-in');
  expect(await faultsOf(page)).toEqual([]);
  await drawer.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('收到了。编号').waitFor();
  const dispatcher = await street.as('沈派单');
  const { items } = await dispatcher.call(listCases, { query: { search: '楼道里贴满小广告' } });
  expect(items[0]).toMatchObject({ status: 'submitted', matter: { code: '0304' } });
  expect(complaints).toEqual([]);
});

test('the duty list and the directory are kept by hand', slow, async () => {
  const { page, open, complaints } = await street.visit('唐科长', { viewport: desk });
  await open('/a/duty-list');
  await page.getByText('还没有责任清单').waitFor();
  await page.getByRole('button', { name: '新增一项' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('编号').fill('3-101');
  await drawer.getByLabel('履责事项').fill('清除楼道和外墙的小广告');
  await drawer.getByText('社区主责').click();
  await drawer.getByRole('button', { name: '新增一项' }).click();
  await said(page, '清除楼道和外墙的小广告').waitFor();
  await drawer.waitFor({ state: 'hidden' });
  await settle(page);
  await picture(page, 'desk-duty');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await page.getByText('还没有责任清单').waitFor();

  await open('/a/dispatch-directory');
  await page.getByRole('button', { name: '新增一条' }).click();
  await drawer.getByLabel('分类').fill('小广告');
  await page.getByTitle('市容环卫 › 小广告').click();
  await drawer.getByLabel('派单规则').fill('小广告由所在社区当天清');
  await drawer.getByRole('button', { name: '新增一条' }).click();
  await page.getByRole('cell', { name: '小广告由所在社区当天清' }).waitFor();
  await drawer.waitFor({ state: 'hidden' });
  await settle(page);
  await picture(page, 'desk-directory');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '结束', exact: true }).click();
  await drawer.getByRole('button', { name: '结束', exact: true }).click();
  await page.getByText(/2026-11-21 至 2026-11-21/).waitFor();
  expect(complaints).toEqual([]);
});
