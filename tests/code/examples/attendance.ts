import { correctHours } from '#contract/attendance/desk.ts';
import * as attendance from '#contract/attendance/endpoints.ts';
import * as notice from '#contract/attendance/notice.ts';
import * as own from '#contract/attendance/own.ts';
import * as rules from '#contract/attendance/rules.ts';
import { byCode, memberCode, memberKeyOf, scanned, sessionToday, venueOf } from '../../kit/attendance.ts';
import { neighbour } from '../../kit/neighbours.ts';
import type { Caller } from '../../kit/street.ts';
import { type Example, list, record, self } from './example.ts';
import { code, type World } from './world.ts';

const minute = 60_000;
const people = { holder: '陈居民', outsider: '赵楼长', foreigner: '文社区' } as const;
const desk = { holder: '李书记', outsider: '马书记', foreigner: '文社区' } as const;

/** Somebody new, who is at no other place. */
async function newcomer(world: World): Promise<{ mother: Caller; chen: string }> {
  const name = `邻居${'甲乙丙丁戊己庚辛壬癸'[slot % 10]}${'子丑寅卯辰巳午未申酉戌亥'[slot % 12]}`;
  const phone = `1880000${String(1000 + slot)}`;
  const mother = await neighbour(world.street, {
    name,
    phone,
    bornOn: '1980-01-01',
    areaCode: code.entrance,
    room: null,
  });
  return { mother, chen: await world.personOf(name) };
}

const chenAgain = async (world: World) => ({
  mother: await world.as('陈居民'),
  chen: await world.personOf('陈居民'),
});

/** A session of its own minute, the venue open, one person signed up. */
async function venueToday(world: World, comes = newcomer) {
  const now = world.street.clock.now().getTime();
  const { mother, chen } = await comes(world);
  // One minute each: the same person may have many after each other.
  const startsAt = now + slot++ * minute;
  const times = { startsAt, endsAt: startsAt + minute };
  const sessionId = await sessionToday(
    await world.as('李书记'),
    world.id('community'),
    [{ by: mother, personIds: [chen] }],
    times,
  );
  const venue = await venueOf(world.street, await world.as('郑社工'), sessionId);
  return { sessionId, venue, chen, mother, now };
}
let slot = 1;

const signedIn = async (world: World, more: Record<string, unknown> = {}, comes = newcomer) => {
  const made = await venueToday(world, comes);
  const { venue, chen, mother, now } = made;
  await mother.call(attendance.scanVenue, byCode(await venue.code('in', now), [chen], more));
  return made;
};

/** A minute on record, by both scans. */
async function recorded(world: World, comes = newcomer) {
  const made = await signedIn(world, {}, comes);
  const { venue, chen, mother, now } = made;
  await mother.call(attendance.scanVenue, byCode(await venue.code('out', now), [chen]));
  const { entries } = await mother.call(attendance.readOwnHours);
  const entry = entries.find(({ sessionId }) => sessionId === made.sessionId);
  return { ...made, entryId: entry?.entryId ?? '' };
}

/** A key of 陈居民 on one more phone. */
const keyOfChen = async (world: World) => {
  const mother = await world.as('陈居民');
  const body = { personId: await world.personOf('陈居民'), deviceId: crypto.randomUUID() };
  await mother.call(attendance.takeMemberKey, { body });
  const { items } = await mother.call(own.listOwnKeys);
  return { keyId: items.find((one) => one.deviceId === body.deviceId)?.keyId ?? '' };
};

const asked = async (world: World, comes = newcomer) => {
  const { entryId } = await recorded(world, comes);
  const { requestId } = await (await world.as('郑社工')).call(correctHours, {
    params: { entryId },
    body: { minutes: 5, reason: '纸质名单' },
  });
  return { requestId };
};

/** What a resident asked for, not yet taken up. */
const wished = async (world: World) => {
  const { entryId, mother } = await recorded(world);
  const { requestId } = await mother.call(own.askCorrection, {
    params: { entryId },
    body: { minutes: 5, reason: '多待了四分钟' },
  });
  return { requestId };
};

const setAside = async (world: World) => {
  const wall = (ms: number) => new Date(world.street.clock.now().getTime() + ms).toISOString();
  const { sessionId } = await signedIn(world, {
    ageMs: 2 * minute,
    scannedWall: wall(-2 * minute),
    sentWall: wall(90 * minute),
  });
  const { reviews } = await (await world.as('郑社工')).call(attendance.readVenue, { params: { sessionId } });
  return { scanId: reviews[0]?.scanId ?? '' };
};

const proof = async (world: World) => {
  const { chen, mother } = await chenAgain(world);
  const params = await asked(world, chenAgain);
  await (await world.as('李书记')).call(attendance.approveCorrection, { params });
  const body = { personId: chen, organisationId: null, fromOn: '2026-01-01', toOn: '2026-12-31' };
  return { body, ...(await mother.call(attendance.issueCertificate, { body })) };
};

/** A draw of the first community. */
const check = async (world: World) => {
  await recorded(world);
  const span = { from: '2026-01-01', to: world.street.clock.now().toISOString().slice(0, 10) };
  return { areaId: world.id('community'), seed: '晴', ...span, wrongIds: [], result: '与签到表一致' };
};

const published = async (world: World) => {
  const { checkId } = await (await world.as('唐科长')).call(notice.publishCheck, {
    body: await check(world),
  });
  return checkId;
};

