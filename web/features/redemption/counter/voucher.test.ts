import { expect, test } from 'vitest';
import { makeVoucher, publicKeyOf, voucherKey } from '../../../../server/modules/redemption/voucher.ts';
import { checkVoucher } from './voucher.ts';

const key = voucherKey('11'.repeat(32));
const facts = {
  streetId: 990101001,
  redemptionId: '0190a000-0000-7000-8000-000000000001',
  merchantId: '0190a000-0000-7000-8000-000000000002',
  offerId: '0190a000-0000-7000-8000-000000000003',
  points: 5,
  until: 1_800_000_000,
};
const voucher = makeVoucher(key, facts);
const at = {
  key: publicKeyOf(key),
  merchantId: facts.merchantId,
  now: 1_700_000_000_000,
  seen: [] as string[],
};

test('what the street signed for this shop is taken without a network', async () => {
  expect(await checkVoucher(voucher, at)).toMatchObject({
    facts: { redemptionId: facts.redemptionId, points: 5 },
  });
});

test.each([
  ['another shop', { merchantId: facts.offerId }, 'other'],
  ['a second time', { seen: [facts.redemptionId] }, 'seen'],
  ['after its day', { now: 1_900_000_000_000 }, 'old'],
  ['signed by somebody else', { key: publicKeyOf(voucherKey('22'.repeat(32))) }, 'bad'],
] as const)('%s is refused', async (_, change, refused) => {
  expect(await checkVoucher(voucher, { ...at, ...change } as never)).toEqual({ refused });
});

test('a changed voucher is refused', async () => {
  expect(await checkVoucher(`V1.B${voucher.slice(4)}`, at)).toEqual({ refused: 'bad' });
});
