import { beforeAll, describe, expect, it, test } from 'vitest';
import * as endpoints from '#contract/calls/endpoints.ts';
import type { CallRecord } from '#contract/calls/records.ts';
import { listNotifications } from '#contract/notifications/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { placesTaken } from '#modules/activities/index.ts';
import { neighbour } from '../../../tests/kit/neighbours.ts';
import { inStreet, personIdOf } from '../../../tests/kit/points.ts';
import { type Caller, type TestStreet, testNow, testStreet } from '../../../tests/kit/street.ts';
import { issueFault, mayAnswer } from './rules.ts';
import { endOver } from './service/issue.ts';

const firstGrid = '990101001001001';
const secondGrid = '990101001001002';
let street: TestStreet;
let secretary: Caller;
let chen: Caller;
let zhao: Caller;
let lu: Caller;
let child: Caller;
const areaIds = new Map<string, string>();
const area = (code: string) => areaIds.get(code) ?? '';

beforeAll(async () => {
  street = await testStreet();
  secretary = await street.as('李书记');
  chen = await street.as('陈居民');
  zhao = await street.as('赵楼长');
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  for (const { code, areaId } of items) areaIds.set(code, areaId);
  const born = '1990-01-01';
  const lives = (name: string, phone: string, bornOn: string, grid: string, room: string) =>
    neighbour(street, { name, phone, bornOn, areaCode: `${grid}E01B01U1`, room });
  lu = await lives('陆邻居', '19900007001', born, secondGrid, '301');
  child = await lives('陆小妹', '19900007002', '2010-01-01', firstGrid, '302');
});

const snow = {
  template: 'snow',
  title: '一起扫雪',
  why: '清出楼门口的路',
  gatherPoint: '居委会门口',
  startsAt: '2026-11-22T00:00:00.000Z',
  endsAt: '2026-11-22T03:00:00.000Z',
  peopleWanted: 2,
  groups: ['everyone'],
} as const;

const bodyOf = (more: Record<string, unknown> = {}) =>
  ({ ...snow, areaId: area(firstGrid), areaIds: [area(firstGrid)], ...more }) as never;
const issue = (more?: Record<string, unknown>): Promise<CallRecord> =>
  secretary.call(endpoints.issueCall, { body: bodyOf(more) });
const at = ({ callId }: { callId: string }) => ({ params: { callId } });
const says = (caller: Caller, call: CallRecord, answer: 'coming' | 'not_coming') =>
  caller.call(endpoints.answerCall, { ...at(call), body: { answer } });
const mine = async (caller: Caller) =>
  (await caller.call(endpoints.listMyCalls)).items.map(({ callId }) => callId);

describe('who issues', () => {
  it('not a clerk, not another community, nobody for places that are not theirs', async () => {
    expect(await (await street.as('郑社工')).refusal(endpoints.issueCall, { body: bodyOf() })).toMatchObject({
      code: 'permission.missing',
    });
    for (const name of ['马书记', '文社区'])
      expect([403, 404]).toContain(
        (await (await street.as(name)).refusal(endpoints.issueCall, { body: bodyOf() })).status,
      );
    expect(
      await secretary.refusal(endpoints.countReach, {
        body: { areaIds: [area('990101001002')], groups: ['everyone'] },
      }),
    ).toMatchObject({ status: 403 });
  });

  test.each([
    [{}, null],
    [{ endsAt: '2026-11-22T00:00:00.000Z' }, 'call.time_order'],
    [{ endsAt: '2026-11-23T00:00:00.000Z' }, 'call.too_long'],
    [{ template: 'missing_person' as const }, 'call.family_must_agree'],
    [{ template: 'missing_person' as const, familyAgreed: true }, null],
    [{ groups: ['skilled' as const] }, 'call.skills_missing'],
    [{ groups: ['teams' as const] }, 'call.teams_missing'],
  ])('%j → %s', (more, code) => {
    const wanted = { ...snow, skills: [], teamIds: [], familyAgreed: false, ...more };
    expect(issueFault(wanted, new Date(testNow))?.code ?? null).toBe(code);
  });

  test('answers end with the hours', () => {
    expect(mayAnswer('open', snow.endsAt, new Date(snow.startsAt))).toBe(true);
    expect(mayAnswer('open', snow.endsAt, new Date(snow.endsAt))).toBe('call.not_open');
    expect(mayAnswer('stood_down', snow.endsAt, new Date(snow.startsAt))).toBe('call.not_open');
  });
});

