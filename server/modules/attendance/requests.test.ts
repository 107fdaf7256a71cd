import { expect, it } from 'vitest';
import { correctHours } from '#contract/attendance/desk.ts';
import { approveCorrection, readOwnHours } from '#contract/attendance/endpoints.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { begins, ends, sessionToday, stays, venueOf } from '../../../tests/kit/attendance.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();

it('a correction is signed by somebody else, and stands as a new row', async () => {
  let secretary = await street.as('李书记');
  const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
  const community = areas.find((area) => area.code === '990101001001')?.areaId ?? '';
  const chen = (await secretary.call(listPersons, { query: { name: '陈居民' } })).items[0]?.personId ?? '';
  let mother = await street.as('陈居民');
  const sessionId = await sessionToday(secretary, community, [{ by: mother, personIds: [chen] }]);
  const venue = await venueOf(street, await street.as('郑社工'), sessionId);
  await stays(street, venue, '陈居民', chen, begins, ends);
  // Hours have passed: the sessions of before have ended.
  mother = await street.as('陈居民');
  secretary = await street.as('李书记');
  const before = (await mother.call(readOwnHours)).entries[0];
  const params = { entryId: before?.entryId ?? '' };
  const body = { minutes: 60, reason: '纸质名单' };
  expect((await (await street.as('马书记')).refusal(correctHours, { params, body })).status).toBe(403);
  const asked = await secretary.call(correctHours, { params, body });
  const request = { params: { requestId: asked.requestId } };
  expect((await secretary.refusal(approveCorrection, request)).code).toBe('attendance.second_person');
  await (await street.as('唐科长')).call(approveCorrection, request);
  const after = (await mother.call(readOwnHours)).entries;
  expect(after).toMatchObject([{ minutes: 60, corrects: { minutes: 90, reason: '纸质名单' } }]);
  expect((await secretary.refusal(correctHours, { params, body })).code).toBe('attendance.corrected_already');
  const { rows } = await street.owner.query("select data from events where name = 'hours.corrected'");
  expect(rows[0].data).toMatchObject({ minutesBefore: 90, minutesAfter: 60 });
});
