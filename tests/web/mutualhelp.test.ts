// Two neighbours on two phones: one asks, one helps, thanks are said. And a call that is answered with one tap.
import { beforeAll, expect, test } from 'vitest';
import { issueCall } from '#contract/calls/endpoints.ts';
import { postNeed } from '#contract/mutualhelp/teams.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { desk, faultsOf, picture, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let communityId = '';
beforeAll(async () => {
  street = await webStreet();
  const office = await street.as('李书记');
  const { items } = await office.call(listAreas, { query: { level: 'community' } });
  communityId = items.find(({ code }) => code === '990101001001')?.areaId ?? '';
}, 120_000);

test('asking, choosing, calling, thanking', slow, async () => {
  const asker = await street.visit('陈居民');
  await asker.open('/m/community');
  await asker.page.getByRole('heading', { name: '邻居需要' }).waitFor();
  await picture(asker.page, 'community');
  expect(await faultsOf(asker.page)).toEqual([]);
  await asker.page.getByRole('button', { name: '我需要帮忙' }).click();
  await asker.page.getByText('搬东西', { exact: true }).click();
  await asker.page.getByLabel('说一说').fill('搬一个书架下楼，给50元');
  await asker.page.getByText('上午 8–12点').click();
  await asker.page.getByText('一位邻居，社区知道').click();
  await picture(asker.page, 'help-ask');
  expect(await faultsOf(asker.page)).toEqual([]);
  await asker.page.getByRole('button', { name: '发出去' }).click();
  await asker.page.getByText('邻里互助不谈钱').waitFor();
  await asker.page.getByLabel('说一说').fill('搬一个书架下楼');
  await asker.page.getByRole('button', { name: '发出去' }).click();
  await asker.page.getByText('还没有邻居应').waitFor();

  const helper = await street.visit('赵楼长');
  await helper.open('/m/community');
  await helper.page.getByText('搬东西 · 搬一个书架下楼').click();
  await helper.page.getByRole('button', { name: '先看看互助约定' }).click();
  await helper.page.getByRole('button', { name: '我愿意这样做' }).click();
  await helper.page.getByText('您已签过约定').waitFor();
  await picture(helper.page, 'help-offer');
  expect(await faultsOf(helper.page)).toEqual([]);
  await helper.open('/m/community');
  await helper.page.getByText('搬东西 · 搬一个书架下楼').click();
  await helper.page.getByRole('button', { name: '我来帮' }).click();
  await helper.page.getByText('告诉对方了').waitFor();
  expect(await helper.page.getByText('19900001001').count()).toBe(0);

  await asker.page.reload();
  await asker.page.getByRole('button', { name: '请他来' }).click();
  await asker.page.getByRole('button', { name: '看电话和门牌' }).click();
  const call = asker.page.getByRole('link', { name: '打给赵楼长' });
  expect(await call.getAttribute('href')).toBe('tel:19900001002');
  await picture(asker.page, 'help-matched');
  expect(await faultsOf(asker.page)).toEqual([]);
  await helper.page.reload();
  await helper.page.getByRole('button', { name: '看电话和门牌' }).click();
  await helper.page.getByText('101').waitFor();

  await asker.page.getByRole('button', { name: '办好了，道谢' }).click();
  await asker.page.getByLabel('想说的话（可不写）').fill('谢谢赵叔');
  await asker.page.getByRole('button', { name: '道谢', exact: true }).click();
  await asker.page.getByText('“谢谢赵叔”').waitFor();
  expect(asker.complaints).toEqual([]);
  expect(helper.complaints).toEqual([]);
});

test('a call is on the home page and answered with one tap, in large type too', slow, async () => {
  const secretary = await street.as('李书记');
  await secretary.call(issueCall, {
    body: {
      template: 'snow',
      title: '一起扫雪',
      why: '清出楼门口的路',
      areaId: communityId,
      gatherPoint: '居委会门口',
      startsAt: '2026-11-21T03:00:00.000Z',
      endsAt: '2026-11-21T05:00:00.000Z',
      peopleWanted: 5,
      areaIds: [communityId],
      groups: ['everyone'],
    },
  });
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m');
  await page.getByRole('heading', { name: '动员令 · 一起扫雪' }).waitFor();
  await page.getByRole('button', { name: '我能来' }).click();
  await page.getByText('您说了能来，到时候见').waitFor();
  await picture(page, 'call-home');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '看一看' }).click();
  await page.getByText('1 人来，需要 5 人').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const elder = await street.visit('赵楼长', { mode: 'elder' });
  await elder.open('/m');
  await elder.page.getByRole('button', { name: '来不了' }).waitFor();
  await picture(elder.page, 'call-elder');
  expect(await faultsOf(elder.page)).toEqual([]);
  await elder.page.getByRole('button', { name: '来不了' }).click();
  await elder.page.getByRole('heading', { name: '动员令 · 一起扫雪' }).waitFor({ state: 'detached' });
});

test('the office sees who comes, the grid worker how many', slow, async () => {
  const office = await street.visit('李书记', { viewport: desk });
  await office.open('/a/calls');
  await office.page.getByText('1/5').waitFor();
  await office.page.getByRole('button', { name: '查看' }).click();
  await office.page.getByText('陈居民').waitFor();
  await picture(office.page, 'calls-desk');
  expect(await faultsOf(office.page)).toEqual([]);
  expect(office.complaints).toEqual([]);
  const field = await street.visit('周网格');
  await field.open('/g/duty');
  await field.page.getByRole('heading', { name: '一起扫雪' }).waitFor();
  expect(await field.page.getByText('陈居民').count()).toBe(0);
  await picture(field.page, 'calls-field');
  expect(await faultsOf(field.page)).toEqual([]);
});

test('a call is counted before it goes out', slow, async () => {
  const { page, open, complaints } = await street.visit('李书记', { viewport: desk });
  await open('/a/calls');
  await page.getByRole('button', { name: '发布动员令' }).click();
  await page.getByLabel('叫哪些社区、网格的人').fill('北廊');
  await page.getByText('北廊社区 · 990101001001', { exact: true }).last().click();
  await page.getByRole('button', { name: '数一数叫得到几人' }).click();
  await page.getByText('会通知 2 人').waitFor();
  await picture(page, 'call-issue');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a team takes on what the community needs', slow, async () => {
  const clerk = await street.as('郑社工');
  await clerk.call(postNeed, {
    body: {
      communityId,
      title: '周末给独居老人理发',
      startsAt: '2026-11-28T01:00:00.000Z',
      endsAt: '2026-11-28T03:00:00.000Z',
      peopleWanted: 4,
    },
  });
  const { page, open, complaints } = await street.visit('陈居民');
  await open('/m/volunteer-teams');
  await page.getByRole('button', { name: '成立队伍' }).first().click();
  await page.getByLabel('队名').fill('暖心理发队');
  await page.getByLabel('做什么').fill('周末给老人理发');
  await page.getByRole('button', { name: '成立队伍' }).last().click();
  await page.getByRole('button', { name: '我们队接' }).click();
  await page.getByText('暖心理发队接了').waitFor();
  await picture(page, 'teams');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  const office = await street.visit('郑社工', { viewport: desk });
  await office.open('/a/volunteer-needs');
  await office.page.getByText('有队伍接了').waitFor();
  await picture(office.page, 'needs-desk');
  expect(await faultsOf(office.page)).toEqual([]);
});
