import { openCase } from '../../kit/cases.ts';
import { type Example, record, self } from './example.ts';

export const orderExamples: Record<string, Example> = {
  'cases.read_original': record(async (world) => {
    const stage = { as: world.as, entranceId: world.id('entrance'), communityId: world.id('community') };
    return { params: { caseId: (await openCase(stage)).caseId } };
  }),
  'cases.read_paste': self(() => ({ body: { text: '楼道灯不亮' } })),
  'cases.open_pasted': record((world) => ({
    body: { title: '楼道灯不亮', text: '楼道灯不亮', original: '楼道灯不亮', areaId: world.id('entrance') },
  })),
};
