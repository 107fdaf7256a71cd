// What those who signed up find in their inbox: a place that came free, a draw, a cancellation. Taps themselves are not told.
import { beforeAll, describe, expect, it } from 'vitest';
import { cancelActivity, getActivity } from '#contract/activities/endpoints.ts';
import { cancelSignUp, signUp } from '#contract/activities/mine.ts';
import { listCompanions } from '#contract/families/endpoints.ts';
import { listNotifications } from '#contract/notifications/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { activitiesModule } from '#modules/activities/index.ts';
import { hour, nextWeek, published } from '../kit/activities.ts';
import { streetId } from '../kit/people.ts';
import { type Caller, testStreet } from '../kit/street.ts';

const street = await testStreet();

describe('the inbox of who signed up', () => {
  let areaId = '';
  let chen: Caller;
  let zhao: Caller;
  let slot = 0;

  beforeAll(async () => {
    const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
    areaId = items.find((area) => area.code === '990101001001')?.areaId ?? '';
    [chen, zhao] = [await street.as('陈居民'), await street.as('赵楼长')];
  });

  const open = async (more: Record<string, unknown> = {}, session: Record<string, unknown> = {}) => {
    slot += 1;
    const startsAt = new Date(nextWeek + slot * 3 * hour).toISOString();
    const endsAt = new Date(nextWeek + (slot * 3 + 2) * hour).toISOString();
    const secretary = await street.as('李书记');
    return await published(secretary, areaId, more, { places: 1, startsAt, endsAt, ...session });
  };
  const tap = async (caller: Caller, sessionId: string) => {
    const self = (await caller.call(listCompanions)).items.find(({ isSelf }) => isSelf);
    const members = [{ personId: self?.personId ?? '' }];
    const { items } = await caller.call(signUp, { params: { sessionId }, body: { members } });
    return items[0]?.signUpId ?? '';
  };
  const inbox = async (caller: Caller) => {
    await street.react();
    const { items } = await caller.call(listNotifications, { query: {} });
    return items.filter(({ kind }) => kind === 'activity').map(({ notice, title }) => `${notice} ${title}`);
  };

  it('says that a place came free, to who is next and nobody else', async () => {
    const { sessionId } = await open();
    const first = await tap(chen, sessionId);
    await tap(zhao, sessionId);
    expect(await inbox(zhao)).toEqual([]);
    await chen.call(cancelSignUp, { params: { signUpId: first } });
    expect(await inbox(zhao)).toEqual(['place_offered 有空位了：等灯等灯']);
    expect(await inbox(chen)).toEqual([]);
  });

  it('says how a draw ended, to those drawn and those not', async () => {
    const closesAt = new Date(street.clock.now().getTime() + hour).toISOString();
    const { sessionId } = await open({ allotment: 'lottery', title: '抽签一场' }, { closesAt });
    await tap(chen, sessionId);
    await tap(zhao, sessionId);
    street.clock.advance(2 * hour);
    const row = await street.kernel.streets.byId(streetId);
    if (!row) throw new Error('no street');
    for (const { run } of activitiesModule.schedules ?? [])
      await run(street.kernel.systemContext(row, street.kernel.db));
    [chen, zhao] = [await street.as('陈居民'), await street.as('赵楼长')];
    const told = [...(await inbox(chen)), ...(await inbox(zhao))].filter((one) => one.includes('抽签一场'));
    expect(told.toSorted()).toEqual(['place_drawn 抽中了：抽签一场', 'place_not_drawn 没抽中：抽签一场']);
  });

  it('says that nothing takes place, to everybody who had signed up', async () => {
    const { sessionId, activityId } = await open({ title: '下雨取消' }, { places: 5 });
    await tap(chen, sessionId);
    await tap(zhao, sessionId);
    const secretary = await street.as('李书记');
    const { version } = await secretary.call(getActivity, { params: { activityId } });
    await secretary.call(cancelActivity, { params: { activityId }, body: { reason: '大雨', version } });
    for (const caller of [chen, zhao])
      expect((await inbox(caller)).filter((one) => one.includes('下雨'))).toEqual([
        'activity_cancelled 取消了：下雨取消',
      ]);
  });
});
