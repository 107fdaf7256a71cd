import { caseAt, openCase } from '../../kit/cases.ts';
import { type Example, record, self } from './example.ts';
import type { World } from './world.ts';

const stageOf = (world: World) => ({
  as: world.as,
  entranceId: world.id('entrance'),
  communityId: world.id('community'),
});

const opened = async (world: World) => await openCase(stageOf(world));

export const suggestExamples: Record<string, Example> = {
  'cases.suggest': self((world) => ({ body: { text: '楼上漏水', areaId: world.id('entrance') } }), {
    holder: '陈居民',
    outsider: null,
    foreigner: '文社区',
  }),
  'cases.list_similar': record(async (world) => ({ params: { caseId: (await opened(world)).caseId } })),
  'cases.group': record(async (world) => {
    const { caseId, version } = await opened(world);
    const other = await caseAt(stageOf(world), 'registered');
    return { params: { caseId }, body: { caseIds: [other.caseId], version } };
  }),
};
