import * as activities from '#contract/activities/endpoints.ts';
import { signUp } from '#contract/activities/mine.ts';
import { hour, nextWeek, plan, published } from '../../kit/activities.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const secretary = (world: World) => world.as('李书记');

const draft = async (world: World) => {
  const { activityId, version } = await (await secretary(world)).call(activities.planActivity, {
    body: plan(world.id('community')),
  });
  return { params: { activityId }, version };
};

const open = async (world: World, more: Record<string, unknown> = {}, session = {}) =>
  await published(await secretary(world), world.id('community'), more, session);

let times = 0;
function nextTime() {
  const startsAt = nextWeek + ++times * 3 * hour;
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + hour).toISOString() };
}

/** A signed-up resident of the first community; nobody else may touch it. */
const booked = async (world: World) => {
  // Each at a time of its own: nobody is at two places at once.
  const { sessionId } = await open(world, {}, nextTime());
  const personId = await world.personOf('陈居民');
  const { items } = await (await world.as('陈居民')).call(signUp, {
    params: { sessionId },
    body: { members: [{ personId }] },
  });
  return { sessionId, params: { signUpId: items[0]?.signUpId ?? '' } };
};

const people = { holder: '陈居民', outsider: '赵楼长', foreigner: '文社区' } as const;
/** Every resident of the street may look and come. */
const anybody = { ...people, outsider: null } as const;

export const activityExamples: Record<string, Example> = {
  'activities.list_programmes': self(),
  'activities.make_programme': record((world) => ({
    body: { name: `项目${crypto.randomUUID().slice(0, 8)}`, areaId: world.id('community') },
  })),
  'activities.change_programme': record(async (world) => {
    const name = `项目${crypto.randomUUID().slice(0, 8)}`;
    const areaId = world.id('community');
    const { programmeId, version } = await (await secretary(world)).call(activities.makeProgramme, {
      body: { name, areaId },
    });
    return { params: { programmeId }, body: { name, areaId, aims: '陪孩子长大', version } };
  }),
  'activities.list': list(async (world) => (await draft(world)).params.activityId),
  'activities.get': record(draft),
  'activities.plan': record((world) => ({ body: plan(world.id('community')) })),
  'activities.change': record(async (world) => {
    const { params, version } = await draft(world);
    return { params, body: { ...plan(world.id('community')), body: '请穿马甲', version } };
  }),
  'activities.publish': record(async (world) => {
    const { params, version } = await draft(world);
    return { params, body: { version } };
  }),
  'activities.cancel': record(async (world) => {
    const { params, version } = await draft(world);
    return { params, body: { reason: '下雨', version } };
  }),
  'activities.copy': record(async (world) => ({
    params: (await draft(world)).params,
    body: { startsAt: '2026-12-05T01:00:00.000Z' },
  })),
  'activities.list_sign_ups': record(async (world) => ({
    params: { sessionId: (await booked(world)).sessionId },
  })),
  'activities.mark_missed': record(
    async (world) => {
      const { sessionId, params } = await booked(world);
      return { params: { sessionId }, body: { signUpIds: [params.signUpId] } };
    },
    // It is still to come: nobody has stayed away yet.
    { reaches: 'activity.not_over' },
  ),
  'activities.check_week': list((world) => `"${world.id('community')}"`),
  'activities.browse': self(),
  'activities.show': record(
    async (world) => ({ params: { activityId: (await open(world)).activityId } }),
    anybody,
  ),
  'activities.sign_up': record(async (world) => {
    const { sessionId } = await open(world, {}, nextTime());
    return { params: { sessionId }, body: { members: [{ personId: await world.personOf('陈居民') }] } };
  }, people),
  'activities.my_sign_ups': self(),
  'activities.confirm_place': record(async (world) => ({ params: (await booked(world)).params }), people),
  'activities.cancel_sign_up': record(async (world) => ({ params: (await booked(world)).params }), people),
  'activities.show_draw': record(
    async (world) => ({ params: { sessionId: (await open(world, { allotment: 'lottery' })).sessionId } }),
    anybody,
  ),
};