describe('whom it reaches', () => {
  it('the grown-ups of its grid, and no child and no other grid', async () => {
    const { people } = await secretary.call(endpoints.countReach, {
      body: { areaIds: [area(firstGrid)], groups: ['everyone'] },
    });
    const call = await issue();
    expect(call.reachedCount).toBe(people);
    expect(people).toBe(2);
    expect(await mine(chen)).toContain(call.callId);
    expect(await mine(zhao)).toContain(call.callId);
    for (const caller of [lu, child]) expect(await mine(caller)).not.toContain(call.callId);
    expect(await lu.refusal(endpoints.getMyCall, at(call))).toMatchObject({ code: 'call.not_for_you' });
    await street.react();
    const told = async (caller: Caller) =>
      (await caller.call(listNotifications)).items.filter(({ notice }) => notice === 'call_issued').length;
    expect([await told(chen), await told(zhao), await told(lu), await told(child)]).toEqual([1, 1, 0, 0]);
  });

  it('wardens, the skilled, and nobody at all', async () => {
    const both = [area(firstGrid), area(secondGrid)];
    const wardens = await issue({ areaIds: both, groups: ['wardens'] });
    expect(wardens.reachedCount).toBe(1);
    expect(await mine(zhao)).toContain(wardens.callId);
    expect(await mine(chen)).not.toContain(wardens.callId);
    await lu.call(endpoints.setSkills, { body: { skills: ['first_aid', 'driver'] } });
    const skilled = await issue({ areaIds: both, groups: ['skilled'], skills: ['driver'] });
    expect([skilled.reachedCount, await mine(lu)]).toEqual([1, [skilled.callId]]);
    const nobody = { areaIds: both, groups: ['skilled'], skills: ['water_rescue'] };
    expect(await secretary.refusal(endpoints.issueCall, { body: bodyOf(nobody) })).toMatchObject({
      code: 'call.nobody',
    });
    expect(await child.refusal(endpoints.setSkills, { body: { skills: [] } })).toMatchObject({
      code: 'call.minor',
    });
  });
});

