import { expect, it } from 'vitest';
import {
  listVenues,
  openVenue,
  readOwnHours,
  readVenue,
  reviewScan,
  scanMember,
  scanVenue,
} from '#contract/attendance/endpoints.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import {
  begins,
  byCode,
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
let clerk = await street.as('郑社工');
let mother = await street.as('陈居民');
let warden = await street.as('赵楼长');
const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
const community = areas.find((area) => area.code === '990101001001')?.areaId ?? '';
const idOf = async (name: string) =>
  (await secretary.call(listPersons, { query: { name } })).items[0]?.personId ?? '';
const [chen, child, zhao] = [await idOf('陈居民'), await idOf('陈小树'), await idOf('赵楼长')];
/** Days go by between the tests: everybody signs in anew. */
async function at(ms: number): Promise<void> {
  street.clock.set(new Date(ms).toISOString());
  [clerk, mother, warden] = [await street.as('郑社工'), await street.as('陈居民'), await street.as('赵楼长')];
}
const start = Date.parse('2026-11-21T02:00:00.000Z');

/** A session of mother and child, the venue opened by the community clerk. */
async function opened(more: Parameters<typeof sessionToday>[3] = {}) {
  await at(start);
  secretary = await street.as('李书记');
  const sessionId = await sessionToday(
    secretary,
    community,
    [{ by: mother, personIds: [chen, child] }],
    more,
  );
  return { sessionId, venue: await venueOf(street, clerk, sessionId) };
}

/** Sessions of one test must not overlap those of the next: each has a day of its own. */
let days = 0;
const nextDay = () => {
  const shift = ++days * 24 * 60 * minute;
  return { startsAt: begins + shift, endsAt: ends + shift };
};

it('belongs to staff of the place: others do not open it and do not see its key', async () => {
  const { sessionId } = await opened(nextDay());
  const params = { sessionId };
  const body = { screenNow: new Date(start).toISOString() };
  expect(await mother.refusal(openVenue, { params, body })).toMatchObject({ status: 403 });
  for (const name of ['马书记', '文社区']) {
    const other = await street.as(name);
    const expected = name.startsWith('文') ? [404, 403] : [403];
    expect(expected).toContain((await other.refusal(readVenue, { params })).status);
    expect(expected).toContain((await other.refusal(openVenue, { params, body })).status);
  }
  const day = new Date(begins + days * 24 * 60 * minute).toISOString().slice(0, 10);
  const { items } = await clerk.call(listVenues, { query: { day } });
  expect(items.find((one) => one.sessionId === sessionId)).toMatchObject({ expected: 2, present: 0 });
});

it('a mother signs two in and out, and the minutes inside the session are on record', async () => {
  const times = nextDay();
  const { venue } = await opened(times);
  await at(times.startsAt - 10 * minute);
  const arrival = await mother.call(
    scanVenue,
    byCode(await venue.code('in', times.startsAt - 10 * minute), [chen, child]),
  );
  expect(arrival).toMatchObject({
    direction: 'in',
    outcomes: [{ mark: 'ok', refused: null }, { mark: 'ok' }],
  });
  await at(times.endsAt + 5 * minute);
  const leaving = await mother.call(
    scanVenue,
    byCode(await venue.code('out', times.endsAt + 5 * minute), [chen, child]),
  );
  expect(leaving.outcomes.map(({ minutes }) => minutes)).toEqual([90, 90]);
  const hours = await mother.call(readOwnHours);
  const own = hours.people.find((one) => one.personId === chen);
  const small = hours.people.find((one) => one.personId === child);
  expect(own?.volunteerMinutes).toBeGreaterThanOrEqual(90);
  // Eight years old: takes part as a member of the family.
  expect(small).toMatchObject({ volunteerMinutes: 0, star: { level: 0 } });
  expect(hours.entries[0]).toMatchObject({ minutes: 90, source: 'self', isLate: false });
  const { rows } = await street.owner.query(
    "select data from events where name = 'hours.recorded' order by id",
  );
  expect(rows.at(-1).data).toMatchObject({ minutes: 90, source: 'self' });
});

