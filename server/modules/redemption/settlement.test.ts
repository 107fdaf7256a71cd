// The month of a merchant: frozen, confirmed, signed by two, paid outside. And what residents say of it.
import { beforeAll, describe, expect, test } from 'vitest';
import * as counter from '#contract/redemption/counter.ts';
import { rateRedemption } from '#contract/redemption/endpoints.ts';
import * as office from '#contract/redemption/office.ts';
import type { Receipt, SettlementRecord } from '#contract/redemption/records.ts';
import { violationsOf } from '#modules/points/store/ledger.ts';
import { codeOf, givePoints, joinShop, offerOf, reserve } from '../../../tests/kit/counter.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { inStreet } from '../../../tests/kit/points.ts';
import { testNow, testStreet } from '../../../tests/kit/street.ts';
import { publishScores, tellHonoured } from './service/sweep.ts';

const street = await testStreet();
const resident = '陈居民';
const owner = '石店员';
let merchantId = '';
let offerId = '';

beforeAll(async () => {
  await street.owner.query(`update posts set starts_on = '2026-01-01'`);
  street.clock.set('2026-10-10T02:00:00.000Z');
  merchantId = (await joinShop(street, owner)).merchantId;
  await joinShop(street, '林店员');
  await givePoints(street, resident, 5_000);
  offerId = (await offerOf(street, owner, { stockTotal: 50, validFrom: '2026-10-01' })).offerId;
});

async function taken(at: string): Promise<Receipt> {
  street.clock.set(at);
  const held = await reserve(street, resident, offerId);
  const { qr } = await codeOf(street, resident, held.redemptionId);
  return await (await street.as(owner)).call(counter.captureCode, { body: { code: qr } });
}
const open = async (month: string) =>
  await (await street.as('韩活动')).call(office.openSettlements, { body: { month } });
const months = async () => (await (await street.as(owner)).call(counter.listShopMonths)).items;
const settled = async (): Promise<SettlementRecord> => {
  const found = (await months()).find(({ month }) => month === '2026-10')?.settlement;
  if (!found) throw new Error('October is not settled');
  return found;
};