describe('the answers', () => {
  it('one tap is a place; twice is once; a no is nowhere', async () => {
    const call = await issue({ peopleWanted: 1 });
    const seats = async () =>
      (await inStreet(street, (context) => placesTaken(context, call.sessionId))).map((one) => one.personId);
    expect(await says(chen, call, 'coming')).toMatchObject({ answer: 'coming', isStandby: false });
    expect(await says(chen, call, 'coming')).toMatchObject({ answer: 'coming', comingCount: 1 });
    expect(await seats()).toEqual([await personIdOf(street, '陈居民')]);
    expect(await says(zhao, call, 'coming')).toMatchObject({ isStandby: true, comingCount: 2 });
    expect(await says(zhao, call, 'not_coming')).toMatchObject({ answer: 'not_coming', comingCount: 1 });
    const { items } = await secretary.call(endpoints.listComing, at(call));
    expect(items).toEqual([
      { personId: await personIdOf(street, '陈居民'), name: '陈居民', isStandby: false },
    ]);
    const record = await secretary.call(endpoints.getCall, at(call));
    expect(JSON.stringify(record)).not.toContain('not_coming');
    expect(record).toMatchObject({ comingCount: 1, peopleWanted: 1 });
    expect(await lu.refusal(endpoints.answerCall, { ...at(call), body: { answer: 'coming' } })).toMatchObject(
      {
        code: 'call.not_for_you',
      },
    );
    const outsider = await street.as('马书记');
    expect(await outsider.refusal(endpoints.getCall, at(call))).toMatchObject({ status: 403 });
    const gridWorker = await street.as('周网格');
    expect(await gridWorker.call(endpoints.getCall, at(call))).toMatchObject({
      comingCount: 1,
      can: { see_people: 'call.outside_your_area' },
    });
  });

  it('standing down tells those who come, and closes the answers', async () => {
    const call = await issue({ title: '去扫雪' });
    await says(chen, call, 'coming');
    const body = { reason: '雪停了', version: call.version };
    expect(await secretary.call(endpoints.standDown, { ...at(call), body })).toMatchObject({
      status: 'stood_down',
      endReason: '雪停了',
    });
    expect(
      await zhao.refusal(endpoints.answerCall, { ...at(call), body: { answer: 'coming' } }),
    ).toMatchObject({
      code: 'call.not_open',
    });
    await street.react();
    const titles = async (caller: Caller) =>
      (await caller.call(listNotifications)).items.map(({ title }) => title);
    expect(await titles(chen)).toContain('去扫雪：不用来了');
    expect(await titles(zhao)).not.toContain('去扫雪：不用来了');
  });

  it('the result has a figure, and a search is forgotten when its hours are over', async () => {
    const call = await issue();
    await says(chen, call, 'coming');
    const body = { result: '三条路都清好了', cameCount: 1, version: call.version };
    expect(await secretary.call(endpoints.closeCall, { ...at(call), body })).toMatchObject({
      status: 'ended',
      cameCount: 1,
    });
    const search = await issue({
      template: 'missing_person',
      title: '找一位穿蓝衣的老人',
      why: '身高一米六，蓝棉衣',
      familyAgreed: true,
    });
    street.clock.set('2026-11-22T02:59:00.000Z');
    await inStreet(street, endOver);
    const later = await street.as('李书记');
    expect(await later.call(endpoints.getCall, at(search))).toMatchObject({ status: 'open' });
    street.clock.set('2026-11-22T03:00:00.000Z');
    await inStreet(street, endOver);
    const over = await later.call(endpoints.getCall, at(search));
    expect(over).toMatchObject({ status: 'ended', title: '寻人', why: '' });
    street.clock.set(testNow);
  });
});

describe('duty', () => {
  it('shifts follow each other, and the next reads what was left', async () => {
    const shifts = [
      { startsAt: '2026-11-22T00:00:00.000Z', endsAt: '2026-11-22T04:00:00.000Z' },
      { startsAt: '2026-11-22T04:00:00.000Z', endsAt: '2026-11-22T08:00:00.000Z' },
    ];
    const body = {
      title: '冬季活动保障',
      areaId: area('990101001001'),
      place: '地铁A口',
      posts: [{ name: '引路', places: 2 }],
      shifts,
    };
    const { items } = await secretary.call(endpoints.planDuty, { body });
    expect(items).toMatchObject([{ places: 2, takenCount: 0 }, { before: null }]);
    const [first] = items;
    const params = { shiftId: first?.shiftId ?? '' };
    const note = { note: '二号围挡松了，还没修', version: 1 };
    await secretary.call(endpoints.handOver, { params, body: note });
    expect(await secretary.refusal(endpoints.handOver, { params, body: note })).toMatchObject({
      code: 'version.stale',
    });
    const day = await secretary.call(endpoints.listShifts, { query: { day: '2026-11-22' } });
    expect(day.items.find(({ shiftId }) => shiftId === items[1]?.shiftId)?.before).toBe(
      '二号围挡松了，还没修',
    );
    const backwards = [{ startsAt: shifts[1]?.endsAt ?? '', endsAt: shifts[0]?.startsAt ?? '' }];
    expect(
      await secretary.refusal(endpoints.planDuty, { body: { ...body, shifts: backwards } }),
    ).toMatchObject({ code: 'duty.shift_order' });
    expect(await (await street.as('马书记')).refusal(endpoints.planDuty, { body })).toMatchObject({
      status: 403,
    });
  });
});
