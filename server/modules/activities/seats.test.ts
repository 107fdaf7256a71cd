import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { getActivity } from '#contract/activities/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { published } from '../../../tests/kit/activities.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { type Entry, takeSignUps } from './index.ts';

const street = await testStreet();
let areaId = '';

beforeAll(async () => {
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
});

const open = async (more: Record<string, unknown> = {}, session: Record<string, unknown> = {}) =>
  await published(await street.as('李书记'), areaId, more, session);

const alone = (personId: string = randomUUID(), more: Partial<Entry> = {}): Entry => ({
  signedBy: personId,
  familyId: null,
  photo: 'hidden',
  consent: true,
  members: [{ personId, postId: null, accompanies: false }],
  ...more,
});

const family = (familyId: string, size: number): Entry => ({
  ...alone(),
  familyId,
  members: Array.from({ length: size }, () => ({ personId: randomUUID(), postId: null, accompanies: false })),
});

async function take(sessionId: string, entries: readonly Entry[]) {
  const row = await street.kernel.streets.byId(streetId);
  if (!row) throw new Error('No street.');
  return await inTransaction(street.kernel.db, (db) =>
    takeSignUps(street.kernel.systemContext(row, db), sessionId, entries),
  );
}

const stateOf = (answer: Awaited<ReturnType<typeof take>>[number] | undefined) =>
  answer && 'members' in answer ? answer.members[0]?.state : answer?.refused;

async function counters(activityId: string) {
  const { sessions } = await (await street.as('李书记')).call(getActivity, { params: { activityId } });
  return sessions[0];
}

describe('places', () => {
  it('are exactly as many as promised when eight connections ask for them at once, in the order of arrival', async () => {
    const { sessionId, activityId } = await open();
    const url = street.ownerUrl;
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        return client;
      }),
    );
    const ask = async (client: pg.Client) => {
      const entry = {
        by: randomUUID(),
        family: null,
        photo: 'hidden',
        consent: true,
        members: [{ id: randomUUID(), person: randomUUID(), post: null, accompanies: false }],
      };
      await client.query('select * from take_sign_ups($1, $2, $3, $4)', [
        streetId,
        sessionId,
        street.clock.now(),
        JSON.stringify([entry]),
      ]);
    };
    await Promise.all(
      clients.map(async (client) => {
        for (let turn = 0; turn < 40; turn++) await ask(client);
      }),
    );
    await Promise.all(clients.map((client) => client.end()));

    const { rows } = await street.owner.query(
      `select state, number, rank from sign_ups where street_id = $1 and session_id = $2 order by number`,
      [streetId, sessionId],
    );
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 320 }, (_, index) => index + 1));
    expect(rows.slice(0, 40).every((row) => row.state === 'confirmed')).toBe(true);
    expect(rows.slice(40).every((row) => row.state === 'waiting' && row.rank === row.number)).toBe(true);
    expect(await counters(activityId)).toMatchObject({ places: 40, taken: 40, waiting: 280 });
  });

  it('of many taps in one call are answered each, in order', async () => {
    const { sessionId } = await open({}, { places: 3 });
    const answers = await take(
      sessionId,
      Array.from({ length: 5 }, () => alone()),
    );
    expect(answers.map(stateOf)).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting', 'waiting']);
  });

  it('are the same for who taps twice, also in one call', async () => {
    const { sessionId, activityId } = await open({}, { places: 3 });
    const entry = alone();
    const [first, again] = await take(sessionId, [entry, entry]);
    const [third] = await take(sessionId, [entry]);
    const placeOf = (answer: typeof first) => (answer && 'members' in answer ? answer.members[0] : undefined);
    expect(placeOf(again)).toEqual({ ...placeOf(first), fresh: false });
    expect(placeOf(third)?.signUpId).toBe(placeOf(first)?.signUpId);
    expect(await counters(activityId)).toMatchObject({ taken: 1, waiting: 0 });
  });

  it('keep a family together: three do not take two places, one after them may', async () => {
    const { sessionId, activityId } = await open({}, { places: 2 });
    const answers = await take(sessionId, [family(randomUUID(), 3), alone()]);
    expect(answers.map(stateOf)).toEqual(['waiting', 'confirmed']);
    expect(await counters(activityId)).toMatchObject({ taken: 1, waiting: 3 });
  });

  it('are capped for each family, over several taps of its adults', async () => {
    const { sessionId } = await open({ familyCap: 2 });
    const familyId = randomUUID();
    const answers = await take(sessionId, [
      family(familyId, 2),
      family(familyId, 1),
      family(randomUUID(), 3),
    ]);
    expect(answers.map(stateOf)).toEqual(['confirmed', 'sign_up.family_cap', 'sign_up.family_cap']);
  });

  it('count nobody who only comes along', async () => {
    const { sessionId, activityId } = await open({ familyCap: 1 }, { places: 1 });
    const child = alone();
    const withMother: Entry = {
      ...child,
      members: [...child.members, { personId: randomUUID(), postId: null, accompanies: true }],
    };
    const answers = await take(sessionId, [withMother, alone()]);
    expect(answers.map(stateOf)).toEqual(['confirmed', 'waiting']);
    expect(await counters(activityId)).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('of a post are its own', async () => {
    const posts = [
      { name: '路口', places: 1 },
      { name: '签到台', places: 2 },
    ];
    const { sessionId, sessions } = await open({}, { posts });
    const [crossing, desk] = sessions[0]?.posts ?? [];
    const at = (postId: string | undefined) => {
      const personId = randomUUID();
      return alone(personId, { members: [{ personId, postId: postId ?? null, accompanies: false }] });
    };
    const answers = await take(sessionId, [
      at(crossing?.postId),
      at(crossing?.postId),
      at(desk?.postId),
      alone(),
    ]);
    expect(answers.map(stateOf)).toEqual(['confirmed', 'waiting', 'confirmed', 'sign_up.post_missing']);
  });

  it('are not given before sign-up opens nor after it closed', async () => {
    const later = await open({}, { opensAt: '2026-11-25T01:00:00.000Z' });
    expect(stateOf((await take(later.sessionId, [alone()]))[0])).toBe('sign_up.not_open');
    const now = street.clock.now();
    street.clock.set(new Date('2026-11-28T01:00:00.000Z'));
    expect(stateOf((await take(later.sessionId, [alone()]))[0])).toBe('sign_up.closed');
    street.clock.set(now);
  });
});
