// A family redeems at a counter on two phones, and the merchant confirms the month.
import { beforeAll, expect, test } from 'vitest';
import { captureCode } from '#contract/redemption/counter.ts';
import { getMyRedemption } from '#contract/redemption/endpoints.ts';
import { openSettlements } from '#contract/redemption/office.ts';
import { codeOf, givePoints, joinShop, offerOf, reserve } from '../kit/counter.ts';
import { testNow } from '../kit/street.ts';
import { desk, faultsOf, picture, settle, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;

beforeAll(async () => {
  street = await webStreet();
  await street.owner.query(`update posts set starts_on = '2026-01-01'`);
  street.clock.set('2026-10-15T02:00:00.000Z');
  await joinShop(street, '石店员');
  await joinShop(street, '林店员');
  await givePoints(street, '陈居民', 1_000);
  const offer = await offerOf(street, '石店员', { validFrom: '2026-10-01', personCap: 2, stockTotal: 5 });
  await offerOf(street, '林店员', {
    title: '5元菜券',
    kind: 'coupon',
    points: 50,
    stockTotal: 0,
    validFrom: '2026-10-01',
  });
  const held = await reserve(street, '陈居民', offer.offerId);
  const { digits } = await codeOf(street, '陈居民', held.redemptionId);
  await (await street.as('石店员')).call(captureCode, { body: { code: digits } });
  street.clock.set('2026-11-02T02:00:00.000Z');
  await (await street.as('韩活动')).call(openSettlements, { body: { month: '2026-10' } });
  street.clock.set(testNow);
});

test('a family redeems at the counter: code on one phone, a large yes on the other', async () => {
  const mother = await street.visit('陈居民');
  await mother.open('/m/offers');
  await mother.page.getByText('剪发一次').waitFor();
  expect(await faultsOf(mother.page)).toEqual([]);
  await picture(mother.page, 'redemption-offers');
  await mother.page.getByRole('button', { name: '换“剪发一次”' }).click();
  await mother.page.getByText('积分先留10分钟').waitFor();
  await mother.page.getByRole('button', { name: '换', exact: true }).click();
  const digits = mother.page.locator('.jia-redeem-digits');
  await digits.waitFor();
  await mother.page.getByAltText('核销二维码').waitFor();
  expect(await faultsOf(mother.page)).toEqual([]);
  await picture(mother.page, 'redemption-code');
  const code = ((await digits.textContent()) ?? '').replace(/\s/g, '');
  expect(code).toMatch(/^\d{6}$/);

  const counter = await street.visit('石店员');
  await counter.open('/s');
  await counter.page.getByLabel('或输入顾客的6位码').fill(code);
  await picture(counter.page, 'redemption-counter');
  await counter.page.getByRole('button', { name: '核销', exact: true }).click();
  await counter.page.getByRole('heading', { name: '核销成功' }).waitFor({ timeout: 2_000 });
  expect(await counter.page.getByText('剪发一次 1份 · 80积分').count()).toBe(1);
  expect(await faultsOf(counter.page)).toEqual([]);
  await picture(counter.page, 'redemption-taken');

  // The same screenshot once more, at another counter, and in words.
  await counter.page.getByRole('button', { name: '下一位' }).click();
  await counter.page.getByLabel('或输入顾客的6位码').fill(code);
  await counter.page.getByRole('button', { name: '核销', exact: true }).click();
  await counter.page.getByText('这份兑换已经用过了：11月21日 10:00，春和理发店').waitFor();
  expect(await faultsOf(counter.page)).toEqual([]);
  await picture(counter.page, 'redemption-used');
  const other = await street.visit('林店员');
  await other.open('/s');
  await other.page.getByLabel('或输入顾客的6位码').fill(code);
  await other.page.getByRole('button', { name: '核销', exact: true }).click();
  await other.page.getByText('这是“春和理发店”的优惠，不是本店的').waitFor();

  await mother.page.getByText('已核销').waitFor();
  await mother.page.getByText('4 星').click();
  await mother.page.getByRole('button', { name: '评价' }).click();
  await mother.page.getByText('您评了 4 星').waitFor();
  expect(await faultsOf(mother.page)).toEqual([]);
  for (const visit of [mother, counter, other]) {
    expect(visit.complaints).toEqual([]);
    await visit.context.close();
  }
});

test('without a network the counter takes a voucher once and sends it in later', async () => {
  const small = await offerOf(street, '石店员', { title: '修面一次', points: 20, isOffline: true });
  const mother = await street.visit('陈居民');
  await mother.open('/m/offers');
  await mother.page.getByRole('button', { name: '换“修面一次”' }).click();
  await mother.page.getByText('存成离线券').click();
  await mother.page.getByRole('button', { name: '换', exact: true }).click();
  await mother.page.getByAltText('离线券').waitFor();
  expect(await faultsOf(mother.page)).toEqual([]);
  await picture(mother.page, 'redemption-voucher');
  const { rows } = await street.owner.query('select id from redemptions where offer_id = $1', [
    small.offerId,
  ]);
  const params = { redemptionId: rows[0]?.id };
  const { voucher } = await (await street.as('陈居民')).call(getMyRedemption, { params });

  const counter = await street.visit('石店员');
  await counter.open('/s/counter');
  await counter.page.getByText('今日记录').waitFor();
  const enter = async () => {
    await counter.page.getByLabel('或输入顾客的6位码').fill(voucher ?? '');
    await counter.page.getByRole('button', { name: '核销', exact: true }).click();
  };
  await counter.context.setOffline(true);
  await counter.page.getByLabel('或输入顾客的6位码').fill('123456');
  await counter.page.getByRole('button', { name: '核销', exact: true }).click();
  await counter.page.getByText('没有网络，6位码要联网才能核销').waitFor();
  await counter.page.getByRole('button', { name: '下一位' }).click();
  await enter();
  await counter.page.getByText('离线券已收下').waitFor();
  await picture(counter.page, 'redemption-voucher-kept');
  await counter.page.getByRole('button', { name: '下一位' }).click();
  await enter();
  await counter.page.getByText('这张离线券本机已经收过了').waitFor();
  await counter.context.setOffline(false);
  await mother.page.getByText('已核销').waitFor();
  expect(await faultsOf(mother.page)).toEqual([]);
  for (const visit of [mother, counter]) {
    expect(visit.complaints).toEqual([]);
    await visit.context.close();
  }
});

test('the merchant stops an offer, adds a colleague and confirms the month; a second person signs it', async () => {
  const owner = await street.visit('石店员');
  await owner.open('/s/offers');
  await owner.page.getByRole('button', { name: '暂停' }).first().click();
  await owner.page.getByRole('button', { name: '恢复' }).waitFor();
  expect(await faultsOf(owner.page)).toEqual([]);
  await picture(owner.page, 'redemption-shop-offers');

  await owner.open('/s/mine');
  await owner.page.getByText('春和理发店').waitFor();
  await owner.page.getByRole('button', { name: '添加店员' }).click();
  await owner.page.getByLabel('姓名').fill('小石');
  await owner.page.getByLabel('手机号').fill('13900007001');
  await owner.page.getByRole('button', { name: '添加', exact: true }).click();
  await owner.page.getByText('小石', { exact: true }).waitFor();
  expect(await faultsOf(owner.page)).toEqual([]);
  await picture(owner.page, 'redemption-shop');

  await owner.open('/s/months');
  await owner.page.getByText('2026年10月').click();
  await owner.page.getByText('8.00元').first().waitFor();
  await picture(owner.page, 'redemption-month');
  await owner.page.getByRole('button', { name: '确认无误' }).click();
  await owner.page.getByText('商户已确认').waitFor();
  expect(await faultsOf(owner.page)).toEqual([]);
  expect(owner.complaints).toEqual([]);
  await owner.context.close();

  const chief = await street.visit('唐科长', { viewport: desk });
  await chief.open('/a/settlements');
  await picture(chief.page, 'redemption-settlements');
  await chief.page.getByRole('link', { name: '春和理发店' }).click();
  await chief.page.getByRole('button', { name: '复核签字' }).click();
  await chief.page.getByText('已复核，待付款').waitFor();
  await settle(chief.page);
  expect(await faultsOf(chief.page)).toEqual([]);
  await picture(chief.page, 'redemption-settlement');
  await chief.open('/a/merchants');
  await chief.page.getByRole('link', { name: '春和理发店' }).click();
  await chief.page.getByText('评分档案').waitFor();
  expect(await faultsOf(chief.page)).toEqual([]);
  await picture(chief.page, 'redemption-merchant');
  expect(chief.complaints).toEqual([]);
  await chief.context.close();
});
