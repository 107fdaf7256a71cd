import { beforeAll, describe, expect, test } from 'vitest';
import {
  captureCode,
  captureVoucher,
  listReceipts,
  readShop,
  undoCapture,
} from '#contract/redemption/counter.ts';
import * as endpoints from '#contract/redemption/endpoints.ts';
import type { ShopOffer } from '#contract/redemption/records.ts';
import { balanceOf, payingAccount } from '#modules/points/index.ts';
import { violationsOf } from '#modules/points/store/ledger.ts';
import { codeOf, givePoints, joinShop, offerOf, reserve } from '../../../tests/kit/counter.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { inStreet, personIdOf } from '../../../tests/kit/points.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { lapseReserved } from './service/sweep.ts';

const street = await testStreet();
const resident = '陈居民';
const counter = '石店员';
let offer: ShopOffer;

beforeAll(async () => {
  await joinShop(street, counter);
  await joinShop(street, '林店员');
  await joinShop(street, '文店员');
  await givePoints(street, resident, 2_000);
  offer = await offerOf(street, counter, { stockTotal: 40 });
});

const seconds = (count: number) => street.clock.advance(count * 1000);
const nextDay = () => seconds(24 * 3600);
const balance = async (name = resident) => {
  const personId = await personIdOf(street, name);
  return await inStreet(street, async (context) =>
    balanceOf(context, await payingAccount(context, personId)),
  );
};
const leftOf = async (offerId: string) => {
  const { rows } = await street.owner.query('select stock_left from merchant_offers where id = $1', [
    offerId,
  ]);
  return rows[0]?.stock_left;
};
const take = async (code: string, who = counter) =>
  await (await street.as(who)).call(captureCode, { body: { code } });
const refused = async (code: string, who = counter) =>
  await (await street.as(who)).refusal(captureCode, { body: { code } });

test('a reserved offer holds the points and one piece, shows a code, and is taken by six digits', async () => {
  const before = await balance();
  const left = await leftOf(offer.offerId);
  const held = await reserve(street, resident, offer.offerId);
  expect(held).toMatchObject({ state: 'reserved', points: 80, can: { show: true, cancel: true } });
  expect(await balance()).toMatchObject({ available: before.available - 80, held: before.held + 80 });
  expect(await leftOf(offer.offerId)).toBe(left - 1);

  const code = await codeOf(street, resident, held.redemptionId);
  const receipt = await take(code.digits);
  expect(receipt).toMatchObject({ title: '剪发一次', state: 'captured', points: 80, subsidyFen: 800 });
  expect(await balance()).toMatchObject({ balance: before.balance - 80, held: before.held });
  const shop = await (await street.as(counter)).call(readShop);
  expect(shop).toMatchObject({ today: 1, isOwner: true, shop: { name: '春和理发店' } });
  expect(JSON.stringify(await (await street.as(counter)).call(listReceipts))).not.toContain(resident);
});

test('the same press answered twice takes once; a second counter hears when and where it was used', async () => {
  await nextDay();
  const held = await reserve(street, resident, offer.offerId);
  const code = await codeOf(street, resident, held.redemptionId);
  const caller = await street.as(counter);
  const press = () =>
    caller.send({
      method: 'POST',
      url: '/api/shop/captures',
      headers: { 'idempotency-key': '7f3d0b1e-5b0a-4c1e-9a44-1f0a6a0f7a01' },
      payload: { code: code.qr },
    });
  const [first, again] = [await press(), await press()];
  expect(first.statusCode).toBe(200);
  expect(again.json()).toEqual(first.json());
  expect(await refused(code.qr)).toMatchObject({
    code: 'redemption.used',
    detail: '这份兑换已经用过了：11月22日 10:00，春和理发店',
  });
});

test('two counters at once: one takes it', async () => {
  await nextDay();
  const held = await reserve(street, resident, offer.offerId);
  const code = await codeOf(street, resident, held.redemptionId);
  const callers = await Promise.all([street.as(counter), street.as(counter)]);
  const answers = await Promise.all(
    callers.map((caller) =>
      caller.send({
        method: 'POST',
        url: '/api/shop/captures',
        headers: { 'idempotency-key': crypto.randomUUID() },
        payload: { code: code.qr },
      }),
    ),
  );
  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409]);
});

