// Small children and their company; what a practice list leads to.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { cancelActivity, getActivity } from '#contract/activities/endpoints.ts';
import { cancelSignUp, mySignUps, showActivity, signUp } from '#contract/activities/mine.ts';
import { makePractice } from '#contract/activities/practice.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { hour, nextWeek, plan, published } from '../../../tests/kit/activities.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { leftAlone } from './rules.ts';

const street = await testStreet();
const secretary = await street.as('李书记');
const mother = await street.as('陈居民');
const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
const areaId = areas.find((area) => area.code === '990101001001')?.areaId ?? '';

it('an adult does not leave a small child behind, and is told what to do', async () => {
  const { activityId, sessionId } = await published(secretary, areaId, {
    accompaniedBelow: 17,
    title: '植树',
  });
  const seen = await mother.call(showActivity, { params: { activityId } });
  const people = seen.candidates[sessionId] ?? [];
  const [self, child] = [people.find((one) => one.isSelf), people.find((one) => one.isChild)];
  expect(child?.age).toBeLessThan(17);
  const { items } = await mother.call(signUp, {
    params: { sessionId },
    body: {
      members: [self, child].map((one) => ({ personId: one?.personId ?? '' })),
      guardianConsent: true,
    },
  });
  const of = (personId: string | undefined) => ({
    params: { signUpId: items.find((one) => one.personId === personId)?.signUpId ?? '' },
  });
  const refused = await mother.refusal(cancelSignUp, of(self?.personId));
  expect(refused).toMatchObject({ status: 409, code: 'sign_up.child_stays' });
  expect(refused.detail).toContain('陈小树未满17岁');
  await mother.call(cancelSignUp, of(child?.personId));
  await mother.call(cancelSignUp, of(self?.personId));
  const mine = (await mother.call(mySignUps)).items.filter((one) => one.sessionId === sessionId);
  expect(mine.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});

it('leaves nobody alone by the rule: an adult who stays is company enough', () => {
  const rule = { age_min: null, age_max: null, accompanied_below: 8 };
  const [child, big, adult] = [6, 12, 40].map((age) => ({ personId: String(age), age }));
  if (!child || !big || !adult) throw new Error('Three people.');
  expect(leftAlone(rule, [child, big])).toBe(child);
  expect(leftAlone(rule, [child, adult])).toBeNull();
  expect(leftAlone(rule, [big])).toBeNull();
  expect(leftAlone({ ...rule, accompanied_below: null }, [child])).toBeNull();
});

it('calls off one session; the others stay', async () => {
  const second = {
    startsAt: new Date(nextWeek + 48 * hour).toISOString(),
    endsAt: new Date(nextWeek + 49 * hour).toISOString(),
    places: 10,
  };
  const sessions = [...plan(areaId).sessions, second];
  const record = await published(secretary, areaId, { sessions });
  const body = { reason: '下雨', sessionId: record.sessionId, version: record.version };
  const { activityId } = record;
  await secretary.call(cancelActivity, { params: { activityId }, body });
  const after = await secretary.call(getActivity, { params: { activityId } });
  expect(after.state).toBe('published');
  expect(after.sessions.map(({ state }) => state)).toEqual(['cancelled', 'planned']);
});

it('an item of a practice list leads to an activity that residents see', async () => {
  const { activityId } = await published(secretary, areaId);
  const listed = (to: string) => ({
    body: {
      term: '2026寒假',
      title: '清单',
      areaId,
      items: [{ title: '等灯等灯', activityId: to }],
    },
  });
  const made = await secretary.call(makePractice, listed(activityId));
  expect(made.items[0]?.activityId).toBe(activityId);
  const unknown = await secretary.refusal(makePractice, listed(randomUUID()));
  expect(unknown.code).toBe('practice.activity_unknown');
});