it('refuses the forwarded picture of an old code, and one of a clock ahead', async () => {
  const times = nextDay();
  const { venue } = await opened(times);
  await at(times.startsAt);
  const refused = async (code: string) => (await mother.refusal(scanVenue, byCode(code, [chen]))).code;
  expect(await refused(await venue.code('in', times.startsAt - 2 * minute))).toBe('attendance.code_expired');
  expect(await refused(await venue.code('in', times.startsAt + 2 * minute))).toBe('attendance.code_future');
  expect(await refused('MG3APKT K33L+ALOE44JSJUDH:IVJDG4')).toBe('attendance.bad_signature');
  expect(await refused('HELLO')).toBe('attendance.unreadable_code');
  const code = await venue.code('in', times.startsAt);
  const other = await opened(nextDay());
  await at(times.startsAt);
  const foreign = await street.as('文社区');
  expect((await foreign.refusal(scanVenue, byCode(code, [chen]))).code).toBe('attendance.not_yours');
  expect((await warden.refusal(scanVenue, byCode(code, [chen]))).code).toBe('attendance.not_yours');
  expect((await warden.refusal(scanVenue, byCode(code, [zhao]))).code).toBe('attendance.not_signed_up');
  // Outside its window even a fresh code opens nothing.
  expect(await refused(await other.venue.code('in', times.startsAt))).toBe('attendance.outside_window');
});

it('refuses the same direction twice, answers a repeated upload once more', async () => {
  const times = nextDay();
  const { venue, sessionId } = await opened(times);
  await at(times.startsAt);
  const request = byCode(await venue.code('in', times.startsAt), [chen]);
  const first = await mother.call(scanVenue, request);
  expect(await mother.call(scanVenue, request)).toEqual(first);
  const again = await mother.refusal(scanVenue, byCode(await venue.code('in', times.startsAt), [chen]));
  expect(again).toMatchObject({ code: 'attendance.duplicate_scan', detail: '陈居民已经签到过了，不用再签' });
  // Another phone at the same moment changes nothing about it.
  const second = byCode(await venue.code('in', times.startsAt), [chen], { deviceId: crypto.randomUUID() });
  expect((await mother.refusal(scanVenue, second)).code).toBe('attendance.duplicate_scan');
  const { rows } = await street.owner.query('select count(*)::int as n from scans where session_id = $1', [
    sessionId,
  ]);
  expect(rows[0].n).toBe(1);
});

it('takes six typed digits, and only so many wrong ones', async () => {
  const times = nextDay();
  const { venue, sessionId } = await opened(times);
  await at(times.startsAt);
  const typed = (digits: string, direction: 'in' | 'out' = 'in') => ({
    body: { by: { way: 'digits' as const, sessionId, direction, digits }, personIds: [chen], ...scanned() },
  });
  const right = await venue.digits('in', times.startsAt);
  const wrong = right === '000000' ? '000001' : '000000';
  for (let times = 0; times < 3; times++)
    expect((await mother.refusal(scanVenue, typed(wrong))).code).toBe('attendance.wrong_digits');
  expect((await mother.refusal(scanVenue, typed(right, 'out'))).code).toBe('attendance.wrong_digits');
  expect((await mother.call(scanVenue, typed(right))).outcomes[0]).toMatchObject({ mark: 'ok' });
  for (let times = 0; times < 16; times++) await mother.refusal(scanVenue, typed(wrong));
  expect(await mother.refusal(scanVenue, typed(wrong))).toMatchObject({ code: 'attendance.too_many_tries' });
});

it('marks what comes late, sets aside what a touched clock tells, refuses what is older than a day', async () => {
  const times = nextDay();
  const { venue, sessionId } = await opened(times);
  const seen = times.startsAt;
  const sent = seen + 8 * 60 * minute;
  await at(sent);
  const wall = (ms: number) => new Date(ms).toISOString();
  const told = { ageMs: sent - seen, scannedWall: wall(seen), sentWall: wall(sent) };
  const code = await venue.code('in', seen);
  const late = await mother.call(scanVenue, byCode(code, [chen], told));
  expect(late.outcomes[0]).toMatchObject({ mark: 'late', happenedAt: wall(seen) });

  const dayOff = { ...told, sentWall: wall(sent + 24 * 60 * minute) };
  const touched = await mother.call(scanVenue, byCode(code, [child], dayOff));
  expect(touched.outcomes[0]).toMatchObject({ mark: 'review' });
  const { reviews } = await clerk.call(readVenue, { params: { sessionId } });
  expect(reviews).toMatchObject([{ personId: child, reason: 'clock_moved' }]);
  const params = { scanId: reviews[0]?.scanId ?? '' };
  expect((await mother.refusal(reviewScan, { params, body: { accept: true } })).status).toBe(403);
  await clerk.call(reviewScan, { params, body: { accept: true } });
  const leaving = byCode(await venue.code('out', times.endsAt), [chen, child], {
    ageMs: sent - times.endsAt,
    scannedWall: wall(times.endsAt),
    sentWall: wall(sent),
  });
  const out = await mother.call(scanVenue, leaving);
  expect(out.outcomes.map(({ minutes }) => minutes)).toEqual([90, 90]);

  await at(seen + 25 * 60 * minute);
  const tooLate = byCode(code, [chen], { ...told, ageMs: 25 * 60 * minute });
  expect((await mother.refusal(scanVenue, tooLate)).code).toBe('attendance.too_late');
});