describe('a code', () => {
  test('is the same on two phones, lives a minute, and its screenshot is refused', async () => {
    await nextDay();
    const held = await reserve(street, resident, offer.offerId);
    const code = await codeOf(street, resident, held.redemptionId);
    expect(await codeOf(street, resident, held.redemptionId)).toEqual(code);
    seconds(61);
    expect(await refused(code.qr)).toMatchObject({ code: 'redemption.code_expired' });
    expect(await refused(code.digits)).toMatchObject({ code: 'redemption.code_expired' });
    const fresh = await codeOf(street, resident, held.redemptionId);
    expect(fresh.digits).not.toBe(code.digits);
    await take(fresh.qr);
  });

  test('of another merchant, of another street, and an invented one are refused in plain words', async () => {
    await nextDay();
    const held = await reserve(street, resident, offer.offerId);
    const code = await codeOf(street, resident, held.redemptionId);
    expect(await refused(code.digits, '林店员')).toMatchObject({
      code: 'redemption.wrong_shop',
      detail: '这是“春和理发店”的优惠，不是本店的',
    });
    expect(await refused(code.qr, '文店员')).toMatchObject({ code: 'redemption.other_street' });
    expect(await refused(`${code.qr.slice(0, -1)}x`)).toMatchObject({ code: 'redemption.code_unknown' });
    expect(await refused('000000')).toMatchObject({ code: 'redemption.code_unknown' });
  });

  test('cannot be guessed: after ten wrong ones a minute the counter waits', async () => {
    await nextDay();
    for (let guess = 0; guess < 10; guess += 1)
      expect((await refused(String(100_000 + guess))).status).toBe(404);
    expect(await refused('100010')).toMatchObject({ status: 429, code: 'redemption.too_many_guesses' });
    seconds(60);
    expect(await refused('100010')).toMatchObject({ status: 404 });
  });
});

test('undone within ten minutes the points come back with the life they had; later it stays', async () => {
  await nextDay();
  const before = await balance();
  const left = await leftOf(offer.offerId);
  const caller = await street.as(counter);
  const taken = async () => {
    const held = await reserve(street, resident, offer.offerId);
    return await take((await codeOf(street, resident, held.redemptionId)).digits);
  };
  const { redemptionId } = await taken();
  seconds(599);
  expect(await caller.call(undoCapture, { params: { redemptionId } })).toMatchObject({ state: 'undone' });
  expect(await balance()).toEqual(before);
  expect(await leftOf(offer.offerId)).toBe(left);
  expect(await caller.refusal(undoCapture, { params: { redemptionId } })).toMatchObject({
    code: 'redemption.not_captured',
  });

  const late = await taken();
  seconds(600);
  const params = { redemptionId: late.redemptionId };
  expect(await caller.refusal(undoCapture, { params })).toMatchObject({ code: 'redemption.undo_late' });
  expect(await (await street.as('林店员')).refusal(undoCapture, { params })).toMatchObject({ status: 403 });
});

test('what nobody came for lapses: refused by the clock at once, the piece back after the sweep', async () => {
  await nextDay();
  await inStreet(street, lapseReserved);
  const left = await leftOf(offer.offerId);
  const held = await reserve(street, resident, offer.offerId);
  seconds(560);
  const code = await codeOf(street, resident, held.redemptionId);
  expect(Date.parse(code.codeUntil)).toBe(Date.parse(held.holdUntil));
  seconds(41);
  expect(await refused(code.qr)).toMatchObject({ code: 'redemption.held_too_long' });
  await inStreet(street, lapseReserved);
  expect(await leftOf(offer.offerId)).toBe(left);
  expect(await refused(code.qr)).toMatchObject({ code: 'redemption.returned' });
});

test('cancelled before the counter, everything goes back; a stranger to the family can do neither', async () => {
  await nextDay();
  const before = await balance();
  const held = await reserve(street, resident, offer.offerId);
  const params = { redemptionId: held.redemptionId };
  const other = await street.as('赵楼长');
  for (const endpoint of [endpoints.getMyRedemption, endpoints.cancelRedemption, endpoints.showCode])
    expect(await other.refusal(endpoint, { params })).toMatchObject({
      status: 403,
      code: 'redemption.not_yours',
    });
  await (await street.as(resident)).call(endpoints.cancelRedemption, { params });
  expect(await balance()).toEqual(before);
});

