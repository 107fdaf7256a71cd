import * as activities from '#contract/activities/endpoints.ts';
import { signUp } from '#contract/activities/mine.ts';
import * as practice from '#contract/activities/practice.ts';
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

const term = (world: World) => ({
  term: '2026年寒假',
  title: '社会实践清单',
  areaId: world.id('community'),
  items: [{ title: '等灯等灯', hoursText: '1.5小时' }],
});

const practiceList = async (world: World) => {
  const by = await secretary(world);
  const { listId, version } = await by.call(practice.makePractice, { body: term(world) });
  return { params: { listId }, version };
};

const handedOut = async (world: World) => {
  const { params, version } = await practiceList(world);
  await (await secretary(world)).call(practice.publishPractice, { params, body: { version } });
  return { params };
};

const group = (world: World) => ({
  name: '果园西志愿家庭群',
  kind: 'family' as const,
  ownerName: '李书记',
  members: 180,
  areaId: world.id('community'),
});

const school = { holder: '孔老师', outsider: null, foreigner: '文老师' } as const;
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
  'points.expected': record(
    async (world) => ({ params: { sessionId: (await open(world)).sessionId } }),
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
  'activities.list_practice': list(async (world) => (await practiceList(world)).params.listId),
  'activities.make_practice': record((world) => ({ body: term(world) })),
  'activities.change_practice': record(async (world) => {
    const { params, version } = await practiceList(world);
    return { params, body: { ...term(world), title: '寒假实践清单', version } };
  }),
  'activities.publish_practice': record(async (world) => {
    const { params, version } = await practiceList(world);
    return { params, body: { version } };
  }),
  'activities.school_practice': list(async (world) => (await handedOut(world)).params.listId, school),
  'activities.report_class': record(
    async (world) => ({ ...(await handedOut(world)), body: { className: '三（2）班', pupils: 31 } }),
    school,
  ),
  'activities.confirm_hours': record(
    async (world) => ({
      ...(await handedOut(world)),
      body: { className: '三（2）班', nickname: '墨墨', hours: 1.5 },
    }),
    school,
  ),
  'activities.list_groups': list(async (world) => {
    const { groupId } = await (await secretary(world)).call(practice.makeGroup, { body: group(world) });
    return groupId;
  }),
  'activities.make_group': record((world) => ({ body: group(world) })),
  'activities.change_group': record(async (world) => {
    const by = await secretary(world);
    const { groupId, version } = await by.call(practice.makeGroup, { body: group(world) });
    return { params: { groupId }, body: { ...group(world), members: 185, version } };
  }),
};