it('staff scan a member’s code: genuine, fresh, and never their own', async () => {
  const times = nextDay();
  const { sessionId } = await opened(times);
  await at(times.startsAt);
  const params = { sessionId };
  const key = await memberKeyOf(mother, child);
  const scan = (code: string, direction: 'in' | 'out' = 'in') => ({
    params,
    body: { direction, by: { way: 'code' as const, code }, ...scanned() },
  });
  const stale = scan(await memberCode(key, times.startsAt - 2 * minute));
  expect((await clerk.refusal(scanMember, stale)).code).toBe('attendance.member_old');
  const dayOff = scan(await memberCode(key, times.startsAt + 24 * 60 * minute));
  expect((await clerk.refusal(scanMember, dayOff)).code).toBe('attendance.member_ahead');
  const good = await memberCode(key, times.startsAt);
  expect(await clerk.call(scanMember, scan(good))).toMatchObject({ name: '陈**', mark: 'ok', minutes: null });
  expect((await clerk.refusal(scanMember, scan(good))).code).toBe('attendance.duplicate_scan');
  await at(times.endsAt);
  // A code from before the one that was accepted is a replay.
  expect((await clerk.refusal(scanMember, scan(good, 'out'))).code).toBe('attendance.member_old');
  const last = scan(await memberCode(key, times.endsAt), 'out');
  expect(await clerk.call(scanMember, last)).toMatchObject({ minutes: 90 });
  const other = await street.as('马书记');
  expect((await other.refusal(scanMember, scan(good))).status).toBe(403);
});

it('knows an elder by name and four digits; such hours say that staff signed', async () => {
  const times = nextDay();
  await at(start);
  secretary = await street.as('李书记');
  const sessionId = await sessionToday(secretary, community, [{ by: warden, personIds: [zhao] }], times);
  await venueOf(street, clerk, sessionId);
  await at(times.startsAt);
  const byName = (phoneTail: string, direction: 'in' | 'out' = 'in') => ({
    params: { sessionId },
    body: { direction, by: { way: 'name' as const, name: '赵楼长', phoneTail }, ...scanned() },
  });
  expect((await clerk.refusal(scanMember, byName('0000'))).code).toBe('attendance.not_known');
  expect(await clerk.call(scanMember, byName('1002'))).toMatchObject({ mark: 'ok' });
  await at(times.endsAt);
  expect(await clerk.call(scanMember, byName('1002', 'out'))).toMatchObject({ minutes: 90 });
  const { entries } = await warden.call(readOwnHours);
  expect(entries[0]).toMatchObject({ source: 'staff', credit: 'volunteer' });
});

it('nobody is at two places, and no day has more than eight hours', async () => {
  const times = nextDay();
  const long = { startsAt: times.startsAt, endsAt: times.startsAt + 6 * 60 * minute };
  const one = await opened(long);
  const two = { startsAt: long.endsAt, endsAt: long.endsAt + 4 * 60 * minute };
  const next = await opened(two);
  await at(long.endsAt - 30 * minute);
  await mother.call(scanVenue, byCode(await one.venue.code('in', long.endsAt - 30 * minute), [child]));
  const elsewhere = byCode(await next.venue.code('in', long.endsAt - 30 * minute), [child]);
  expect((await mother.refusal(scanVenue, elsewhere)).code).toBe('attendance.open_elsewhere');

  await stays(street, one.venue, '陈居民', chen, long.startsAt, long.endsAt);
  await stays(street, next.venue, '陈居民', chen, two.startsAt, two.endsAt);
  const { rows } = await street.owner.query(
    'select minutes from hours_entries where person_id = $1 and session_id = any($2) order by started_at',
    [chen, [one.sessionId, next.sessionId]],
  );
  expect(rows.map((row) => row.minutes)).toEqual([360, 120]);
});
