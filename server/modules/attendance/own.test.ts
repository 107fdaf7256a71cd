import { expect, it } from 'vitest';
import {
  approveCorrection,
  declineCorrection,
  declineHours,
  listHourRequests,
  readOwnHours,
  readVenue,
  revokeKeysAtVenue,
  scanMember,
  takeMemberKey,
  takeUpRequest,
} from '#contract/attendance/endpoints.ts';
import * as own from '#contract/attendance/own.ts';
import { changeHoursRules } from '#contract/attendance/rules.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import {
  begins,
  ends,
  memberCode,
  memberKeyOf,
  minute,
  scanned,
  sessionToday,
  stays,
  venueOf,
} from '../../../tests/kit/attendance.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();
let secretary = await street.as('李书记');
const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
const community = areas.find((area) => area.code === '990101001001')?.areaId ?? '';
const chen = (await secretary.call(listPersons, { query: { name: '陈居民' } })).items[0]?.personId ?? '';

it('who is concerned asks for a correction; staff take it up, another signs', async () => {
  const booked = await street.as('陈居民');
  const sessionId = await sessionToday(secretary, community, [{ by: booked, personIds: [chen] }]);
  const venue = await venueOf(street, await street.as('郑社工'), sessionId);
  await stays(street, venue, '陈居民', chen, begins, ends);
  const mother = await street.as('陈居民');
  const entry = (await mother.call(readOwnHours)).entries[0];
  expect(entry).toMatchObject({ minutes: 90, can: { ask: true } });
  const params = { entryId: entry?.entryId ?? '' };
  const body = { minutes: 60, reason: '早走了' };
  expect((await (await street.as('赵楼长')).refusal(own.askCorrection, { params, body })).status).toBe(404);
  const { requestId } = await mother.call(own.askCorrection, { params, body });
  expect((await mother.refusal(own.askCorrection, { params, body })).code).toBe('attendance.asked_already');
  expect((await mother.call(readOwnHours)).entries[0]?.can.ask).toBe('attendance.asked_already');

  const request = { params: { requestId } };
  secretary = await street.as('李书记');
  const clerk = await street.as('郑社工');
  const seen = (await clerk.call(listHourRequests, {})).items.find((one) => one.requestId === requestId);
  expect(seen).toMatchObject({ state: 'asked', askedBy: '陈**', can: { takeUp: true } });
  expect((await secretary.refusal(approveCorrection, request)).code).toBe('attendance.not_waiting');
  const found = { ...request, body: { minutes: 70, reason: '现场名单11点40分离开' } };
  expect((await (await street.as('马书记')).refusal(takeUpRequest, found)).status).toBe(403);
  await clerk.call(takeUpRequest, found);
  expect((await clerk.refusal(approveCorrection, request)).status).toBe(403);
  await secretary.call(approveCorrection, request);
  expect(await mother.call(readOwnHours)).toMatchObject({
    entries: [{ minutes: 70, can: { ask: true } }],
    requests: [{ state: 'confirmed', minutes: 70 }],
  });
});

it('declining takes the right to hours, and says why', async () => {
  const mother = await street.as('陈居民');
  const entry = (await mother.call(readOwnHours)).entries[0];
  const params = { entryId: entry?.entryId ?? '' };
  const ask = { params, body: { minutes: 80, reason: '记少了' } };
  const { requestId } = await mother.call(own.askCorrection, ask);
  const decline = { params: { requestId }, body: { reason: '现场名单没有' } };
  // Who only reads activities does not decide about hours.
  for (const name of ['高主任', '周网格'])
    expect((await (await street.as(name)).refusal(declineCorrection, decline)).status).toBe(403);
  expect((await (await street.as('周网格')).refusal(declineHours, decline)).status).toBe(403);
  await (await street.as('郑社工')).call(declineCorrection, decline);
  const { requests } = await mother.call(readOwnHours);
  expect(requests.find((one) => one.requestId === requestId)).toMatchObject({
    state: 'declined',
    decisionReason: '现场名单没有',
  });
});

it('names volunteers with a star who want it, by a name of their own, and never staff', async () => {
  const mother = await street.as('陈居民');
  const nickname = '小水滴';
  expect((await mother.refusal(own.joinHonour, { body: { nickname } })).code).toBe('honour.no_star');
  const today = street.clock.now().toISOString().slice(0, 10);
  await (await street.as('唐科长')).call(changeHoursRules, {
    body: { dayHoursMax: 8, starHours: [1, 2, 3, 4, 5], fromOn: today, reason: '区通知', version: 1 },
  });
  for (const name of ['我是陈居民', '138001380'])
    expect((await mother.refusal(own.joinHonour, { body: { nickname: name } })).code).toBe('honour.unfit');
  await mother.call(own.joinHonour, { body: { nickname } });
  expect((await street.stranger.call(own.listHonours, {})).items).toEqual([{ nickname, level: 1 }]);
  await street.owner.query(
    `insert into star_honours select street_id, person_id, '网格小周', now() from accounts
     where name = '周网格' and person_id is not null`,
  );
  expect((await street.stranger.call(own.listHonours, {})).items).toEqual([{ nickname, level: 1 }]);
  await mother.call(own.leaveHonour, {});
  expect((await street.stranger.call(own.listHonours, {})).items).toEqual([]);
});

it('a lost phone shows no more codes: here at once, at venues with the next list', async () => {
  const shift = 24 * 60 * minute;
  const mother = await street.as('陈居民');
  secretary = await street.as('李书记');
  const sessionId = await sessionToday(secretary, community, [{ by: mother, personIds: [chen] }], {
    startsAt: begins + shift,
    endsAt: ends + shift,
  });
  street.clock.set(new Date(begins + shift).toISOString());
  const [again, clerk] = [await street.as('陈居民'), await street.as('郑社工')];
  await venueOf(street, clerk, sessionId);
  const key = await memberKeyOf(again, chen);
  const { items } = await again.call(own.listOwnKeys);
  const held = items.find((one) => one.revokedAt === null);
  const outsider = await street.as('赵楼长');
  const params = { keyId: held?.keyId ?? '' };
  expect((await outsider.refusal(own.revokeOwnKey, { params })).code).toBe('attendance.not_yours');
  await again.call(own.revokeOwnKey, { params });
  const { revoked } = await clerk.call(readVenue, { params: { sessionId } });
  expect(revoked).toEqual([key.pseudonym]);
  const shown = await memberCode(key, street.clock.now().getTime());
  const scan = {
    params: { sessionId },
    body: { direction: 'in' as const, by: { way: 'code' as const, code: shown }, ...scanned() },
  };
  expect((await clerk.refusal(scanMember, scan)).code).toBe('attendance.code_revoked');
  const body = { personId: chen, deviceId: held?.deviceId ?? '' };
  expect((await again.refusal(takeMemberKey, { body })).code).toBe('attendance.key_revoked');
  street.clock.set(new Date(begins + shift + minute).toISOString());
  const anew = await street.as('陈居民');
  expect((await anew.call(takeMemberKey, { body })).pseudonym).not.toBe(key.pseudonym);
  const other = await street.as('马书记');
  const lost = { params: { sessionId }, body: { personId: chen } };
  expect((await other.refusal(revokeKeysAtVenue, lost)).status).toBe(403);
  await clerk.call(revokeKeysAtVenue, lost);
  expect((await clerk.call(readVenue, { params: { sessionId } })).revoked).toHaveLength(2);
});
