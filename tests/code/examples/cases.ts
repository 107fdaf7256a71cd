import * as cases from '#contract/cases/endpoints.ts';
import type { Status } from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { caseAt, communityMatter, deed, openCase } from '../../kit/cases.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const stageOf = (world: World) => ({
  as: world.as,
  entranceId: world.id('entrance'),
  communityId: world.id('community'),
});

const aimed = (on: CaseMoved, body: Record<string, unknown>) => ({
  params: { caseId: on.caseId },
  body: { ...body, version: on.version },
});

type Body = Record<string, unknown>;
type Options = Parameters<typeof record>[1];

/** A deed on a grid case in a state of the ordinary way. */
const on = (status: Status, body: Body | ((world: World) => Body | Promise<Body>), options: Options = {}) =>
  record(async (world) => {
    const more = typeof body === 'function' ? await body(world) : body;
    return aimed(await caseAt(stageOf(world), status), more);
  }, options);

const community = (world: World) => ({ kind: 'area', unitId: world.id('community') });
const grid = (world: World) => ({ kind: 'area', unitId: world.id('grid') });

const callback = { holder: '柏回访', outsider: null, foreigner: '文回访' } as const;
const principal = { holder: '高主任', outsider: null, foreigner: '文主任' } as const;
const chief = { holder: '高主任', outsider: '马书记', foreigner: '文社区' } as const;

const soon = '2026-12-05T02:00:00.000Z';

async function reported(world: World) {
  const { caseId, version } = await (await world.as('陈居民')).call(cases.reportCase, {
    body: { text: '楼道灯不亮', areaId: world.id('entrance') },
  });
  return { params: { caseId }, version };
}

const resident = { holder: '陈居民', outsider: '赵楼长', foreigner: '文社区' } as const;

