import { issueCall, planDuty } from '#contract/calls/endpoints.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const times = { startsAt: '2026-11-22T00:00:00.000Z', endsAt: '2026-11-22T03:00:00.000Z' } as const;

const target = (world: World) => ({ areaIds: [world.id('community')], groups: ['everyone' as const] });

const snow = (world: World) => ({
  template: 'snow' as const,
  title: '一起扫雪',
  why: '清出楼门口的路',
  areaId: world.id('community'),
  gatherPoint: '居委会门口',
  peopleWanted: 5,
  ...times,
  ...target(world),
});

async function issued(world: World) {
  const { callId, version } = await (await world.as('李书记')).call(issueCall, { body: snow(world) });
  return { params: { callId }, version };
}

const duty = (world: World) => ({
  title: '冬季活动保障',
  areaId: world.id('community'),
  place: '地铁A口',
  posts: [{ name: '引路', places: 2 }],
  shifts: [times],
});

async function planned(world: World) {
  const { items } = await (await world.as('李书记')).call(planDuty, { body: duty(world) });
  return items[0];
}

const only = async (made: ReturnType<typeof issued>) => ({ params: (await made).params });
const called = { holder: '陈居民' } as const;

export const callExamples: Record<string, Example> = {
  'calls.count_reach': record((world) => ({ body: target(world) })),
  'calls.issue': record((world) => ({ body: snow(world) })),
  'calls.list': list(async (world) => (await issued(world)).params.callId),
  'calls.get': record((world) => only(issued(world))),
  'calls.list_coming': record((world) => only(issued(world))),
  'calls.stand_down': record(async (world) => {
    const { params, version } = await issued(world);
    return { params, body: { reason: '雪停了', version } };
  }),
  'calls.close': record(async (world) => {
    const { params, version } = await issued(world);
    return { params, body: { result: '路都清出来了', cameCount: 3, version } };
  }),
  'calls.mine': list(async (world) => (await issued(world)).params.callId, called),
  'calls.my_call': record((world) => only(issued(world)), called),
  'calls.answer': record(async (world) => {
    const { params } = await issued(world);
    return { params, body: { answer: 'coming' } };
  }, called),
  'calls.skills': self(undefined, called),
  'calls.set_skills': self(() => ({ body: { skills: ['first_aid'] } }), called),
  'calls.plan_duty': record((world) => ({ body: duty(world) })),
  'calls.list_shifts': list(
    async (world) => (await planned(world))?.shiftId ?? '',
    {},
    () => ({ query: { day: '2026-11-22' } }),
  ),
  'calls.hand_over': record(async (world) => {
    const shift = await planned(world);
    return {
      params: { shiftId: shift?.shiftId ?? '' },
      body: { note: '地垫还没收', version: shift?.version },
    };
  }),
};
