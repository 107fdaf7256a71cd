// Draws, offers that run out, places given back: what happens by itself, and what residents do about it.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelActivity, getActivity, listSignUps, markMissed } from '#contract/activities/endpoints.ts';
import {
  cancelSignUp,
  confirmPlace,
  mySignUps,
  showActivity,
  showDraw,
  signUp,
} from '#contract/activities/mine.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { hour, nextWeek, published } from '../../../tests/kit/activities.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { testNow, testStreet } from '../../../tests/kit/street.ts';
import { draw, sha256 } from './draw.ts';
import { activitiesModule, type Entry, takeSignUps } from './index.ts';

const street = await testStreet();
let areaId = '';
let mother = '';

beforeAll(async () => {
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  const { activityId, sessionId } = await open();
  const seen = await (await street.as('陈居民')).call(showActivity, { params: { activityId } });
  mother = seen.candidates[sessionId]?.find((one) => one.isSelf)?.personId ?? '';
});
beforeEach(() => street.clock.set(testNow));

let days = 0;
/** Each at a time of its own, so that no booking stands in the way of another. */
const open = async (more: Record<string, unknown> = {}, session: Record<string, unknown> = {}) => {
  const startsAt = nextWeek + ++days * 24 * hour;
  const times = {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + hour).toISOString(),
  };
  return await published(await street.as('李书记'), areaId, more, { ...times, ...session });
};

async function within<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const row = await street.kernel.streets.byId(streetId);
  if (!row) throw new Error('No street.');
  return await inTransaction(street.kernel.db, (db) => work(street.kernel.systemContext(row, db)));
}

const others = (count: number): Entry[] =>
  Array.from({ length: count }, () => {
    const personId = randomUUID();
    const members = [{ personId, postId: null, accompanies: false }];
    return { signedBy: personId, familyId: null, photo: 'hidden', consent: true, members };
  });

async function tick(name: string): Promise<void> {
  const schedule = activitiesModule.schedules?.find((one) => one.name === name);
  if (!schedule) throw new Error(`No schedule ${name}.`);
  await within((context) => schedule.run(context));
}

const signMe = async (sessionId: string) => {
  const { items } = await (await street.as('陈居民')).call(signUp, {
    params: { sessionId },
    body: { members: [{ personId: mother }] },
  });
  return items[0];
};

const mine = async (sessionId: string) =>
  (await (await street.as('陈居民')).call(mySignUps)).items.find((one) => one.sessionId === sessionId);

async function leave(sessionId: string, number: number): Promise<void> {
  // Somebody before the caller goes, as the own page would do it.
  await street.owner.query(
    `update sign_ups set state = 'offered', offered_until = $4 where street_id = $1 and session_id = $2 and number = $3`,
    [streetId, sessionId, number, street.clock.now()],
  );
  await tick('activities.lapse_offers');
}

