import { randomUUID } from 'node:crypto';
import * as cases from '#contract/cases/endpoints.ts';
import { deed } from '../../kit/cases.ts';
import { sendPhoto } from '../../kit/photos.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

/** A grid case that was settled on the spot and signed, so that somebody else may look. */
async function settled(world: World) {
  const worker = await world.as('周网格');
  const found = await worker.call(cases.findCase, {
    body: {
      caseId: randomUUID(),
      text: '单元门口有小广告',
      areaId: world.id('entrance'),
      matterCode: '0304',
      settled: '当场清掉',
      fileIds: [await sendPhoto(worker, 'before'), await sendPhoto(worker, 'after')],
    },
  });
  const stage = { as: world.as, entranceId: world.id('entrance'), communityId: world.id('community') };
  return await deed(stage, '李书记', cases.reviewApprove, found);
}

const checkers = { holder: '孙兼职', outsider: '吴网格', foreigner: '文社区' } as const;

export const fieldExamples: Record<string, Example> = {
  'cases.shift': self(),
  'cases.find': self(
    (world) => ({ body: { caseId: randomUUID(), text: '井盖松动', areaId: world.id('street') } }),
    // The same phone-made id has arrived with the others before.
    { reaches: 'case.known_already' },
  ),
  'cases.list_checks': list(async (world) => (await settled(world)).caseId, checkers),
  'cases.check': record(async (world) => {
    const on = await settled(world);
    const fileIds = [await sendPhoto(await world.as('孙兼职'))];
    return { params: { caseId: on.caseId }, body: { isSolved: true, fileIds, version: on.version } };
  }, checkers),
};
