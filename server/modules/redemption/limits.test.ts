// What the street says about redemption binds from its day on; what has begun keeps what it began with.
import { beforeAll, expect, test } from 'vitest';
import * as counter from '#contract/redemption/counter.ts';
import { changeLimits, listLimits, readLimits } from '#contract/redemption/limits.ts';
import * as office from '#contract/redemption/office.ts';
import { codeOf, givePoints, joinShop, offerOf, reserve } from '../../../tests/kit/counter.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { firstLimits } from './limits.ts';

const street = await testStreet();
const resident = '陈居民';
const owner = '石店员';
const change = { ...firstLimits, fromOn: '2026-10-11', reason: '街道办公会' };
let offerId = '';

beforeAll(async () => {
  await street.owner.query(`update posts set starts_on = '2026-01-01'`);
  street.clock.set('2026-10-10T02:00:00.000Z');
  await joinShop(street, owner);
  await givePoints(street, resident, 5_000);
  const facts = { stockTotal: 50, validFrom: '2026-10-01', isOffline: true };
  offerId = (await offerOf(street, owner, facts)).offerId;
});

const minutesBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 60_000;
const take = async (redemptionId: string) => {
  const { qr } = await codeOf(street, resident, redemptionId);
  return await (await street.as(owner)).call(counter.captureCode, { body: { code: qr } });
};

test('only the street changes them, not into the past, and on what it has read', async () => {
  const chief = await street.as('唐科长');
  expect(
    await (await street.as('李书记')).refusal(changeLimits, { body: { ...change, version: 1 } }),
  ).toMatchObject({
    status: 403,
    code: 'permission.missing',
  });
  const past = { ...change, fromOn: '2026-10-09', version: 1 };
  expect((await chief.refusal(changeLimits, { body: past })).code).toBe('redemption_limits.past');
  const endless = { ...change, holdMinutes: 100_000, version: 1 };
  expect((await chief.refusal(changeLimits, { body: endless })).status).toBe(400);
  const body = { ...change, holdMinutes: 30, undoMinutes: 60, voucherHours: 4, heldMax: 1, pairPerDayMax: 1 };
  await chief.call(changeLimits, { body: { ...body, sampleOneIn: 1, silenceDays: 3, version: 1 } });
  expect((await chief.refusal(changeLimits, { body: { ...body, version: 1 } })).code).toBe('version.stale');
  const read = await (await street.as('韩活动')).call(listLimits);
  expect(read.can.change).toBe('redemption_limits.street_only');
  expect(read.items.map((one) => [one.version, one.holdMinutes, one.isInForce, one.madeBy])).toEqual([
    [2, 30, false, '唐科长'],
    [1, 10, true, null],
  ]);
});

test('they bind from their day on, and what was reserved before keeps its time', async () => {
  street.clock.set('2026-10-10T15:55:00.000Z');
  const before = await reserve(street, resident, offerId);
  expect(minutesBetween(before.reservedAt, before.holdUntil)).toBe(10);

  street.clock.set('2026-10-10T16:01:00.000Z');
  expect(await (await street.as(owner)).call(readLimits)).toMatchObject({ holdMinutes: 30, heldMax: 1 });
  expect((await (await street.as(resident)).refusal(office.listMerchants)).status).toBe(403);
  await expect(reserve(street, resident, offerId)).rejects.toThrow('redemption.too_many_held');
  const receipt = await take(before.redemptionId);
  expect(minutesBetween(receipt.capturedAt, receipt.undoUntil)).toBe(60);

  const voucher = await reserve(street, resident, offerId, 'voucher');
  expect(minutesBetween(voucher.reservedAt, voucher.voucherUntil ?? '')).toBe(240);
  expect(minutesBetween(voucher.reservedAt, voucher.holdUntil)).toBe(8 * 60);
  await take(voucher.redemptionId);
  await expect(reserve(street, resident, offerId)).rejects.toThrow('redemption.day_limit');
});

test('a settlement is drawn and waits by what was in force when it was opened', async () => {
  street.clock.set('2026-11-02T02:00:00.000Z');
  await (await street.as('韩活动')).call(office.openSettlements, { body: { month: '2026-10' } });
  const chief = await street.as('唐科长');
  await chief.call(changeLimits, { body: { ...change, fromOn: '2026-11-02', version: 2 } });
  const { items } = await chief.call(office.listSettlements);
  const params = { settlementId: items[0]?.settlementId ?? '' };
  const file = await chief.call(office.getSettlement, { params });
  expect(file.lines.map(({ isSample }) => isSample)).toEqual([true, true]);
  expect(minutesBetween(file.openedAt, file.silentUntil)).toBe(3 * 24 * 60);
  const body = { version: file.version };
  expect((await chief.refusal(office.signSettlement, { params, body })).code).toBe(
    'settlement.not_confirmed',
  );
  street.clock.set('2026-11-05T02:00:00.000Z');
  const signed = await (await street.as('唐科长')).call(office.signSettlement, { params, body });
  expect(signed.state).toBe('signed');
});
