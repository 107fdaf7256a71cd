import * as cases from '#contract/cases/endpoints.ts';
import { caseAt, deed, openCase } from '../../kit/cases.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const stageOf = (world: World) => ({
  as: world.as,
  entranceId: world.id('entrance'),
  communityId: world.id('community'),
});

const inReview = (world: World) => caseAt(stageOf(world), 'under_review');
const named = async (world: World) => ({ params: { caseId: (await inReview(world)).caseId } });
const callback = { holder: '柏回访', outsider: null, foreigner: '文回访' } as const;
const chief = { holder: '高主任', outsider: '马书记', foreigner: '文社区' } as const;
const plan = { plan: '列入明年改造计划', until: '2026-12-31T02:00:00.000Z', requesterTold: true };
const span = { from: '2026-11-01', to: '2026-12-31' };

async function suspended(world: World) {
  const stage = stageOf(world);
  return await deed(stage, '高主任', cases.suspendCase, await caseAt(stage, 'in_progress'), plan);
}

/** A case that has come due, so that the rates count it. */
async function judged(world: World): Promise<string> {
  const stage = stageOf(world);
  const { caseId } = await openCase(stage, 'hotline_order', {
    channel: 'hotline',
    externalNumber: `例-${world.street.kernel.services.clock.now().getTime()}-${Math.trunc(performance.now())}`,
    dueAt: '2026-11-21T01:00:00.000Z',
    requester: { name: '赵先生', phone: '13600136000' },
  });
  return caseId;
}

/** Signing, the callback, the ledgers and the printed sheets. */
export const reviewExamples: Record<string, Example> = {
  'cases.list_review': list(
    async (world) => (await inReview(world)).caseId,
    {},
    () => ({
      query: { limit: 200 },
    }),
  ),
  'cases.review_figures': self(),
  'cases.get_review': record(named),
  'cases.verify_signatures': record(named),
  'cases.sign_batch': self(async (world) => {
    const { caseId, version } = await inReview(world);
    return { body: { items: [{ caseId, version }] } };
  }),
  'cases.tell_first': record(
    async (world) => {
      const { caseId, version } = await inReview(world);
      return { params: { caseId }, body: { reason: '燃气已关', version } };
    },
    { reaches: 'case.not_critical' },
  ),
  'cases.list_callbacks': list(
    async (world) => (await caseAt(stageOf(world), 'resolved')).caseId,
    callback,
    () => ({ query: { limit: 200 } }),
  ),
  'cases.log_callback': record(async (world) => {
    const { caseId, version } = await caseAt(stageOf(world), 'resolved');
    return { params: { caseId }, body: { outcome: 'no_answer', version } };
  }, callback),
  'cases.rates': self(() => ({ query: span })),
  'cases.list_rate_cases': list(judged, {}, () => ({ query: { ...span, part: 'due', limit: 200 } })),
  'cases.list_suspended': list(
    async (world) => (await suspended(world)).caseId,
    chief,
    () => ({
      query: { limit: 200 },
    }),
  ),
  'cases.renew_suspension': record(async (world) => {
    const { caseId, version } = await suspended(world);
    return { params: { caseId }, body: { ...plan, version } };
  }, chief),
  'cases.read_ledger': list(
    async (world) => (await openCase(stageOf(world))).caseId,
    {},
    () => ({
      params: { ledger: 'intake' },
      query: { limit: 200 },
    }),
  ),
  'cases.read_sheets': record(async (world) => ({ query: { ids: (await openCase(stageOf(world))).caseId } })),
};