const objection = async (world: World) => {
  const subjectId = await published(world);
  const params = { kind: 'check', subjectId } as const;
  await (await world.as('陈居民')).call(notice.objectToHours, { params, body: { text: '少了一场' } });
  const { items } = await (await world.as('李书记')).call(notice.listHoursObjections, {
    query: { limit: 200 },
  });
  return items.findLast(({ state }) => state === 'open')?.objectionId ?? '';
};

export const attendanceExamples: Record<string, Example> = {
  'attendance.list_venues': list(async (world) => (await venueToday(world)).sessionId, desk),
  'attendance.read_venue': record(async (world) => ({
    params: { sessionId: (await venueToday(world)).sessionId },
  })),
  'attendance.open_venue': record(async (world) => ({
    params: { sessionId: (await venueToday(world)).sessionId },
    body: { screenNow: world.street.clock.now().toISOString() },
  })),
  'attendance.scan_member': record(async (world) => {
    const { sessionId, mother, chen, now } = await venueToday(world);
    const shown = await memberCode(await memberKeyOf(mother, chen), now);
    return {
      params: { sessionId },
      body: { direction: 'in', by: { way: 'code', code: shown }, ...scanned() },
    };
  }),
  'attendance.review_scan': record(async (world) => ({
    params: await setAside(world),
    body: { accept: true },
  })),
  'attendance.request_hours': record(
    async (world) => {
      const { sessionId, chen, now } = await venueToday(world);
      const startedAt = new Date(now).toISOString();
      return {
        params: { sessionId },
        body: { personId: chen, startedAt, endedAt: startedAt, reason: '手机没电' },
      };
    },
    { reaches: 'attendance.times_outside' },
  ),
  'attendance.list_requests': list(async (world) => (await asked(world)).requestId),
  'attendance.confirm_hours': record(async (world) => ({ params: await asked(world) })),
  'attendance.approve_correction': record(async (world) => ({ params: await asked(world) })),
  'attendance.decline_hours': record(async (world) => ({
    params: await asked(world),
    body: { reason: '与名单不符' },
  })),
  'attendance.decline_correction': record(async (world) => ({
    params: await wished(world),
    body: { reason: '与名单不符' },
  })),
  'attendance.take_up_request': record(async (world) => ({
    params: await wished(world),
    body: { minutes: 4, reason: '现场名单' },
  })),
  'attendance.revoke_keys_at_venue': record(async (world) => {
    const { sessionId, chen } = await venueToday(world);
    return { params: { sessionId }, body: { personId: chen } };
  }),
  'attendance.revoke_keys': record(async (world) => ({
    params: { entryId: (await recorded(world)).entryId },
  })),
  'attendance.ask_correction': record(
    async (world) => ({
      params: { entryId: (await recorded(world, chenAgain)).entryId },
      body: { minutes: 9, reason: '签退早了' },
    }),
    people,
  ),
  'attendance.own_honour': self(() => ({}), people),
  'attendance.join_honour': self(() => ({ body: { nickname: '小水滴' } }), {
    ...people,
    reaches: 'honour.no_star',
  }),
  'attendance.leave_honour': self(() => ({}), people),
  'attendance.own_keys': list(async (world) => (await keyOfChen(world)).keyId, people),
  'attendance.revoke_own_key': record(async (world) => ({ params: await keyOfChen(world) }), people),
  'attendance.own_sessions': list(async (world) => (await venueToday(world, chenAgain)).sessionId, people),
  'attendance.scan_venue': record(async (world) => {
    // The last step: nobody stays signed in for the examples after this one.
    const { venue, chen, now } = await signedIn(world, {}, chenAgain);
    return byCode(await venue.code('out', now), [chen]);
  }, people),
  'attendance.take_member_key': record(
    async (world) => ({ body: { personId: await world.personOf('陈居民'), deviceId: crypto.randomUUID() } }),
    people,
  ),
  'attendance.own_hours': list(async (world) => (await recorded(world, chenAgain)).entryId, people),
  'attendance.list_certifiable': list(async (world) => (await proof(world)).certificateId, people),
  'attendance.issue_certificate': record(async (world) => ({ body: (await proof(world)).body }), people),
  'attendance.read_certificate': record(
    async (world) => ({ params: { certificateId: (await proof(world)).certificateId } }),
    people,
  ),
  'attendance.list_hours': list(async (world) => (await recorded(world)).entryId),
  'attendance.correct_hours': record(async (world) => ({
    params: { entryId: (await recorded(world)).entryId },
    body: { minutes: 7, reason: '纸质名单' },
  })),
  'attendance.object': record(
    async (world) => ({
      params: { kind: 'check', subjectId: await published(world) },
      body: { text: '少了一场' },
    }),
    { ...people, outsider: null },
  ),
  'attendance.publish_check': record(async (world) => ({ body: await check(world) })),
  'attendance.list_objections': list(objection),
  'attendance.decide_objection': record(async (world) => ({
    params: { objectionId: await objection(world) },
    body: { uphold: false, reason: '核对过签到表' },
  })),
  'attendance.read_rules': self(),
  'attendance.change_rules': record(
    async (world) => {
      const { items } = await (await world.as('唐科长')).call(rules.readHoursRules);
      const body = { dayHoursMax: 8, starHours: [100, 300, 600, 1000, 1500], reason: '区通知' };
      const fromOn = world.street.clock.now().toISOString().slice(0, 10);
      return { body: { ...body, fromOn, version: items[0]?.version ?? 1 } };
    },
    { holder: '唐科长' },
  ),
  'attendance.spot_check': list(
    async (world) => (await recorded(world)).entryId,
    {},
    () => ({ query: { seed: '晴', from: '2026-01-01', to: '2026-12-31', count: 100 } }),
  ),
};
