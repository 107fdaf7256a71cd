// What requesters do to their cases.
import * as cases from '#contract/cases/endpoints.ts';
import { deed } from '../../kit/cases.ts';
import { report } from '../../kit/reports.ts';
import { type Example, record } from './example.ts';
import type { World } from './world.ts';

const stageOf = (world: World) => ({
  as: world.as,
  entranceId: world.id('entrance'),
  communityId: world.id('community'),
});

const people = { holder: '陈居民', outsider: '赵楼长', foreigner: '文社区' } as const;

const own = async (world: World) => ({
  params: { caseId: (await report(stageOf(world), '陈居民')).caseId },
});

const mine = async (world: World, caseId: string) =>
  await (await world.as('陈居民')).call(cases.getMyCase, { params: { caseId } });

export const residentExamples: Record<string, Example> = {
  'cases.follow': record(
    async (world) => ({ params: { caseId: (await report(stageOf(world), '赵楼长')).caseId } }),
    // Whoever meets it may join it: a street has no doors.
    { ...people, outsider: null },
  ),
  'cases.urge': record(own, people),
  'cases.supplement': record(
    async (world) => ({ ...(await own(world)), body: { text: '今天更响' } }),
    people,
  ),
  'cases.rate': record(async (world) => {
    const stage = stageOf(world);
    const on = await report(stage, '陈居民', { requestType: 'inquiry' });
    const { caseId } = await deed(stage, '李书记', cases.answerDirectly, on, { answer: '周一上午办' });
    const { version } = await mine(world, caseId);
    return { params: { caseId }, body: { solved: 'yes', satisfaction: 'very', version } };
  }, people),
  'cases.report_again': record(async (world) => {
    const { params } = await own(world);
    const { version } = await mine(world, params.caseId);
    await (await world.as('陈居民')).call(cases.withdrawMyCase, { params, body: { version } });
    return { params, body: { text: '又响了' } };
  }, people),
};