export const caseExamples: Record<string, Example> = {
  'cases.list_matters': self(),
  'cases.report': self((world) => ({ body: { text: '楼道灯不亮', areaId: world.id('street') } }), {
    reaches: 'served',
    foreigner: '文主任',
  }),
  'cases.list_mine': list(async (world) => (await reported(world)).params.caseId, resident),
  'cases.get_mine': record(async (world) => ({ params: (await reported(world)).params }), resident),
  'cases.withdraw_mine': record(async (world) => {
    const { params, version } = await reported(world);
    return { params, body: { version } };
  }, resident),
  'cases.open': record((world) => ({
    body: { kind: 'grid_case', channel: 'grid', text: '井盖松动', areaId: world.id('entrance') },
  })),
  'cases.list': list(
    async (world) => (await openCase(stageOf(world))).caseId,
    {},
    () => ({
      query: { search: '漏水', limit: 200 },
    }),
  ),
  'cases.count': list(
    async (world) => {
      await openCase(stageOf(world), 'grid_case', { text: '数一数这一件' });
      return '"total":1}';
    },
    {},
    () => ({ query: { search: '数一数这一件' } }),
  ),
  'cases.figures': list(
    async (world) => {
      await caseAt(stageOf(world), 'accepted');
      return '"accepted"';
    },
    {},
    (world) => ({ query: { areaId: world.id('grid') } }),
  ),
  'cases.get': record(async (world) => ({ params: { caseId: (await openCase(stageOf(world))).caseId } })),
  'cases.reveal_requester': record(async (world) => ({
    params: { caseId: (await openCase(stageOf(world))).caseId },
    body: { purpose: '回电核实' },
  })),
  'cases.request_verification': on('submitted', {}),
  'cases.report_verification': record(async (world) => {
    const stage = stageOf(world);
    const verifying = await deed(stage, '李书记', cases.requestVerification, await openCase(stage));
    return aimed(verifying, { finding: 'exists' });
  }),
  'cases.register': on('submitted', (world) => ({
    matterCode: communityMatter,
    areaId: world.id('entrance'),
    urgency: 'ordinary',
  })),
  'cases.reject': on('submitted', { rejectReason: 'beyond_duties', answer: '属于市场经营，请与商家协商' }),
  'cases.answer_directly': record(async (world) =>
    aimed(await openCase(stageOf(world), 'resident_report', { requestType: 'inquiry' }), {
      answer: '周一至周五九点到五点办理',
    }),
  ),
  'cases.merge': on('submitted', async (world) => ({
    intoCaseId: (await openCase(stageOf(world))).caseId,
  })),
  'cases.transfer_out': on('registered', { authority: '区住建委', receipt: '2026第31号' }),
  'cases.withdraw': record(async (world) =>
    aimed(await openCase(stageOf(world), 'resident_report'), { reason: '已经自己解决' }),
  ),
  'cases.supervise': on('dispatched', { note: '请今天联系居民' }),
  'cases.dispatch': on('registered', (world) => ({ lead: community(world) })),
  'cases.reassign': on('dispatched', (world) => ({ lead: grid(world), reason: '就近办理' })),
  'cases.escalate_tier': record(
    async (world) => {
      const stage = stageOf(world);
      const opened = await openCase(stage, 'property_request');
      const registered = await deed(stage, '李书记', cases.registerCase, opened, {
        matterCode: communityMatter,
        areaId: world.id('entrance'),
        urgency: 'ordinary',
      });
      const sent = await deed(stage, '李书记', cases.dispatchCase, registered, { lead: grid(world) });
      return aimed(sent, { lead: community(world), reason: '物业没有修缮资金' });
    },
    { holder: '周网格', outsider: '马书记' },
  ),
  'cases.self_handle': record(async (world) =>
    aimed(await openCase(stageOf(world), 'grid_case', { matterCode: '0304' }), {}),
  ),
  'cases.accept': on('dispatched', {}),
  'cases.return_to_dispatcher': on('dispatched', { reason: '不属本社区' }),
  'cases.start': record(async (world) => {
    const stage = stageOf(world);
    const accepted = await caseAt(stage, 'accepted');
    const contact = { way: 'phone', outcome: 'reached' };
    return aimed(await deed(stage, '郑社工', cases.contactRequester, accepted, contact), {});
  }),
  'cases.contact': on('accepted', { way: 'phone', outcome: 'reached' }),
  'cases.add_progress': on('in_progress', { note: '已约好周三上门' }),
  'cases.report_co': record(async (world) => {
    const stage = stageOf(world);
    const registered = await caseAt(stage, 'registered');
    const units = { lead: grid(world), helpers: [community(world)] };
    return aimed(await deed(stage, '李书记', cases.dispatchCase, registered, units), { note: '已协助入户' });
  }),
  'cases.submit_result': on('in_progress', { result: '已上门调解，双方签字' }),
  'cases.request_extension': on('in_progress', { until: soon, reason: '等配件', requesterTold: true }),
  'cases.review_approve': on('under_review', {}),
  'cases.review_return': on('under_review', { reason: '没有写明修好没有' }),
  'cases.decide_extension': record(async (world) => {
    const stage = stageOf(world);
    const asked = await deed(stage, '郑社工', cases.requestExtension, await caseAt(stage, 'in_progress'), {
      until: soon,
      reason: '等配件',
      requesterTold: true,
    });
    return aimed(asked, { grant: true, reason: '配件月底到货' });
  }, chief),
  'cases.suspend': on(
    'in_progress',
    { plan: '列入明年改造计划', until: '2026-12-31T02:00:00.000Z', requesterTold: true },
    chief,
  ),
  'cases.resume': record(async (world) => {
    const stage = stageOf(world);
    const body = { plan: '列入改造计划', until: '2026-12-31T02:00:00.000Z', requesterTold: true };
    return aimed(
      await deed(stage, '高主任', cases.suspendCase, await caseAt(stage, 'in_progress'), body),
      {},
    );
  }),
  'cases.begin_confirmation': on('resolved', {}, callback),
  'cases.confirm_pass': on('confirming', { solved: 'yes', satisfaction: 'very' }, callback),
  'cases.confirm_fail': on(
    'confirming',
    { solved: 'no', satisfaction: 'dissatisfied', reason: '居民说还在漏' },
    callback,
  ),
  'cases.close_special': on('resolved', { closureType: 'special', reason: '房屋已拆除' }, principal),
  'cases.reopen': on('closed', { reason: '又漏了' }),
};
