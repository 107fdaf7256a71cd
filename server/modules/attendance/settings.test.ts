import { expect, it } from 'vitest';
import { readOwnHours } from '#contract/attendance/endpoints.ts';
import { changeHoursRules, readHoursRules } from '#contract/attendance/rules.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { begins, ends, minute, sessionToday, stays, venueOf } from '../../../tests/kit/attendance.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();
const today = street.clock.now().toISOString().slice(0, 10);
const ladder = [1, 2, 3, 4, 5];

it('the street changes the day’s cap and the stars from a day on; others read who did', async () => {
  let secretary = await street.as('李书记');
  const chief = await street.as('唐科长');
  const body = { dayHoursMax: 2, starHours: ladder, fromOn: today, reason: '区通知', version: 1 };
  expect(await secretary.refusal(changeHoursRules, { body })).toMatchObject({
    status: 403,
    code: 'hours_rules.street_only',
  });
  const past = { ...body, fromOn: '2026-01-01' };
  expect((await chief.refusal(changeHoursRules, { body: past })).code).toBe('hours_rules.past');
  const falling = { ...body, starHours: [5, 4, 3, 2, 1] };
  expect((await chief.refusal(changeHoursRules, { body: falling })).status).toBe(400);
  await chief.call(changeHoursRules, { body });
  expect((await chief.refusal(changeHoursRules, { body })).code).toBe('version.stale');
  await chief.call(changeHoursRules, { body: { ...body, dayHoursMax: 6, version: 2, fromOn: '2027-01-01' } });
  const read = await secretary.call(readHoursRules);
  expect(read.can.change).toBe('hours_rules.street_only');
  expect(read.items.map((one) => [one.version, one.dayHoursMax, one.isInForce, one.madeBy])).toEqual([
    [3, 6, false, '唐科长'],
    [2, 2, true, '唐科长'],
    [1, 8, false, null],
  ]);

  const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
  const community = areas.find((area) => area.code === '990101001001')?.areaId ?? '';
  const chen = (await secretary.call(listPersons, { query: { name: '陈居民' } })).items[0]?.personId ?? '';
  const mother = await street.as('陈居民');
  const long = { startsAt: begins, endsAt: ends + 120 * minute };
  const sessionId = await sessionToday(secretary, community, [{ by: mother, personIds: [chen] }], long);
  const venue = await venueOf(street, await street.as('郑社工'), sessionId);
  await stays(street, venue, '陈居民', chen, long.startsAt, long.endsAt);
  secretary = await street.as('李书记');
  const { people, entries } = await (await street.as('陈居民')).call(readOwnHours);
  expect(entries[0]?.minutes).toBe(120);
  expect(people[0]?.star).toEqual({ level: 2, minutes: 120, nextMinutes: 180 });
});
