// When an activity ends, the hours of all who were there become points together.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hoursRecorded } from '#contract/attendance/events.ts';
import { runReactions } from '#kernel/jobs/worker.ts';
import { gatheredReaction } from '#kernel/module.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { inStreet, pointsGround, pointsRow } from '../../../tests/kit/points.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { ledgerAccount } from './index.ts';
import { command } from './service/commands.ts';
import { violationsOf } from './store/ledger.ts';

const street = await testStreet();
await pointsGround(street, { sources: ['hours_self'], budget: 100_000, rule: { dayCap: 200 } });

/** Minutes of one session for each of these people, told at once; the ids of the events. */
async function tell(minutes: readonly (readonly [personId: string, minutes: number])[]): Promise<string[]> {
  const [sessionId, activityId] = [randomUUID(), randomUUID()];
  const told: string[] = [];
  await inStreet(street, async (context) => {
    for (const [personId, count] of minutes) {
      const id = context.newId();
      told.push(id);
      await context.emit({
        id,
        name: hoursRecorded.name,
        subject: { module: 'attendance', id },
        data: {
          entryId: id,
          personId,
          familyId: null,
          sessionId,
          activityId,
          programmeId: null,
          minutes: count,
          source: 'self',
          credit: 'volunteer',
          startedAt: '2026-11-20T01:00:00.000Z',
        },
      });
    }
  });
  return told;
}

const jobs = (told: readonly string[], reaction = 'points.earn_hours') =>
  told.map((eventId) => ({ streetId, eventId, reaction }));

const earned = async (told: readonly string[]) =>
  await pointsRow(
    street,
    'select outcome, count(*), sum(amount)::bigint as amount from points_earnings where evidence_id = any($1) group by 1 order by 1',
    [told],
  );

/** How many statements wrote the transfers of these deeds: the rows of one share transaction and command. */
const statements = async (told: readonly string[]) =>
  await pointsRow(
    street,
    `select count(distinct (t.xmin::text, t.cmin::text)) as count from points_transfers t
     join points_earnings e on e.street_id = t.street_id and e.transfer_id = t.id where e.evidence_id = any($1)`,
    [told],
  );

test('two hundred volunteers of an activity earn in two calls, and told again nothing more', async () => {
  const told = await tell(
    Array.from({ length: 200 }, (_, index) => [randomUUID(), 30 + (index % 2)] as const),
  );
  await runReactions(street.kernel, jobs(told));
  const all = [{ outcome: 'granted', count: 200, amount: 6100 }];
  expect(await earned(told)).toEqual(all);
  expect(await statements(told)).toEqual([{ count: 2 }]);

  await runReactions(street.kernel, jobs(told));
  // Even where it is forgotten that the reaction ran.
  await street.owner.query('delete from reactions_done where event_id = any($1)', [told]);
  await runReactions(street.kernel, jobs(told));
  expect(await earned(told)).toEqual(all);
  expect(
    await pointsRow(street, 'select sum(balance)::bigint as sum from points_accounts where kind = $1', [
      'member',
    ]),
  ).toEqual([{ sum: 6100 }]);
});

test('each is judged for itself: a cap, too little, a closed account stop nobody else', async () => {
  const [eager, gone, brief] = [randomUUID(), randomUUID(), randomUUID()];
  await inStreet(street, async (context) => {
    const account = await ledgerAccount(context, { kind: 'member', ownerId: gone });
    await command(context, 'close_account', { account });
  });
  const told = await tell([
    [eager, 150],
    [gone, 60],
    [brief, 0],
    [eager, 90],
    [eager, 10],
    [randomUUID(), 45],
  ]);
  await runReactions(street.kernel, jobs(told));
  expect(await earned(told)).toEqual([
    { outcome: 'cap_reached', count: 1, amount: 0 },
    { outcome: 'granted', count: 3, amount: 150 + 50 + 45 },
    { outcome: 'refused', count: 1, amount: 0 },
    { outcome: 'too_little', count: 1, amount: 0 },
  ]);
  expect(await violationsOf(street.kernel.db, streetId)).toEqual([]);
});

test('what fails together runs alone, and only what fails alone is left to be tried again', async () => {
  const told = await tell([1, 2, 3].map((minutes) => [randomUUID(), minutes] as const));
  const calls: number[] = [];
  const fussy = gatheredReaction('test.fussy', hoursRecorded, async (_context, events) => {
    calls.push(events.length);
    if (events.some(({ data }) => data.minutes === 2)) throw new Error('not two');
  });
  const kernel = { ...street.kernel, reactions: new Map([[hoursRecorded.name, [fussy]]]) };
  await expect(runReactions(kernel, jobs(told, 'test.fussy'))).rejects.toThrow('not two');
  expect(calls).toEqual([3, 1, 1, 1]);
  expect(
    await pointsRow(street, 'select count(*) from reactions_done where reaction = $1', ['test.fussy']),
  ).toEqual([{ count: 2 }]);
});