describe('stock and caps', () => {
  test('of three pieces ten people at once get three', async () => {
    await nextDay();
    const scarce = await offerOf(street, counter, { stockTotal: 3, points: 1 });
    const names = [resident, '赵楼长'];
    await givePoints(street, '赵楼长', 100);
    const callers = await Promise.all(Array.from({ length: 10 }, (_, at) => street.as(names[at % 2] ?? '')));
    const answers = await Promise.all(
      callers.map((caller) =>
        caller.send({
          method: 'POST',
          url: `/api/offers/${scarce.offerId}/redeem`,
          headers: { 'idempotency-key': crypto.randomUUID() },
          payload: {},
        }),
      ),
    );
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(3);
    expect(await leftOf(scarce.offerId)).toBe(0);
    const rest = answers.filter((answer) => answer.statusCode !== 200).map((answer) => answer.json().code);
    expect(new Set(rest)).toEqual(new Set(['redemption.offer_sold_out']));
  });

  test('a person has the cap of the month and no more', async () => {
    await nextDay();
    const capped = await offerOf(street, counter, { personCap: 1, points: 1 });
    await reserve(street, resident, capped.offerId);
    const again = await (await street.as(resident)).refusal(endpoints.reserveOffer, {
      params: { offerId: capped.offerId },
      body: {},
    });
    expect(again).toMatchObject({ code: 'redemption.person_cap' });
  });

  test('a paused offer, one that is over, and too few points are said so', async () => {
    await nextDay();
    const over = await offerOf(street, counter, { validFrom: '2026-10-01', validTo: '2026-10-31' });
    const dear = await offerOf(street, counter, { points: 90_000 });
    const caller = await street.as(resident);
    const asked = async (offerId: string) =>
      (await caller.refusal(endpoints.reserveOffer, { params: { offerId }, body: {} })).code;
    expect(await asked(over.offerId)).toBe('redemption.offer_over');
    expect(await asked(dear.offerId)).toBe('points.insufficient_available');
    expect(await leftOf(dear.offerId)).toBe(3);
  });
});

describe('a voucher', () => {
  test('is signed for one merchant, taken once, and also after its code would have died', async () => {
    await nextDay();
    const small = await offerOf(street, counter, { points: 5, isOffline: true });
    const held = await reserve(street, resident, small.offerId, 'voucher');
    const voucher = held.voucher ?? '';
    const at = async (who: string, text = voucher) =>
      await (await street.as(who)).refusal(captureVoucher, { body: { voucher: text } });
    expect(await at('林店员')).toMatchObject({ code: 'redemption.wrong_shop' });
    const forged = voucher.replace(/[\w-](?=[\w-]{85}$)/, (first) => (first === 'A' ? 'B' : 'A'));
    expect(await at(counter, forged)).toMatchObject({ code: 'redemption.voucher_bad' });
    seconds(3 * 3600);
    const receipt = await (await street.as(counter)).call(captureVoucher, { body: { voucher } });
    expect(receipt).toMatchObject({ state: 'captured', mode: 'voucher' });
    expect(await at(counter)).toMatchObject({ code: 'redemption.used' });
  });

  test('past its day is worth nothing, and large offers have none', async () => {
    const small = await offerOf(street, counter, { points: 5, isOffline: true });
    const held = await reserve(street, resident, small.offerId, 'voucher');
    await nextDay();
    expect(
      await (await street.as(counter)).refusal(captureVoucher, { body: { voucher: held.voucher ?? '' } }),
    ).toMatchObject({ code: 'redemption.voucher_over' });
    const caller = await street.as(resident);
    expect(
      await caller.refusal(endpoints.reserveOffer, {
        params: { offerId: offer.offerId },
        body: { mode: 'voucher' },
      }),
    ).toMatchObject({ code: 'redemption.no_voucher' });
  });
});

test('the ledger holds all its invariants after all of this', async () => {
  expect(await violationsOf(street.kernel.db, streetId)).toEqual([]);
});
