// Hours told by attendance become points once; corrections follow; hours themselves never change (J11).
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hoursCorrected, hoursRecorded } from '#contract/attendance/events.ts';
import { memberLeft } from '#contract/families/events.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { inStreet, pointsGround, pointsRow, tellEvent } from '../../../tests/kit/points.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { balanceOf, grantFor, ledgerAccount, payingAccount } from './index.ts';
import { command } from './service/commands.ts';
import { violationsOf } from './store/ledger.ts';

const street = await testStreet();
await pointsGround(street, { sources: ['hours_self', 'hours_mutual'] });

const balance = (personId: string) =>
  inStreet(
    street,
    async (context) => (await balanceOf(context, await payingAccount(context, personId))).balance,
  );

async function record(personId: string, minutes: number, more: object = {}): Promise<string> {
  const entryId = randomUUID();
  await tellEvent(street, hoursRecorded, {
    entryId,
    personId,
    familyId: null,
    sessionId: randomUUID(),
    activityId: randomUUID(),
    programmeId: null,
    minutes,
    source: 'self',
    credit: 'volunteer',
    startedAt: '2026-11-20T01:00:00.000Z',
    ...more,
  });
  return entryId;
}

async function correct(personId: string, correctsId: string, minutesBefore: number, minutesAfter: number) {
  const entryId = randomUUID();
  await tellEvent(street, hoursCorrected, {
    entryId,
    correctsId,
    personId,
    familyId: null,
    activityId: randomUUID(),
    programmeId: null,
    minutesBefore,
    minutesAfter,
  });
  return entryId;
}

async function spend(personId: string, amount: number): Promise<void> {
  await inStreet(street, async (context) => {
    const account = await payingAccount(context, personId);
    await command(context, 'donate', { account, amount });
  });
}

test('hours earn once, however often they are told', async () => {
  const personId = randomUUID();
  await record(personId, 90);
  await street.react();
  await street.react();
  expect(await balance(personId)).toBe(90);
});

test('hours of a participant and hours entered afterwards earn nothing', async () => {
  const personId = randomUUID();
  await record(personId, 60, { credit: 'participant' });
  await record(personId, 300, { source: 'backfill' });
  expect(await balance(personId)).toBe(0);
  expect(
    await pointsRow(street, 'select outcome, quantity, amount from points_earnings where person_id = $1', [
      personId,
    ]),
  ).toEqual([{ outcome: 'no_tariff', quantity: 300, amount: 0 }]);
});

test('corrected twice: the last minutes stand, and no more', async () => {
  const personId = randomUUID();
  const first = await record(personId, 60);
  const second = await correct(personId, first, 60, 100);
  expect(await balance(personId)).toBe(100);
  await correct(personId, second, 100, 30);
  expect(await balance(personId)).toBe(30);
});

test('points that are spent become a debt, kept back from what is earned next', async () => {
  const personId = randomUUID();
  const first = await record(personId, 60);
  await spend(personId, 50);
  await correct(personId, first, 60, 20);
  expect(await balance(personId)).toBe(10);
  await record(personId, 30);
  expect(await balance(personId)).toBe(10);
  await record(personId, 30);
  expect(await balance(personId)).toBe(30);
  expect(
    await pointsRow(street, 'select due, recovered, closed_at is null as open from points_recoveries', []),
  ).toEqual([{ due: 40, recovered: 40, open: false }]);
});

test('the pool of a family that ended goes to whom it left last', async () => {
  const personId = randomUUID();
  const familyId = randomUUID();
  const deed = { source: 'hours_self', evidence: randomUUID(), personId, quantity: 40 } as const;
  await inStreet(street, async (context) => {
    const own = (await grantFor(context, deed)).accountId;
    const family = await ledgerAccount(context, { kind: 'family', ownerId: familyId });
    await command(context, 'pool', { account: own, family, amount: 40 });
  });
  expect(await balance(personId)).toBe(0);
  await tellEvent(street, memberLeft, { personId, part: 'adult', last: true }, familyId);
  expect(await balance(personId)).toBe(40);
});

test('nothing of it breaks the ledger', async () => {
  expect(await violationsOf(street.kernel.db, streetId)).toEqual([]);
});
