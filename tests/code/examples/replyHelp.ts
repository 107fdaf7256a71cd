import { caseAt } from '../../kit/cases.ts';
import { type Example, record } from './example.ts';
import type { World } from './world.ts';

const named = async (world: World) => {
  const stage = { as: world.as, entranceId: world.id('entrance'), communityId: world.id('community') };
  return { params: { caseId: (await caseAt(stage, 'in_progress')).caseId } };
};

/** Help with the reply to a requester. */
export const replyExamples: Record<string, Example> = {
  'cases.draft_reply': record(async (world) => ({ ...(await named(world)), body: { outcome: 'solved' } })),
  'cases.check_reply': record(async (world) => ({ ...(await named(world)), body: { text: '已上门调解' } })),
};