describe('the waiting line', () => {
  it('says how many are before one, and offers a place that comes free', async () => {
    const { sessionId } = await open({}, { places: 2 });
    await within((context) => takeSignUps(context, sessionId, others(3)));
    expect(await signMe(sessionId)).toMatchObject({ state: 'waiting', ahead: 1, number: 4 });
    expect(await signMe(sessionId)).toMatchObject({ state: 'waiting', number: 4 });

    await leave(sessionId, 1);
    expect(await mine(sessionId)).toMatchObject({ state: 'waiting', ahead: 0 });
    await leave(sessionId, 2);
    const offered = await mine(sessionId);
    expect(offered).toMatchObject({ state: 'offered', offeredUntil: '2026-11-21T04:00:00.000Z' });
    const resident = await street.as('陈居民');
    const params = { signUpId: offered?.signUpId ?? '' };
    const { items } = await resident.call(confirmPlace, { params });
    expect(items).toMatchObject([{ state: 'confirmed' }]);
    expect((await resident.call(confirmPlace, { params })).items).toMatchObject([{ state: 'confirmed' }]);
  });

  it('goes on to the next when an offer runs out, and never above the places', async () => {
    const { sessionId, activityId } = await open({}, { places: 1 });
    await within((context) => takeSignUps(context, sessionId, others(1)));
    const waiting = await signMe(sessionId);
    await within((context) => takeSignUps(context, sessionId, others(1)));
    await leave(sessionId, 1);
    expect(await mine(sessionId)).toMatchObject({ state: 'offered' });

    street.clock.advance(2 * hour);
    const resident = await street.as('陈居民');
    const refusal = await resident.refusal(confirmPlace, { params: { signUpId: waiting?.signUpId ?? '' } });
    expect(refusal).toMatchObject({ status: 409, code: 'sign_up.offer_over' });
    await tick('activities.lapse_offers');
    expect(await mine(sessionId)).toMatchObject({ state: 'lapsed' });
    const { items } = await (await street.as('李书记')).call(listSignUps, { params: { sessionId } });
    expect(items.map(({ number, state }) => [number, state])).toContainEqual([3, 'offered']);
    const { sessions } = await (await street.as('李书记')).call(getActivity, { params: { activityId } });
    expect(sessions[0]).toMatchObject({ places: 1, taken: 1, waiting: 0 });
  });

  it('takes a given-back place once, and lets one come again at the end of the line', async () => {
    const { sessionId } = await open({}, { places: 1 });
    const first = await signMe(sessionId);
    await within((context) => takeSignUps(context, sessionId, others(1)));
    const resident = await street.as('陈居民');
    const params = { signUpId: first?.signUpId ?? '' };
    await resident.call(cancelSignUp, { params });
    await resident.call(cancelSignUp, { params });
    const { items } = await (await street.as('李书记')).call(listSignUps, { params: { sessionId } });
    expect(items.find(({ number }) => number === 2)?.state).toBe('offered');
    expect(await signMe(sessionId)).toMatchObject({ state: 'waiting', number: 3, signUpId: first?.signUpId });
  });

  it('stands still once the session has begun', async () => {
    const { sessionId, sessions } = await open({}, { places: 1 });
    const first = await signMe(sessionId);
    street.clock.set(sessions[0]?.startsAt ?? '');
    const refusal = await (await street.as('陈居民')).refusal(cancelSignUp, {
      params: { signUpId: first?.signUpId ?? '' },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'sign_up.over' });
  });
});

describe('a line that prefers those without a place yet', () => {
  const statesOf = async (sessionId: string) => {
    const { items } = await (await street.as('李书记')).call(listSignUps, { params: { sessionId } });
    return Object.fromEntries(items.map(({ number, state }) => [number, state]));
  };
  const regulars = others(3);
  const afterOneMeeting = async () => {
    const before = await open({}, { places: 3 });
    await within((context) => takeSignUps(context, before.sessionId, regulars));
    street.clock.set(new Date(Date.parse(before.sessions[0]?.endsAt ?? '') + hour));
  };

  it('gives places as people come, and asks newcomers first when one comes free', async () => {
    await afterOneMeeting();
    const { sessionId } = await open({ priority: 'days_90' }, { places: 1 });
    await within((context) => takeSignUps(context, sessionId, [...regulars, ...others(1)]));
    expect(await statesOf(sessionId)).toEqual({ 1: 'confirmed', 2: 'waiting', 3: 'waiting', 4: 'waiting' });
    await leave(sessionId, 1);
    expect(await statesOf(sessionId)).toMatchObject({ 2: 'waiting', 3: 'waiting', 4: 'offered' });
    await leave(sessionId, 4);
    expect(await statesOf(sessionId)).toMatchObject({ 2: 'offered', 3: 'waiting' });
  });

  it('without the preference goes by the line alone', async () => {
    await afterOneMeeting();
    const { sessionId } = await open({}, { places: 1 });
    await within((context) => takeSignUps(context, sessionId, [...regulars, ...others(1)]));
    await leave(sessionId, 1);
    expect(await statesOf(sessionId)).toMatchObject({ 2: 'offered', 3: 'waiting', 4: 'waiting' });
  });
});

