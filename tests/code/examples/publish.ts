// What of a solved case becomes public.
import { publishCase } from '#contract/cases/publish/endpoints.ts';
import { caseAt } from '../../kit/cases.ts';
import { type Example, record } from './example.ts';
import type { World } from './world.ts';

const told = { title: '楼道漏水', asked: '楼上漏水，请来看看', done: '物业当天修好' };

/** A closed case of the first community. */
async function closed(world: World) {
  const stage = { as: world.as, entranceId: world.id('entrance'), communityId: world.id('community') };
  const { caseId } = await caseAt(stage, 'closed');
  return { params: { caseId } };
}

export const publishExamples: Record<string, Example> = {
  'cases.read_publication': record(closed),
  'cases.publish': record(async (world) => ({ ...(await closed(world)), body: told })),
  'cases.withdraw_publication': record(async (world) => {
    const { params } = await closed(world);
    await (await world.as('李书记')).call(publishCase, { params, body: told });
    return { params, body: { reason: '诉求人不愿意' } };
  }),
};
