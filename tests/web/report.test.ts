// 随手报 with what is filled in, joined and said first; and the two other ways of asking.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { assignPost } from '#contract/identity/endpoints.ts';
import { registerOrganisation, setAreasServed } from '#contract/organisations/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { testPeople } from '../kit/people.ts';
import { greyPhoto } from '../kit/photos.ts';
import { faultsOf, picture, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let communityId = '';
let estateId = '';
beforeAll(async () => {
  street = await webStreet();
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  communityId = id('990101001001');
  estateId = id('990101001001001E01');
}, 120_000);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function sent(page: Page): Promise<void> {
  await button(page, '提交').click();
  await page.getByText('收到了。编号').waitFor();
}

test('a photo and a sentence are enough: place and matter are filled in', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m/report');
  const file = { name: 'lamp.png', mimeType: 'image/png', buffer: await greyPhoto(60) };
  await page.getByLabel('拍一张').setInputFiles(file);
  await page.getByLabel('怎么了').fill('梧桐里1号院1号楼1单元楼道里贴满小广告');
  await page.getByText('已帮您选好').waitFor();
  const chips = page.locator('.jia-choice');
  await chips.filter({ hasText: '小广告' }).click();
  expect(await chips.first().textContent()).toBe('小广告');
  await page.locator('.jia-photo img').waitFor();
  await page.getByText('待传').waitFor({ state: 'detached' });
  await picture(page, 'w3-report');
  expect(await faultsOf(page)).toEqual([]);
  await sent(page);
  const { items } = await (await street.as('陈居民')).call(cases.listMyCases);
  expect(items[0]).toMatchObject({ placeText: '梧桐里1号院1号楼1单元', kind: 'resident_report' });
  expect(complaints).toEqual([]);
});

test('a neighbour follows the open case instead of reporting it again', slow, async () => {
  const { page, open } = await street.visit('赵楼长');
  await open('/m/report');
  await page.getByLabel('怎么了').fill('梧桐里1号院1号楼1单元楼道贴满小广告，没人管');
  await button(page, '就是这件，跟着看').waitFor();
  await picture(page, 'w3-similar');
  expect(await faultsOf(page)).toEqual([]);
  await button(page, '就是这件，跟着看').click();
  await page.getByText('您和 1 位邻居反映同一件事').waitFor();
  const { items } = await (await street.as('赵楼长')).call(cases.listMyCases);
  expect(items.map(({ way }) => way)).toEqual(['follow']);
  await open('/m/report');
  expect(await page.getByLabel('怎么了').inputValue()).toBe('');
});

test('words of danger show whom to call, also without a network', slow, async () => {
  const { page, open, context } = await street.visit('陈居民', { mode: 'elder' });
  await open('/m/report');
  await context.setOffline(true);
  await page.getByLabel('怎么了').fill('楼道里煤气味很大');
  await page.getByRole('alert').getByRole('link', { name: '119' }).waitFor();
  await picture(page, 'w3-alarm-elder');
  expect(await faultsOf(page)).toEqual([]);
  const widths = await page.evaluate(() => [document.body.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
});

test('for a neighbour: the neighbour is called', slow, async () => {
  const { page, open } = await street.visit('陈居民');
  await open('/m/report');
  if (await button(page, '重新写').isVisible()) await button(page, '重新写').click();
  await button(page, '代邻居报').click();
  await page.getByLabel('邻居怎么称呼').fill('刘奶奶');
  await page.getByLabel('邻居的电话').fill('139123');
  await page.getByLabel('怎么了').fill('1号院1号楼的坡道裂了，轮椅过不去');
  await page.getByText('是不是').or(page.getByText('已帮您选好')).first().waitFor();
  if (await button(page, '就是这里').isVisible()) await button(page, '就是这里').click();
  await page.getByText('手机号要11位，现在是6位').waitFor();
  await page.getByLabel('邻居的电话').fill('13912345678');
  await page.getByText('不公开我的名字和照片').click();
  await picture(page, 'w3-neighbour');
  await sent(page);
  const found = await (await street.as('李书记')).call(cases.listCases, { query: { search: '坡道' } });
  const caseId = found.items[0]?.caseId ?? '';
  const { requesters } = await (await street.as('李书记')).call(cases.getCase, { params: { caseId } });
  expect(requesters[0]).toMatchObject({ onBehalfOf: '刘**', hidden: true, phone: '139****5678' });
});

test('the property company gets what concerns its estate, and nobody waits for an office', slow, async () => {
  const secretary = await street.as('李书记');
  const { organisationId, version } = await secretary.call(registerOrganisation, {
    body: { kind: 'property_company', name: '和安物业', areaId: communityId },
  });
  await secretary.call(setAreasServed, {
    params: { organisationId },
    body: { areaIds: [estateId], version },
  });
  await (await street.as('安全员')).call(assignPost, {
    body: {
      name: '安物业',
      phone: testPeople.find(({ name }) => name === '安物业')?.phone ?? '',
      role: 'property_staff',
      areaId: estateId,
      organisationId,
    },
  });

  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m/report/property');
  await page.getByLabel('要物业办什么').fill('梧桐里1号院1号楼1单元，单元门关不上');
  await page.getByText('已帮您选好').first().waitFor();
  await page.getByText('物业管理', { exact: true }).click();
  await picture(page, 'property-request');
  expect(await faultsOf(page)).toEqual([]);
  await sent(page);
  await button(page, '看办到哪了').click();
  await page.getByText('和安物业在办').waitFor();

  const company = await street.visit('安物业');
  await company.open('/g/today');
  await company.page.getByRole('heading', { name: /单元门/ }).waitFor();
  await picture(company.page, 'property-today');
  expect(await faultsOf(company.page)).toEqual([]);
  expect(complaints).toEqual([]);
});
