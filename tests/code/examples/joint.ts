import * as cases from '#contract/cases/endpoints.ts';
import * as joint from '#contract/cases/joint/endpoints.ts';
import type { Status } from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { caseAt, deed, openCase } from '../../kit/cases.ts';
import { sendPhoto } from '../../kit/photos.ts';
import { type Example, list, record } from './example.ts';
import type { World } from './world.ts';

type Body = Record<string, unknown>;
type Options = Parameters<typeof record>[1];

const stageOf = (world: World) => ({
  as: world.as,
  entranceId: world.id('entrance'),
  communityId: world.id('community'),
});

const aimed = (on: CaseMoved, body: Body) => ({
  params: { caseId: on.caseId },
  body: { ...body, version: on.version },
});

const on = (status: Status, body: (world: World) => Body | Promise<Body>, options: Options = {}) =>
  record(async (world) => {
    const more = await body(world);
    return aimed(await caseAt(stageOf(world), status), more);
  }, options);

const place = (world: World, key: 'street' | 'grid' | 'otherGrid' | 'community') => ({
  kind: 'area',
  unitId: world.id(key),
});

/** Blown by the clerk of the community for its own case, on the street and the second grid. */
async function blown(world: World, more: Body = {}): Promise<CaseMoved> {
  const stage = stageOf(world);
  return await deed(stage, '郑社工', joint.blowWhistle, await caseAt(stage, 'in_progress'), {
    whistleType: 'emergency',
    lead: place(world, 'street'),
    others: [place(world, 'otherGrid')],
    reason: '水管爆裂，请立刻到场',
    ...more,
  });
}

async function called(world: World, role: 'lead' | 'co', whistle: CaseMoved) {
  const seen = await (await world.as('李书记')).call(joint.readWhistle, {
    params: { caseId: whistle.caseId },
  });
  return seen.responders.find((one) => one.role === role)?.assignmentId ?? '';
}

const moves = { acknowledge: joint.acknowledge, arrive: joint.arrive };

/** The second grid has acknowledged and arrived, as far as wanted. */
async function answered(world: World, acts: readonly ('acknowledge' | 'arrive')[]) {
  let whistle = await blown(world);
  const assignmentId = await called(world, 'co', whistle);
  for (const act of acts)
    whistle = await deed(stageOf(world), '吴网格', moves[act], whistle, { assignmentId });
  return { whistle, assignmentId };
}

/** Everybody has reported and the result is signed. */
async function finished(world: World) {
  const stage = stageOf(world);
  const { whistle, assignmentId } = await answered(world, ['acknowledge', 'arrive']);
  const report = { report: '已关阀抢修' };
  let now = await deed(stage, '吴网格', joint.reportResponse, whistle, { assignmentId, ...report });
  const lead = await called(world, 'lead', whistle);
  for (const act of [joint.acknowledge, joint.arrive])
    now = await deed(stage, '唐科长', act, now, { assignmentId: lead });
  now = await deed(stage, '唐科长', joint.reportResponse, now, { assignmentId: lead, ...report });
  return { on: await deed(stage, '李书记', cases.reviewApprove, now), assignmentId };
}

const grid = { holder: '吴网格', outsider: '马书记', foreigner: '文社区' } as const;
const principal = { holder: '高主任', outsider: null, foreigner: '文主任' } as const;

async function returned(world: World) {
  const stage = stageOf(world);
  return await deed(stage, '郑社工', cases.returnToDispatcher, await caseAt(stage, 'dispatched'), {
    reason: '不属本社区',
  });
}

async function applied(world: World) {
  const stage = stageOf(world);
  const on = await caseAt(stage, 'in_progress');
  return await deed(stage, '郑社工', joint.applyExclusion, on, {
    exclusionReason: 'other_procedure',
    note: '双方已经起诉',
    fileIds: [await sendPhoto(await world.as('郑社工'))],
  });
}

export const jointExamples: Record<string, Example> = {
  'cases.joint': record(async (world) => ({
    params: { caseId: (await openCase(stageOf(world))).caseId },
  })),
  'cases.whistle': record(async (world) => ({ params: { caseId: (await blown(world)).caseId } })),
  'cases.desk_figures': list(async (world) => {
    await openCase(stageOf(world));
    const { fresh } = await (await world.as('李书记')).call(joint.readDeskFigures);
    return `"fresh":${fresh}`;
  }),
  'cases.blow_whistle': on('in_progress', (world) => ({
    whistleType: 'emergency',
    lead: place(world, 'street'),
    reason: '水管爆裂，请立刻到场',
  })),
  'cases.approve_whistle': record(async (world) => aimed(await blown(world), { approve: true })),
  'cases.acknowledge': record(async (world) => {
    const { whistle, assignmentId } = await answered(world, []);
    return aimed(whistle, { assignmentId });
  }, grid),
  'cases.arrive': record(async (world) => {
    const { whistle, assignmentId } = await answered(world, ['acknowledge']);
    return aimed(whistle, { assignmentId });
  }, grid),
  'cases.report_response': record(async (world) => {
    const { whistle, assignmentId } = await answered(world, ['acknowledge', 'arrive']);
    return aimed(whistle, { assignmentId, report: '已关阀抢修' });
  }, grid),
  'cases.evaluate_responder': record(
    async (world) => {
      const { on, assignmentId } = await finished(world);
      return aimed(on, { assignmentId, timeliness: 'good', quality: 'good', attitude: 'good' });
    },
    { holder: '郑社工' },
  ),
  'cases.evaluate_blower': record(async (world) => {
    const { on, assignmentId } = await finished(world);
    return aimed(on, { assignmentId, justified: 'good', clarity: 'good' });
  }, grid),
  'cases.relate': on('submitted', async (world) => ({
    otherCaseId: (await openCase(stageOf(world))).caseId,
    linkKind: 'related',
  })),
  'cases.unrelate': record(async (world) => {
    const stage = stageOf(world);
    const otherCaseId = (await openCase(stage)).caseId;
    const linked = await deed(stage, '李书记', joint.relateCase, await openCase(stage), {
      otherCaseId,
      linkKind: 'related',
    });
    return aimed(linked, { otherCaseId });
  }),
  'cases.tag': on('submitted', () => ({ tags: ['每月一题'] })),
  'cases.consult': on('in_progress', (world) => ({
    note: '三方约定周三同时到场',
    units: [place(world, 'street'), place(world, 'grid')],
  })),
  'cases.remind': on('dispatched', () => ({ note: '请今天联系居民' })),
  'cases.set_helper': on('dispatched', (world) => ({
    unit: place(world, 'grid'),
    dueAt: '2026-11-28T02:00:00.000Z',
  })),
  'cases.arbitrate': record(
    async (world) => aimed(await returned(world), { lead: place(world, 'community'), reason: '属地负责' }),
    principal,
  ),
  'cases.apply_exclusion': on(
    'in_progress',
    async (world) => ({
      exclusionReason: 'other_procedure',
      note: '双方已经起诉',
      fileIds: [await sendPhoto(await world.as('郑社工'))],
    }),
    { holder: '郑社工' },
  ),
  'cases.decide_exclusion': record(async (world) => aimed(await applied(world), { grant: true }), principal),
};
