// A street is planted with what earns points: without a tariff nobody would ever get any.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hoursRecorded } from '#contract/attendance/events.ts';
import { listNotice, readRules } from '#contract/points/endpoints.ts';
import { balanceOf, payingAccount } from '#modules/points/index.ts';
import { releaseNotices } from '#modules/points/service/daily.ts';
import { inStreet, personIdOf, tellEvent } from '../tests/kit/points.ts';
import { testStreet } from '../tests/kit/street.ts';
import { carefulPoints } from './points.ts';

const street = await testStreet();

async function told(source: string, minutes: number): Promise<number> {
  const personId = await personIdOf(street, '陈居民');
  const balance = () =>
    inStreet(
      street,
      async (context) => (await balanceOf(context, await payingAccount(context, personId))).balance,
    );
  const before = await balance();
  await tellEvent(street, hoursRecorded, {
    entryId: randomUUID(),
    personId,
    familyId: null,
    sessionId: randomUUID(),
    activityId: randomUUID(),
    programmeId: null,
    minutes,
    source: source as 'self',
    credit: 'volunteer',
    startedAt: '2026-11-20T01:00:00.000Z',
  });
  return (await balance()) - before;
}

test('an hour that somebody proved with a code is a point in a freshly planted street', async () => {
  expect(await told('self', 60)).toBe(1);
  expect(await told('mutual', 150)).toBe(2);
});

test('less than an hour, and hours entered afterwards, are none', async () => {
  expect(await told('self', 59)).toBe(0);
  expect(await told('backfill', 120)).toBe(0);
});

test('who was signed in by name at the door gets as much, three days later', async () => {
  const personId = await personIdOf(street, '陈居民');
  const balance = () =>
    inStreet(
      street,
      async (context) => (await balanceOf(context, await payingAccount(context, personId))).balance,
    );
  expect(await told('staff', 120)).toBe(0);
  const before = await balance();
  const { items } = await (await street.as('陈居民')).call(listNotice);
  expect(items).toMatchObject([{ amount: 2, isMine: true }]);
  street.clock.advance(3 * 86_400_000 + 1_000);
  await inStreet(street, releaseNotices);
  expect(await balance()).toBe(before + 2);
});

test('everybody may read what earns', async () => {
  const { items } = await (await street.as('陈居民')).call(readRules);
  expect(items.map(({ source }) => source).toSorted()).toEqual(['hours_mutual', 'hours_self', 'hours_staff']);
  expect(items[0]).toMatchObject({ points: 1, per: 60, title: carefulPoints.rules[0]?.title });
});
