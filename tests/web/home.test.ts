// The first page of a resident: who is near, and where the register does not know it, which community is mine.
import { beforeAll, expect, test } from 'vitest';
import { addContact, registerOrganisation } from '#contract/organisations/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { faultsOf, picture, settle, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
  const clerk = await street.as('郑社工');
  const { items } = await clerk.call(listAreas, { query: { search: '990101001001' } });
  const areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  const office = { kind: 'community_office', name: '北廊社区居委会', areaId } as const;
  const { organisationId } = await clerk.call(registerOrganisation, { body: office });
  const body = { name: '值班室', duty: '24小时值班', phone: '01000000124' };
  await clerk.call(addContact, { params: { organisationId }, body });
}, 120_000);

test('a neighbour is one tap away from the warden of the own door', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m');
  await page.getByRole('heading', { name: '北廊社区' }).waitFor();
  const warden = page.getByRole('link', { name: '打给赵楼长，楼门长 · 1单元' });
  expect(await warden.getAttribute('href')).toBe('tel:19900001002');
  await page.getByRole('link', { name: '打给北廊社区居委会' }).waitFor();
  await picture(page, 'home-standard');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the elder page has one large card, and reads it aloud', slow, async () => {
  const { page, open, complaints } = await street.visit('陈居民', { mode: 'elder' });
  await open('/m');
  const card = page.getByRole('link', { name: '打给赵楼长，您的楼门长，1单元' });
  await card.waitFor();
  expect((await card.boundingBox())?.height).toBeGreaterThanOrEqual(100);
  await picture(page, 'home-elder');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('whoever is not in the register chooses a community, and may change it', slow, async () => {
  const { page, open } = await street.visit('安物业');
  await open('/m');
  await page.getByRole('heading', { name: '您住在哪个社区' }).waitFor();
  await picture(page, 'home-choose');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '北廊社区' }).click();
  await page.getByRole('link', { name: '打给北廊社区居委会' }).waitFor();
  expect(await page.getByText('赵楼长').count()).toBe(0);

  await page.getByRole('button', { name: '北廊社区，换社区' }).click();
  await page.getByRole('button', { name: '南廊社区' }).click();
  await page.getByRole('button', { name: '南廊社区，换社区' }).waitFor();
  await settle(page);
  expect(await page.getByRole('link', { name: '打给北廊社区居委会' }).count()).toBe(0);
});
