import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { streetId } from '../../../tests/kit/people.ts';
import { inStreet, personIdOf, pointsGround } from '../../../tests/kit/points.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { balanceOf, grantFor } from './index.ts';
import { violationsOf } from './store/ledger.ts';

const street = await testStreet();
await pointsGround(street, { sources: ['hours_self'], budget: 150 });
const personId = await personIdOf(street, '陈居民');

const deed = (quantity: number, evidence: string = randomUUID()) =>
  ({ source: 'hours_self', evidence, personId, quantity }) as const;

test('a deed earns by the tariff, and told twice it earns once', async () => {
  const one = deed(60);
  const first = await inStreet(street, (context) => grantFor(context, one));
  const again = await inStreet(street, (context) => grantFor(context, one));
  expect(first).toMatchObject({ amount: 60, outcome: 'granted' });
  expect(again).toEqual(first);
  expect(await inStreet(street, (context) => balanceOf(context, first.accountId))).toMatchObject({
    balance: 60,
    available: 60,
    held: 0,
    expiring: { amount: 60, at: '2027-12-31T16:00:00.000Z' },
  });
});

test('hours entered afterwards earn nothing, and are kept as heard of', async () => {
  const given = await inStreet(street, (context) =>
    grantFor(context, { ...deed(300), source: 'hours_backfill' }),
  );
  expect(given).toMatchObject({ amount: 0, outcome: 'no_tariff', transferId: null });
});

test('a budget that does not reach gives nothing and says so', async () => {
  const given = await inStreet(street, (context) => grantFor(context, deed(91)));
  expect(given).toMatchObject({ amount: 0, outcome: 'budget_exhausted' });
  expect(await violationsOf(street.kernel.db, streetId)).toEqual([]);
});