describe('October', () => {
  beforeAll(async () => {
    await taken('2026-10-10T03:00:00.000Z');
    await taken('2026-10-11T03:00:00.000Z');
    const { redemptionId } = await taken('2026-10-12T03:00:00.000Z');
    await (await street.as(owner)).call(counter.undoCapture, { params: { redemptionId } });
    await taken('2026-10-31T15:59:00.000Z');
    await taken('2026-11-01T03:00:00.000Z');
  });

  test('cannot be frozen while it runs', async () => {
    street.clock.set('2026-10-31T16:05:00.000Z');
    const refusal = await (await street.as('韩活动')).refusal(office.openSettlements, {
      body: { month: '2026-10' },
    });
    expect(refusal).toMatchObject({
      code: 'settlement.month_running',
      detail: '这个月还没结束，11月1日起可以结算',
    });
  });

  test('is the captures without what was undone, agrees with the ledger, and once more adds nothing', async () => {
    street.clock.set('2026-11-02T02:00:00.000Z');
    expect(await open('2026-10')).toEqual({ opened: 1, known: 0 });
    expect(await open('2026-10')).toEqual({ opened: 0, known: 1 });
    expect(await settled()).toMatchObject({ count: 3, points: 240, subsidyFen: 2_400, state: 'open' });
    expect((await months()).map(({ month, count }) => [month, count])).toEqual([
      ['2026-11', 1],
      ['2026-10', 3],
    ]);
    const { rows } = await street.owner.query('select total::int from points_settlements where id = $1', [
      (await settled()).settlementId,
    ]);
    expect(rows).toEqual([{ total: 240 }]);
  });

  test('is appealed by the owner, answered, confirmed; staff that is not the owner only looks on', async () => {
    const caller = await street.as(owner);
    await caller.call(counter.addShopStaff, { body: { name: '小石', phone: '13900008001' } });
    const colleague = await street.byPhone('13900008001');
    const { settlementId, version } = await settled();
    const params = { settlementId };
    expect(await colleague.refusal(counter.confirmSettlement, { params, body: { version } })).toMatchObject({
      code: 'merchant.not_owner',
    });
    const appealed = await caller.call(counter.appealSettlement, {
      params,
      body: { text: '少一笔', version },
    });
    const chief = await street.as('唐科长');
    expect(
      await chief.refusal(office.signSettlement, { params, body: { version: appealed.version } }),
    ).toMatchObject({ code: 'settlement.appeal_open' });
    const answered = await (await street.as('韩活动')).call(office.answerAppeal, {
      params,
      body: { text: '那一笔当天撤销了', version: appealed.version },
    });
    expect(answered).toMatchObject({ state: 'open', answer: '那一笔当天撤销了' });
    const confirmed = await caller.call(counter.confirmSettlement, {
      params,
      body: { version: answered.version },
    });
    expect(confirmed.state).toBe('confirmed');
  });

  test('is signed by somebody else than who opened it, and closed once with the payment', async () => {
    const { settlementId, version } = await settled();
    const params = { settlementId };
    expect(
      await (await street.as('韩活动')).refusal(office.closeSettlement, {
        params,
        body: { paymentReference: '国库-118', version },
      }),
    ).toMatchObject({ code: 'settlement.not_signed' });
    const signed = await (await street.as('唐科长')).call(office.signSettlement, {
      params,
      body: { version },
    });
    const close = { params, body: { paymentReference: '国库-118', version: signed.version } };
    const closed = await (await street.as('韩活动')).call(office.closeSettlement, close);
    expect(closed).toMatchObject({ state: 'closed', paymentReference: '国库-118' });
    expect(await (await street.as('韩活动')).refusal(office.closeSettlement, close)).toMatchObject({
      code: 'settlement.closed',
    });
    expect(await violationsOf(street.kernel.db, streetId)).toEqual([]);
  });

  test('is a list with lines drawn for the audit, and a sheet of the same lines', async () => {
    const { settlementId } = await settled();
    const params = { settlementId };
    const file = await (await street.as('李书记')).call(office.getSettlement, { params });
    expect(file.hands.map(({ deed, name }) => `${deed} ${name}`)).toEqual([
      'opened 韩活动',
      'appealed 石**',
      'answered 韩活动',
      'confirmed 石**',
      'signed 唐科长',
      'closed 韩活动',
    ]);
    const again = await (await street.as('高主任')).call(office.getSettlement, { params });
    expect(file.lines.filter((line) => line.isSample)).toHaveLength(1);
    expect(again.lines).toEqual(file.lines);
    const own = await (await street.as(owner)).call(counter.getShopSettlement, { params });
    expect(own.lines.every((line) => !line.isSample)).toBe(true);
    const sheet = await (await street.as(owner)).send({
      method: 'GET',
      url: `/api/shop/settlements/${settlementId}/sheet`,
    });
    expect(sheet.statusCode).toBe(200);
    expect(sheet.headers['content-disposition']).toContain(encodeURIComponent('春和理发店'));
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(await (await street.as('林店员')).refusal(counter.getShopSettlement, { params })).toMatchObject({
      status: 403,
    });
  });
});

describe('ratings', () => {
  test('follow a capture, once, by who redeemed, and move no points', async () => {
    const receipt = await taken(testNow);
    const params = { redemptionId: receipt.redemptionId };
    const before = await street.owner.query(
      'select sum(balance)::int as sum, count(*)::int from points_accounts',
    );
    const rate = { params, body: { stars: 4, note: '' } };
    expect(await (await street.as('赵楼长')).refusal(rateRedemption, rate)).toMatchObject({
      code: 'redemption.not_yours',
    });
    const caller = await street.as(resident);
    expect(await caller.call(rateRedemption, rate)).toMatchObject({ stars: 4 });
    expect(await caller.refusal(rateRedemption, rate)).toMatchObject({ code: 'redemption.rated_already' });
    const after = await street.owner.query(
      'select sum(balance)::int as sum, count(*)::int from points_accounts',
    );
    expect(after.rows).toEqual(before.rows);
  });

  test('a score is published once a month from its items, and a capture is honoured when it cannot be undone', async () => {
    const caller = await street.as('韩活动');
    await caller.call(office.enterScore, {
      params: { merchantId },
      body: { item: 'helped_neighbours', note: '给独居老人送饭' },
    });
    street.clock.set('2026-12-01T02:00:00.000Z');
    await inStreet(street, publishScores);
    await inStreet(street, publishScores);
    const record = await (await street.as('李书记')).call(office.getMerchant, { params: { merchantId } });
    expect(record.scores).toEqual([
      { month: '2026-11', base: 80, items: 5, ratingMove: 0, ratings: 1, score: 85 },
    ]);
    await inStreet(street, tellHonoured);
    await inStreet(street, tellHonoured);
    const { rows } = await street.owner.query(
      `select count(*)::int as count from events where name = 'redemption.honoured'`,
    );
    expect(rows).toEqual([{ count: 5 }]);
  });
});
