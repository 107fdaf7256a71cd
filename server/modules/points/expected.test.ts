import { expect, it } from 'vitest';
import { makeRule, openProgramme, setTariff } from '#contract/points/endpoints.ts';
import { readExpected } from '#contract/points/expected.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { published } from '../../../tests/kit/activities.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();
const secretary = await street.as('李书记');
const manager = await street.as('韩活动');
const mother = await street.as('陈居民');
const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
const areaId = areas.find((area) => area.code === '990101001001')?.areaId ?? '';

it('tells before the sign-up what a volunteer earns by the tariff of today', async () => {
  const { sessionId } = await published(secretary, areaId, { isFor: 'volunteers' });
  const guests = await published(secretary, areaId, { isFor: 'participants' });
  const expected = (id: string) => mother.call(readExpected, { params: { sessionId: id } });
  // A street begins with the tariff of its pack: a point for each full hour.
  expect(await expected(sessionId)).toEqual({ minutes: 90, points: 1 });

  const { programmeId } = await manager.call(openProgramme, { body: { name: '志愿时长', year: 2026 } });
  const { ruleId } = await manager.call(makeRule, {
    body: { programmeId, title: '志愿时长', points: 1, per: 6 },
  });
  await (await street.as('唐科长')).call(setTariff, { body: { source: 'hours_self', ruleId } });
  expect(await expected(sessionId)).toEqual({ minutes: 90, points: 15 });
  expect(await expected(guests.sessionId)).toEqual({ minutes: 90, points: null });
});
