import {
  agreePledge,
  askHelp,
  cancelAsk,
  getAsk,
  listMyAsks,
  pledgeHelp,
  reportAsk,
} from '#contract/mutualhelp/endpoints.ts';
import { claimNeed, foundTeam, inviteApprentice, joinTeam, postNeed } from '#contract/mutualhelp/teams.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const ladder = {
  kind: 'borrow',
  text: '借一把梯子',
  forWhom: 'self',
  startsAt: '2026-11-22T02:00:00.000Z',
  endsAt: '2026-11-22T04:00:00.000Z',
  company: 'one',
  points: 0,
} as const;

const [asker, helper] = ['陈居民', '赵楼长'];

/** A new ask; the earlier ones go, since one person has three at a time. */
async function asked(world: World, by = asker) {
  const caller = await world.as(by);
  const { items } = await caller.call(listMyAsks);
  for (const { askId, can } of items)
    if (can.cancel === true) await caller.call(cancelAsk, { params: { askId } });
  const { askId, version } = await caller.call(askHelp, { body: ladder });
  return { params: { askId }, version };
}

async function pledged(world: World) {
  const { params } = await asked(world);
  await (await world.as(helper)).call(pledgeHelp, { params });
  const { pledges, version } = await (await world.as(asker)).call(getAsk, { params });
  return { params, body: { pledgeId: pledges[0]?.pledgeId ?? '', version } };
}

async function matched(world: World) {
  const { params, body } = await pledged(world);
  const { version } = await (await world.as(asker)).call(agreePledge, { params, body });
  return { params, version };
}

async function reported(world: World) {
  const { params, version } = await asked(world);
  await (await world.as(helper)).call(reportAsk, { params, body: { reason: 'other' } });
  return { params, version };
}

let counter = 0;

async function founded(world: World, by = asker) {
  const body = { name: `暖心队${++counter}`, purpose: '周末给老人理发' };
  const { teamId, version } = await (await world.as(by)).call(foundTeam, { body });
  return { params: { teamId }, version };
}

const haircut = (world: World) => ({
  communityId: world.id('community'),
  title: '周末给独居老人理发',
  startsAt: ladder.startsAt,
  endsAt: ladder.endsAt,
  peopleWanted: 4,
});

async function needed(world: World) {
  const { needId, version } = await (await world.as('李书记')).call(postNeed, { body: haircut(world) });
  return { params: { needId }, version };
}

async function claimed(world: World) {
  const { params } = await needed(world);
  const { teamId } = (await founded(world)).params;
  const { version } = await (await world.as(asker)).call(claimNeed, { params, body: { teamId } });
  return { params, version };
}

/** A team of the asker, joined by the helper. */
async function joined(world: World) {
  const { params } = await founded(world);
  await (await world.as(helper)).call(joinTeam, { params });
  return { params, body: { personId: await world.personOf(helper) } };
}

/** Others are not in the register of residents, or live in another street. */
const byAsker = { holder: asker } as const;
const byHelper = { holder: helper } as const;
const only = async (made: Promise<{ params: Record<string, string> }>) => ({ params: (await made).params });

export const helpExamples: Record<string, Example> = {
  'mutualhelp.list': list(async (world) => (await asked(world)).params.askId, byHelper),
  'mutualhelp.mine': list(async (world) => (await asked(world)).params.askId, byAsker),
  'mutualhelp.get': record((world) => only(asked(world)), byHelper),
  'mutualhelp.ask': self(() => ({ body: { ...ladder, forWhom: 'other' } }), byHelper),
  'mutualhelp.pledge': record((world) => only(asked(world)), byHelper),
  'mutualhelp.withdraw': record((world) => only(pledged(world)), byHelper),
  'mutualhelp.agree': record(pledged, byAsker),
  'mutualhelp.contact': record((world) => only(matched(world)), byHelper),
  'mutualhelp.finish': record(async (world) => {
    const { params, version } = await matched(world);
    return { params, body: { thanks: '谢谢您', version } };
  }, byAsker),
  'mutualhelp.cancel': record((world) => only(matched(world)), byAsker),
  'mutualhelp.report': record(async (world) => {
    const { params } = await asked(world);
    return { params, body: { reason: 'money' } };
  }, byHelper),
  'mutualhelp.offer': self(undefined, byHelper),
  'mutualhelp.set_offer': self(() => ({ body: { kinds: ['repair'], times: ['weekend_day'] } }), byHelper),
  'mutualhelp.sign_agreement': self(() => ({ body: { edition: '2026-11' } }), byHelper),
  'mutualhelp.list_moderated': list(async (world) => (await asked(world)).params.askId),
  'mutualhelp.hide': record(async (world) => {
    const { params, version } = await asked(world);
    return { params, body: { reason: '内容不实', version } };
  }),
  'mutualhelp.close_reports': record((world) => only(reported(world))),
  'mutualhelp.list_teams': list(async (world) => (await founded(world)).params.teamId, byHelper),
  'mutualhelp.found_team': self(() => ({ body: { name: '新队', purpose: '扫楼道' } }), byHelper),
  'mutualhelp.join_team': record((world) => only(founded(world)), byHelper),
  'mutualhelp.leave_team': record((world) => only(joined(world)), byHelper),
  'mutualhelp.invite_apprentice': record(joined, byAsker),
  'mutualhelp.answer_mentor': record(async (world) => {
    const { params, body } = await joined(world);
    await (await world.as(asker)).call(inviteApprentice, { params, body });
    return { params, body: { agrees: true } };
  }, byHelper),
  'mutualhelp.close_team': record(async (world) => {
    const { params, version } = await founded(world);
    return { params, body: { version } };
  }, byAsker),
  'mutualhelp.list_needs': list(async (world) => (await needed(world)).params.needId, byHelper),
  'mutualhelp.post_need': record((world) => ({ body: haircut(world) })),
  'mutualhelp.claim_need': record(async (world) => {
    const { params } = await needed(world);
    return { params, body: { teamId: (await founded(world)).params.teamId } };
  }, byAsker),
  'mutualhelp.give_back_need': record((world) => only(claimed(world)), byAsker),
  'mutualhelp.finish_need': record(async (world) => {
    const { params, version } = await claimed(world);
    return { params, body: { result: '理了十二位', version } };
  }),
  'mutualhelp.withdraw_need': record(async (world) => {
    const { params, version } = await needed(world);
    return { params, body: { version } };
  }),
};
