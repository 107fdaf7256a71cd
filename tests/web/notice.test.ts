// What the street shows and sets: proofs and checks under public notice, the limits of redemption, guardians.
import { beforeAll, expect, test } from 'vitest';
import * as attendance from '#contract/attendance/endpoints.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { begins, ends, sessionToday, stays, venueOf } from '../kit/attendance.ts';
import { desk, faultsOf, picture, said, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;

beforeAll(async () => {
  street = await webStreet();
  const secretary = await street.as('李书记');
  const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
  const community = areas.find((area) => area.code === '990101001001')?.areaId ?? '';
  const chen = (await secretary.call(listPersons, { query: { name: '陈居民' } })).items[0]?.personId ?? '';
  const by = await street.as('陈居民');
  const sessionId = await sessionToday(secretary, community, [{ by, personIds: [chen] }]);
  const venue = await venueOf(street, await street.as('郑社工'), sessionId);
  await stays(street, venue, '陈居民', chen, begins, ends);
  const today = street.clock.now().toISOString().slice(0, 10);
  const body = { personId: chen, organisationId: null, fromOn: '2026-01-01', toOn: today };
  await (await street.as('陈居民')).call(attendance.issueCertificate, { body });
});

test('a stranger reads what was issued, a neighbour objects, the office answers', async () => {
  const stranger = await street.visit(null);
  await stranger.open('/p/hours');
  await stranger.page.getByText('陈**').first().waitFor();
  expect(await stranger.page.getByText('陈居民').count()).toBe(0);
  expect(await faultsOf(stranger.page)).toEqual([]);
  await picture(stranger.page, 'notice-public');

  const neighbour = await street.visit('赵楼长');
  await neighbour.open('/m/hours-notice');
  await neighbour.page.getByRole('button', { name: '提异议' }).first().click();
  await neighbour.page.getByLabel('哪里不对').fill('那天没有开门');
  await picture(neighbour.page, 'notice-object');
  await neighbour.page.getByRole('button', { name: '提交' }).click();
  await neighbour.page.getByText('已提异议').waitFor();
  expect(await faultsOf(neighbour.page)).toEqual([]);

  const office = await street.visit('李书记', { viewport: desk });
  await office.open('/a/hours-objections');
  await office.page.getByText('那天没有开门').waitFor();
  expect(await faultsOf(office.page)).toEqual([]);
  await picture(office.page, 'notice-objections');
  await office.page.getByRole('button', { name: '答复' }).click();
  await office.page.getByRole('dialog').getByLabel('答复').fill('核对过签到表');
  await office.page.getByRole('button', { name: '不属实' }).click();
  await said(office.page, '核对过签到表').waitFor();
  expect(office.complaints).toEqual([]);
});

test('a draw is looked at and published', async () => {
  const office = await street.visit('李书记', { viewport: desk });
  await office.open('/a/hours-spot-check');
  await office.page.getByLabel('查哪里的台账').click();
  await office.page.getByTitle(/社区 /).first().click();
  await office.page.getByLabel('抽签词').fill('晴');
  await office.page.getByRole('button', { name: '抽取' }).click();
  await office.page.getByRole('checkbox', { name: '有误' }).first().waitFor();
  expect(await faultsOf(office.page)).toEqual([]);
  await picture(office.page, 'notice-draw');
  await office.page.getByRole('button', { name: '公布结果' }).click();
  await office.page.getByLabel('结果说明').fill('与签到表一致');
  await office.page.getByRole('dialog').getByRole('button', { name: '公布结果' }).click();
  await office.page.getByText('已公布，居民可以在公示页看到').waitFor();
  const stranger = await street.visit(null);
  await stranger.open('/p/hours');
  await stranger.page.getByText('与签到表一致').waitFor();
  await picture(stranger.page, 'notice-published');
});

test('the street changes the limits of redemption, and residents read them', async () => {
  const chief = await street.visit('唐科长', { viewport: desk });
  await chief.open('/a/redemption-limits');
  await chief.page.getByText('平台初始规则').waitFor();
  await chief.page.getByRole('button', { name: '修改规则' }).click();
  await chief.page.getByLabel('积分留多久（分钟）').fill('20');
  await chief.page.getByLabel('依据').fill('街道办公会第12次纪要');
  await picture(chief.page, 'limits-form');
  await chief.page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await chief.page.getByText('第 2 版').waitFor();
  expect(await faultsOf(chief.page)).toEqual([]);
  await picture(chief.page, 'limits-page');

  const mother = await street.visit('陈居民');
  await mother.open('/m/offers');
  await mother.page.getByText('选好后积分留20分钟').waitFor();
  await picture(mother.page, 'limits-resident');
});

test('a guardian is added to a child and a paper consent recorded', async () => {
  const office = await street.as('李书记');
  const { items } = await office.call(listPersons, { query: { name: '陈小树' } });
  const secretary = await street.visit('李书记', { viewport: desk });
  await secretary.open(`/a/residents?person=${items[0]?.personId}`);
  await secretary.page.getByRole('button', { name: '添加监护人' }).click();
  await secretary.page.getByLabel('监护人', { exact: true }).fill('赵楼长');
  await secretary.page.getByTitle(/^赵/).first().click();
  await secretary.page.getByText('其他监护人', { exact: true }).last().click();
  await picture(secretary.page, 'guardian-form');
  await secretary.page.getByRole('button', { name: '添加监护人' }).last().click();
  await secretary.page.getByText('赵** · 其他监护人').waitFor();
  expect(await faultsOf(secretary.page)).toEqual([]);
  await picture(secretary.page, 'guardian-added');

  await secretary.page.getByRole('button', { name: '登记同意' }).click();
  await secretary.page.getByText('公开活动照片').last().click();
  await secretary.page.getByLabel('凭据').fill('同意书2026-118');
  await picture(secretary.page, 'consent-form');
  await secretary.page.getByRole('button', { name: '保存' }).last().click();
  await secretary.page.getByText('纸质').first().waitFor();
  await secretary.page.getByRole('button', { name: '解除' }).last().click();
  await secretary.page.getByLabel('原因').fill('登记有误');
  await secretary.page.getByRole('dialog').getByRole('button', { name: '解除' }).last().click();
  await secretary.page.getByText('赵** · 其他监护人').waitFor({ state: 'detached' });
});
