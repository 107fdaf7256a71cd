// An organiser cannot choose winners: what is promised stands from publication on, and nobody is moved by hand.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as activities from '#contract/activities/endpoints.ts';
import * as mine from '#contract/activities/mine.ts';
import type { ActivityRecord } from '#contract/activities/records.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { hour, nextWeek, plan, published } from '../../../tests/kit/activities.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { personIdOf } from '../../../tests/kit/points.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();
let areaId = '';
let motherId = '';
let lottery: ActivityRecord & { sessionId: string };

const resident = '陈居民';
const organiser = '李书记';
const closesAt = '2026-11-26T04:00:00.000Z';

beforeAll(async () => {
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
  motherId = await personIdOf(street, resident);
  const rules = { allotment: 'lottery', priority: 'days_90', familyCap: 2, confirmHours: 12 };
  lottery = await published(await street.as(organiser), areaId, rules, { places: 2, closesAt });
});

const enter = async (who: string, personId: string) =>
  await (await street.as(who)).call(mine.signUp, {
    params: { sessionId: lottery.sessionId },
    body: { members: [{ personId }] },
  });

describe('what was promised when a lottery was published', () => {
  it.each([
    ['allotment', 'first_come'],
    ['priority', 'none'],
    ['familyCap', 5],
    ['confirmHours', 1],
    ['ageMin', 60],
  ])('%s stays', async (field, value) => {
    const { sessions: _sessions, ...facts } = plan(areaId);
    const kept = { allotment: 'lottery', priority: 'days_90', familyCap: 2, confirmHours: 12 };
    const body = { ...facts, ...kept, [field]: value, version: lottery.version };
    const refusal = await (await street.as(organiser)).refusal(activities.changeActivity, {
      params: { activityId: lottery.activityId },
      body: body as never,
    });
    expect(refusal).toMatchObject({ status: 409, code: 'activity.not_draft' });
  });

  it('places and times stay', async () => {
    const kept = { allotment: 'lottery', priority: 'days_90', familyCap: 2, confirmHours: 12 };
    const body = { ...plan(areaId, kept, { places: 20 }), version: lottery.version };
    const refusal = await (await street.as(organiser)).refusal(activities.changeActivity, {
      params: { activityId: lottery.activityId },
      body: body as never,
    });
    expect(refusal.code).toBe('activity.not_draft');
  });

  it('the seed is known to nobody before the draw, and its hash to everybody from publication on', async () => {
    const promised = lottery.sessions[0]?.draw?.seedHash ?? '';
    expect(promised).toMatch(/^[0-9a-f]{64}$/);
    const { rows } = await street.owner.query<{ seed: string | null; seed_cipher: string; data: unknown }>(
      `select s.seed, s.seed_cipher, e.data from activity_sessions s
       join events e on e.street_id = s.street_id and e.name = 'activity.published' and e.subject_id = s.activity_id::text
       where s.street_id = $1 and s.id = $2`,
      [streetId, lottery.sessionId],
    );
    expect(rows[0]?.seed).toBeNull();
    expect(rows[0]?.data).toMatchObject({ seedHashes: [promised] });
    const seed = street.kernel.services.crypto.decrypt(rows[0]?.seed_cipher ?? '');
    const office = await street.as(organiser);
    const params = { activityId: lottery.activityId };
    const seen = [
      await office.call(activities.getActivity, { params }),
      await office.call(activities.listSignUps, { params: { sessionId: lottery.sessionId } }),
      await (await street.as(resident)).call(mine.showDraw, { params: { sessionId: lottery.sessionId } }),
    ];
    expect(JSON.stringify(seen)).toContain(promised);
    expect(JSON.stringify(seen)).not.toContain(seed);
  });
});

describe('nobody is put in or out by hand', () => {
  it('staff bring nobody but their own, and confirm or cancel for nobody else', async () => {
    const { items } = await enter(resident, motherId);
    const params = { signUpId: items[0]?.signUpId ?? '' };
    for (const person of [organiser, '韩活动', '赵楼长']) {
      const other = await street.as(person);
      const sessionId = lottery.sessionId;
      const body = { members: [{ personId: motherId }] };
      expect(
        (await other.refusal(mine.signUp, { params: { sessionId }, body })).status,
        person,
      ).toBeGreaterThanOrEqual(403);
      expect((await other.refusal(mine.confirmPlace, { params })).status, person).toBeGreaterThanOrEqual(403);
      expect((await other.refusal(mine.cancelSignUp, { params })).status, person).toBeGreaterThanOrEqual(403);
    }
    expect((await enter(resident, motherId)).items).toMatchObject([{ state: 'drawn_pending', ...params }]);
  });

  it('who leaves and comes again has one lot, a later one', async () => {
    const { items } = await enter(resident, motherId);
    const first = items[0];
    await (await street.as(resident)).call(mine.cancelSignUp, {
      params: { signUpId: first?.signUpId ?? '' },
    });
    const again = (await enter(resident, motherId)).items[0];
    expect(again?.number).toBeGreaterThan(first?.number ?? 0);
    const { rows } = await street.owner.query(
      'select 1 from sign_ups where street_id = $1 and session_id = $2',
      [streetId, lottery.sessionId],
    );
    expect(rows).toHaveLength(1);
  });

  it('a session that has begun notes nobody as missing yet; who stayed away is read by its organisers alone', async () => {
    const early = await (await street.as(organiser)).refusal(activities.markMissed, {
      params: { sessionId: lottery.sessionId },
      body: { signUpIds: [randomUUID()] },
    });
    expect(early).toMatchObject({ status: 409, code: 'activity.not_over' });
    street.clock.set(new Date(nextWeek + 3 * hour));
    for (const person of ['马书记', '文社区']) {
      const refusal = await (await street.as(person)).refusal(activities.listSignUps, {
        params: { sessionId: lottery.sessionId },
      });
      expect(refusal.status, person).toBeGreaterThanOrEqual(403);
    }
    expect(
      (
        await (
          await street.as('赵楼长')
        ).refusal(activities.listSignUps, {
          params: { sessionId: lottery.sessionId },
        })
      ).code,
    ).toBe('permission.missing');
  });
});
