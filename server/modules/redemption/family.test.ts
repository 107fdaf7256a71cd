// One pool, two phones: what a family holds together, it redeems once.
import { beforeAll, expect, test } from 'vitest';
import * as families from '#contract/families/endpoints.ts';
import { captureCode } from '#contract/redemption/counter.ts';
import { getMyRedemption, listMyRedemptions, reserveOffer } from '#contract/redemption/endpoints.ts';
import { codeOf, givePoints, joinShop, offerOf, reserve } from '../../../tests/kit/counter.ts';
import type { Caller } from '../../../tests/kit/street.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();
let mother: Caller;
let father: Caller;

beforeAll(async () => {
  mother = await street.as('陈居民');
  father = await street.as('赵楼长');
  await joinShop(street, '石店员');
  await mother.call(families.foundFamily, { body: { nickname: '小树一家', agreed: true } });
  const { invitationId } = await mother.call(families.inviteToFamily);
  const { code } = await mother.call(families.readInvitation, { params: { invitationId } });
  await father.call(families.joinFamily, { body: { code, agreed: true } });
  await givePoints(street, '陈居民', 300);
});

test('both parents show the same code; used on one phone, it is used on the other', async () => {
  const offer = await offerOf(street, '石店员', { familyCap: 1 });
  const held = await reserve(street, '赵楼长', offer.offerId);
  const params = { redemptionId: held.redemptionId };
  const code = await codeOf(street, '赵楼长', held.redemptionId);
  expect(await codeOf(street, '陈居民', held.redemptionId)).toEqual(code);

  const counter = await street.as('石店员');
  await counter.call(captureCode, { body: { code: code.digits } });
  expect(await counter.refusal(captureCode, { body: { code: code.qr } })).toMatchObject({
    code: 'redemption.used',
  });
  expect(await mother.call(getMyRedemption, { params })).toMatchObject({
    state: 'captured',
    // Who redeemed rates; the family looks on.
    can: { rate: 'redemption.not_yours' },
  });
  expect((await mother.call(listMyRedemptions)).items.map((row) => row.redemptionId)).toEqual([
    held.redemptionId,
  ]);
  const again = { params: { offerId: offer.offerId }, body: {} };
  expect(await mother.refusal(reserveOffer, again)).toMatchObject({ code: 'redemption.family_cap' });
});

test('two phones cannot spend the same points twice', async () => {
  const offer = await offerOf(street, '石店员', { points: 200 });
  const asked = [mother, father].map((caller) =>
    caller.send({
      method: 'POST',
      url: `/api/offers/${offer.offerId}/redeem`,
      headers: { 'idempotency-key': crypto.randomUUID() },
      payload: {},
    }),
  );
  const answers = await Promise.all(asked);
  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409]);
  const refused = answers.find((answer) => answer.statusCode === 409)?.json();
  expect(refused.code).toBe('points.insufficient_available');
});
