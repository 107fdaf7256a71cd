// Hours are facts and points are given for them: whatever becomes of the points, no row of hours changes (J11).
import { expect, test } from 'vitest';
import { correctHours } from '#contract/attendance/desk.ts';
import { approveCorrection, scanVenue } from '#contract/attendance/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { ledgerAccount, payingAccount } from '#modules/points/index.ts';
import { expireLots } from '#modules/points/service/daily.ts';
import {
  type CommandKind,
  type LedgerAnswer,
  runCommand,
  violationsOf,
} from '#modules/points/store/ledger.ts';
import { begins, byCode, minute, sessionToday, venueOf } from '../kit/attendance.ts';
import { streetId } from '../kit/people.ts';
import { inStreet, personIdOf, pointsGround, pointsRow } from '../kit/points.ts';
import { testStreet } from '../kit/street.ts';

const street = await testStreet();
await pointsGround(street, { sources: ['hours_self', 'hours_mutual'] });

/** Every byte of every row, and the transaction that wrote it: a row that is written again is another one. */
const rowsOf = async (table: string) =>
  await pointsRow(
    street,
    `select h.id, md5(to_jsonb(h)::text) as bytes, h.xmin::text as written from ${table} h
     where street_id = $1 order by id`,
    [streetId],
  );

async function give(
  kind: CommandKind,
  request: Record<string, unknown>,
  actor = 'one',
): Promise<LedgerAnswer> {
  const id = crypto.randomUUID();
  const answer = await runCommand(street.kernel.db, streetId, street.clock.now(), {
    id,
    kind,
    actor,
    request,
  });
  expect(answer.error, kind).toBeUndefined();
  return answer;
}

/** Two volunteers of one session: hers are spent below, the others are corrected. */
async function volunteer() {
  const people = await Promise.all(['陈居民', '赵楼长'].map((name) => personIdOf(street, name)));
  const secretary = await street.as('李书记');
  const { items } = await secretary.call(listAreas, { query: { limit: 200 } });
  const community = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  const callers = [await street.as('陈居民'), await street.as('赵楼长')];
  const sessionId = await sessionToday(
    secretary,
    community,
    callers.map((by, index) => ({ by, personIds: [people[index] ?? ''] })),
  );
  const venue = await venueOf(street, await street.as('郑社工'), sessionId);
  const devices = people.map(() => crypto.randomUUID());
  for (const [direction, at] of [
    ['in', begins + minute],
    ['out', begins + 61 * minute],
  ] as const) {
    street.clock.set(new Date(at).toISOString());
    for (const [index, name] of ['陈居民', '赵楼长'].entries())
      await (await street.as(name)).call(
        scanVenue,
        byCode(await venue.code(direction, at), [people[index] ?? ''], { deviceId: devices[index] }),
      );
  }
  return { mother: people[0] ?? '', elder: people[1] ?? '' };
}

test('no row of hours changes while points are granted, moved, spent, undone, settled and expire', async () => {
  const { mother, elder } = await volunteer();
  const hours = await rowsOf('hours_entries');
  expect(hours).toHaveLength(2);
  const steps: string[] = [];
  const unchanged = async (step: string) => {
    steps.push(step);
    expect(await rowsOf('hours_entries'), step).toEqual(hours);
  };

  await street.react();
  await unchanged('grant');
  const accounts = await inStreet(street, async (context) => ({
    own: await payingAccount(context, mother),
    elders: await payingAccount(context, elder),
    family: await ledgerAccount(context, { kind: 'family', ownerId: crypto.randomUUID() }),
    shop: await ledgerAccount(context, { kind: 'merchant', ownerId: crypto.randomUUID() }),
  }));
  const { own, elders, family, shop } = accounts;
  await give('pool', { account: own, family, amount: 40 });
  await unchanged('pool');
  await give('split', { family, account: own, amount: 5 });
  const redeem = async () => {
    const { holdId } = await give('reserve', { account: family, payee: shop, amount: 10, ttl: 60 });
    return String((await give('capture', { hold: holdId })).transferId);
  };
  const undone = await redeem();
  await unchanged('redeem');
  await give('reverse', { transfer: undone });
  await unchanged('reverse');
  await redeem();
  const periodEnd = new Date(street.clock.now().getTime() + minute).toISOString();
  street.clock.set(new Date(begins + 63 * minute).toISOString());
  const { settlementId } = await give('settle_open', { merchant: shop, periodEnd });
  await give('settle_sign', { settlement: settlementId }, 'two');
  await give('settle_close', { settlement: settlementId, paymentRef: 'pay 1' });
  await unchanged('settle');
  await give('donate', { account: own, amount: 5 });
  await unchanged('donate');

  // Corrected hours: a new row beside the old ones, and points follow by transfers of their own.
  const [entry] = await pointsRow(street, 'select id from hours_entries where person_id = $1', [elder]);
  const transfers = await rowsOf('points_transfers');
  const { requestId } = await (await street.as('郑社工')).call(correctHours, {
    params: { entryId: String(entry?.id) },
    body: { minutes: 20, reason: '纸质名单' },
  });
  await (await street.as('李书记')).call(approveCorrection, { params: { requestId } });
  await street.react();
  const corrected = await rowsOf('hours_entries');
  expect(corrected).toHaveLength(3);
  expect(corrected).toEqual(expect.arrayContaining(hours));
  const moved = await rowsOf('points_transfers');
  expect(moved).toEqual(expect.arrayContaining(transfers));
  const before = new Set(transfers.map(({ id }) => id));
  const kinds = await pointsRow(
    street,
    'select kind, amount from points_transfers where id = any($1) order by kind',
    [moved.flatMap(({ id }) => (before.has(id) ? [] : [id]))],
  );
  expect(kinds).toEqual([
    { kind: 'grant', amount: 20 },
    { kind: 'reverse_grant', amount: 60 },
  ]);
  expect(await pointsRow(street, 'select balance from points_accounts where id = $1', [elders])).toEqual([
    { balance: 20 },
  ]);

  street.clock.set('2029-03-01T02:00:00.000Z');
  await inStreet(street, expireLots);
  expect(
    await pointsRow(street, "select 1 as one from points_transfers where kind = 'expire' limit 1", []),
  ).toHaveLength(1);
  expect(await rowsOf('hours_entries')).toEqual(corrected);
  expect(await violationsOf(street.kernel.db, streetId)).toEqual([]);
  expect(steps).toEqual(['grant', 'pool', 'redeem', 'reverse', 'settle', 'donate']);
});
