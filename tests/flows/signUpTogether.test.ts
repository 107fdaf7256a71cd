// Taps that come in the same moment share a transaction: each is answered for itself, once, in the order it came.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { signUp } from '#contract/activities/mine.ts';
import { listCompanions } from '#contract/families/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { hour, nextWeek, published } from '../kit/activities.ts';
import { type Caller, testStreet } from '../kit/street.ts';

const street = await testStreet();

describe('sign-ups in one moment', () => {
  let areaId = '';
  let chen: Caller;
  let zhao: Caller;
  let chenId = '';
  let childId = '';
  let zhaoId = '';

  beforeAll(async () => {
    const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
    areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
    [chen, zhao] = [await street.as('陈居民'), await street.as('赵楼长')];
    const mine = (await chen.call(listCompanions)).items;
    chenId = mine.find((one) => one.isSelf)?.personId ?? '';
    childId = mine.find((one) => one.isChild)?.personId ?? '';
    zhaoId = (await zhao.call(listCompanions)).items[0]?.personId ?? '';
  });

  let slot = 0;
  /** A session at an hour of its own, or of the one before. */
  const open = async (places: number, sameHour = false) => {
    if (!sameHour) slot += 1;
    const startsAt = new Date(nextWeek + slot * 3 * hour).toISOString();
    const endsAt = new Date(nextWeek + (slot * 3 + 2) * hour).toISOString();
    return await published(await street.as('李书记'), areaId, {}, { places, startsAt, endsAt });
  };
  const tap = async (caller: Caller, sessionId: string, personIds: readonly string[], key = randomUUID()) => {
    const answer = await caller.send({
      method: 'POST',
      url: signUp.path.replace(':sessionId', sessionId),
      headers: { 'idempotency-key': key },
      payload: {
        members: personIds.map((personId) => ({ personId })),
        guardianConsent: true,
      },
    });
    return { status: answer.statusCode, ...answer.json() };
  };

  it('give one place to a thumb that trembles, whatever key each tap carries', async () => {
    const { sessionId } = await open(2);
    const key = randomUUID();
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => tap(chen, sessionId, [chenId, childId], key)),
      ...Array.from({ length: 3 }, () => tap(chen, sessionId, [chenId, childId])),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200));
    for (const { items } of answers) expect(items).toEqual(answers[0]?.items);
    const { rows } = await street.owner.query(
      "select count(*)::int as count from events where name = 'sign_up.confirmed' and data->>'sessionId' = $1",
      [sessionId],
    );
    expect(rows[0].count).toBe(1);
  });

  it('refuse one among many and spoil nothing for the others', async () => {
    const { sessionId } = await open(5);
    const [own, foreign, unknown, other] = await Promise.all([
      tap(chen, sessionId, [chenId]),
      tap(chen, sessionId, [zhaoId]),
      tap(zhao, randomUUID(), [zhaoId]),
      tap(zhao, sessionId, [zhaoId]),
    ]);
    expect([own.status, other.status]).toEqual([200, 200]);
    expect(foreign).toMatchObject({ status: 403, code: 'sign_up.not_yours' });
    expect(unknown).toMatchObject({ status: 404, code: 'input.id_unknown' });
  });

  it('let the first in and the next wait, with how many are before them', async () => {
    const { sessionId } = await open(1);
    const answers = await Promise.all([tap(chen, sessionId, [chenId]), tap(zhao, sessionId, [zhaoId])]);
    expect(answers.map(({ items }) => [items[0].state, items[0].ahead])).toEqual([
      ['confirmed', null],
      ['waiting', 0],
    ]);
    // The acting person stands in the trail, not whoever came first in the call.
    const { rows } = await street.owner.query(
      "select actor_name from events where data->>'sessionId' = $1 and name like 'sign_up.%' order by name",
      [sessionId],
    );
    expect(rows.map(({ actor_name }) => actor_name)).toEqual(['陈居民', '赵楼长']);
  });

  it('refuse two sessions at the same hour in one breath', async () => {
    const [one, two] = [await open(3), await open(3, true)];
    const answers = await Promise.all([
      tap(zhao, one.sessionId, [zhaoId]),
      tap(zhao, two.sessionId, [zhaoId]),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('refuse a key that was used for something else', async () => {
    const { sessionId } = await open(3);
    const key = randomUUID();
    await tap(chen, sessionId, [chenId], key);
    expect(await tap(chen, sessionId, [childId], key)).toMatchObject({ code: 'idempotency.conflict' });
  });
});
