import { openCase } from '../../kit/cases.ts';
import { type Example, record } from './example.ts';

export const orderExamples: Record<string, Example> = {
  'cases.read_original': record(async (world) => {
    const stage = { as: world.as, entranceId: world.id('entrance'), communityId: world.id('community') };
    return { params: { caseId: (await openCase(stage)).caseId } };
  }),
};
