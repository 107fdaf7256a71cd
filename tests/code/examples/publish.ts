// What of a solved case becomes public.
import { answerDirectly } from '#contract/cases/endpoints.ts';
import { publishCase } from '#contract/cases/publish/endpoints.ts';
import { caseAt, deed } from '../../kit/cases.ts';
import { sendPhoto } from '../../kit/photos.ts';
import { report } from '../../kit/reports.ts';
import { type Example, record } from './example.ts';
import type { World } from './world.ts';

const told = { title: '楼道漏水', asked: '楼上漏水，请来看看', done: '物业当天修好' };

const stageOf = (world: World) => ({
  as: world.as,
  entranceId: world.id('entrance'),
  communityId: world.id('community'),
});

/** A closed case of the first community. */
async function closed(world: World) {
  const { caseId } = await caseAt(stageOf(world), 'closed');
  return { params: { caseId } };
}

const resident = { holder: '陈居民', outsider: '赵楼长', foreigner: '文社区' } as const;

export const publishExamples: Record<string, Example> = {
  'cases.read_publication': record(closed),
  'cases.publish': record(async (world) => ({ ...(await closed(world)), body: told })),
  'cases.withdraw_publication': record(async (world) => {
    const { params } = await closed(world);
    await (await world.as('李书记')).call(publishCase, { params, body: told });
    return { params, body: { reason: '诉求人不愿意' } };
  }),
  'cases.agree_to_photos': record(async (world) => {
    const stage = stageOf(world);
    const photo = await sendPhoto(await world.as('陈居民'));
    const on = await report(stage, '陈居民', { requestType: 'inquiry', fileIds: [photo] });
    const { caseId } = await deed(stage, '李书记', answerDirectly, on, { answer: '周一上午办' });
    return { params: { caseId }, body: { agreed: true } };
  }, resident),
};