describe('a lottery', () => {
  it('is drawn at its hour from the promised seed, as anyone can do it once more', async () => {
    const closesAt = '2026-11-26T04:00:00.000Z';
    const { sessionId, sessions } = await open(
      { allotment: 'lottery', priority: 'days_90' },
      { places: 5, closesAt },
    );
    const promised = sessions[0]?.draw?.seedHash;
    await within((context) => takeSignUps(context, sessionId, others(20)));
    expect(await signMe(sessionId)).toMatchObject({ state: 'drawn_pending', number: 21 });
    const resident = await street.as('陈居民');
    expect(await resident.call(showDraw, { params: { sessionId } })).toMatchObject({ seed: null, order: [] });
    await tick('activities.draw');
    expect(await mine(sessionId)).toMatchObject({ state: 'drawn_pending' });

    street.clock.set(closesAt);
    await tick('activities.draw');
    await tick('activities.draw');
    const drawn = await (await street.as('陈居民')).call(showDraw, { params: { sessionId } });
    expect(sha256(drawn.seed ?? '')).toBe(promised);
    const entries = drawn.order.map(({ number, first }) => ({
      number,
      first,
      wants: [{ postId: null, places: 1 }],
    }));
    expect(draw(drawn.seed ?? '', entries, { places: 5, posts: new Map() })).toEqual(drawn.order);
    expect(drawn.myNumbers).toEqual([21]);
    const { items } = await (await street.as('李书记')).call(listSignUps, { params: { sessionId } });
    expect(items.filter(({ state }) => state === 'confirmed')).toHaveLength(5);
    const line = items.filter(({ state }) => state === 'waiting').map(({ number }) => number);
    expect(line).toEqual(drawn.order.filter(({ placed }) => !placed).map(({ number }) => number));
  });

  it('puts those who had a place lately behind the others', async () => {
    const before = await open({}, { places: 3 });
    const regulars = others(3);
    await within((context) => takeSignUps(context, before.sessionId, regulars));
    street.clock.set(new Date(Date.parse(before.sessions[0]?.endsAt ?? '') + hour));
    const { sessionId, sessions } = await open({ allotment: 'lottery', priority: 'days_90' }, { places: 4 });
    await within((context) => takeSignUps(context, sessionId, [...regulars, ...others(3)]));
    street.clock.set(new Date(Date.parse(sessions[0]?.startsAt ?? '')));
    await tick('activities.draw');
    const { order } = await (await street.as('陈居民')).call(showDraw, { params: { sessionId } });
    expect(order.slice(0, 3).map(({ number, first }) => [number > 3, first])).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ]);
    expect(order.filter(({ placed }) => placed)).toHaveLength(4);
  });
});

describe('an activity', () => {
  it('that is called off frees everybody', async () => {
    const { activityId, sessionId, version } = await open();
    await signMe(sessionId);
    await (await street.as('李书记')).call(cancelActivity, {
      params: { activityId },
      body: { reason: '大风', version },
    });
    expect(await mine(sessionId)).toMatchObject({ state: 'cancelled', sessionState: 'cancelled' });
    const refusal = await (await street.as('陈居民')).refusal(signUp, {
      params: { sessionId },
      body: { members: [{ personId: mother }] },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'sign_up.cancelled_session' });
  });

  it('that is over ends by itself, and notes who stayed away for the organiser and the person alone', async () => {
    const { activityId, sessionId, sessions } = await open();
    const booked = await signMe(sessionId);
    street.clock.set(sessions[0]?.endsAt ?? '');
    await tick('activities.end_sessions');
    const secretary = await street.as('李书记');
    expect(await secretary.call(getActivity, { params: { activityId } })).toMatchObject({ state: 'ended' });
    const signUpIds = [booked?.signUpId ?? ''];
    await secretary.call(markMissed, { params: { sessionId }, body: { signUpIds } });
    expect(await mine(sessionId)).toMatchObject({ state: 'missed' });
    const later = await open();
    await signMe(later.sessionId);
    const { items } = await secretary.call(listSignUps, { params: { sessionId: later.sessionId } });
    expect(items[0]?.missedBefore).toBe(1);
  });

  it('at the same time as another booking is refused', async () => {
    const first = await open();
    await signMe(first.sessionId);
    const [session] = first.sessions;
    const second = await published(
      await street.as('李书记'),
      areaId,
      {},
      { startsAt: session?.startsAt, endsAt: session?.endsAt },
    );
    const refusal = await (await street.as('陈居民')).refusal(signUp, {
      params: { sessionId: second.sessionId },
      body: { members: [{ personId: mother }] },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'sign_up.busy' });
  });

  it('takes nobody whom the caller may not bring', async () => {
    const { sessionId } = await open();
    const refusal = await (await street.as('赵楼长')).refusal(signUp, {
      params: { sessionId },
      body: { members: [{ personId: mother }] },
    });
    expect(refusal).toMatchObject({ status: 403, code: 'sign_up.not_yours' });
  });
});
