// What may be done to a case, by whom and with which words: the deeds from which random histories are made.
import { logCallback } from '#contract/cases/callback/endpoints.ts';
import type { Act } from '#contract/cases/codes.ts';
import * as cases from '#contract/cases/endpoints.ts';
import * as joint from '#contract/cases/joint/endpoints.ts';
import { type Move, terminals } from '#contract/cases/machine.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import { rankWanted } from '#modules/cases/guards.ts';
import type { CaseState } from '#modules/cases/rules.ts';
import type { CaseStage } from './cases.ts';

export interface Scene extends CaseStage {
  /** A community that is called by a whistle. */
  otherId: string;
  /** An open case that others are merged into. */
  rootId: string;
  now(): Date;
  /** Photos of before and after, sent up by this person. */
  photos(name: string): Promise<string[]>;
}

export interface Moment extends CaseState {
  returns: number;
  isInquiry: boolean;
  exclusion: string | null;
  extensionAsked: boolean;
  contacted: boolean;
  missed: number;
  settledAlone: boolean;
  suspensions: number;
}

export interface Deed {
  /** How likely it is while it is possible; endings are rare, or histories would be short. */
  weight: number | ((at: Moment) => number);
  endpoint: AnyEndpoint;
  /** Whose work it is as the case stands. */
  who: string | ((at: Moment) => string);
  body?(scene: Scene, at: Moment, who: string): object | Promise<object>;
  /** Minutes that go by before it. */
  after?: number;
}

export type DeedName = Move | Act | 'arbitrate' | 'decide_extension' | 'give_up';

const hour = 60;
const even = (now: () => Date) => Math.floor(now().getTime() / 60_000) % 2 === 0;
const later = (scene: Scene, hours: number) =>
  new Date(scene.now().getTime() + hours * 3_600_000).toISOString();
const community = ({ communityId }: Scene) => ({ kind: 'area', unitId: communityId });
const otherUnit = ({ otherId }: Scene) => ({ kind: 'area', unitId: otherId });
const rank = ['', '何经办', '李书记', '许分管', '高主任'];
const signer = (at: Moment) => rank[rankWanted(at)] ?? '高主任';
const works = (at: Moment) => at.status === 'in_progress' || at.status === 'accepted';
/** Who settles it alone has it; otherwise the community. */
const worker = (at: Moment) => (at.settledAlone ? '周网格' : '郑社工');

export const deeds: Partial<Record<DeedName, Deed>> = {
  request_verification: { weight: 4, endpoint: cases.requestVerification, who: '李书记' },
  report_verification: {
    weight: 9,
    endpoint: cases.reportVerification,
    who: '周网格',
    body: () => ({ finding: 'exists', note: '属实' }),
  },
  register: {
    weight: 20,
    endpoint: cases.registerCase,
    who: '郑社工',
    body: ({ entranceId }) => ({ matterCode: communityWork, areaId: entranceId, urgency: 'ordinary' }),
  },
  reject: {
    weight: 1,
    endpoint: cases.rejectCase,
    who: '李书记',
    body: () => ({ rejectReason: 'beyond_duties', answer: '请到有权的部门' }),
  },
  answer_directly: {
    weight: (at) => (at.isInquiry ? 20 : 0.2),
    endpoint: cases.answerDirectly,
    who: '李书记',
    body: () => ({ answer: '周一到周六都可以来' }),
  },
  merge: {
    weight: 0.6,
    endpoint: cases.mergeCase,
    who: '李书记',
    body: ({ rootId }) => ({ intoCaseId: rootId }),
  },
  self_handle: { weight: 3, endpoint: cases.selfHandle, who: '周网格' },
  dispatch: {
    weight: (at) => (at.returns === 0 ? 20 : 0),
    endpoint: cases.dispatchCase,
    who: '沈派单',
    body: (scene) => ({ lead: community(scene) }),
  },
  arbitrate: {
    weight: (at) => (at.status === 'registered' && at.returns > 0 ? 20 : 0),
    endpoint: joint.arbitrate,
    who: '许分管',
    body: (scene) => ({ lead: community(scene), reason: '按目录由社区主办' }),
  },
  reassign: {
    weight: (at) => (at.designatedFinal ? 0.1 : 1.5),
    endpoint: cases.reassignCase,
    who: '沈派单',
    body: (scene) => ({ lead: community(scene), reason: '换人办', final: true }),
  },
  escalate_tier: {
    weight: 4,
    endpoint: cases.escalateTier,
    who: '郑社工',
    body: (scene) => ({ lead: community(scene), reason: '一家做不了' }),
  },
  accept: { weight: 14, endpoint: cases.acceptCase, who: '郑社工' },
  return_to_dispatcher: {
    weight: (at) => (at.returns === 0 && !at.designatedFinal ? 5 : 0.2),
    endpoint: cases.returnToDispatcher,
    who: '郑社工',
    body: () => ({ reason: '不归我们' }),
  },
  contact: {
    weight: (at) => (works(at) && !at.contacted ? 20 : 0),
    endpoint: cases.contactRequester,
    who: worker,
    body: () => ({ way: 'phone', outcome: 'reached' }),
  },
  start: { weight: (at) => (at.contacted ? 20 : 0.5), endpoint: cases.startCase, who: '郑社工' },
  add_progress: {
    weight: (at) => (works(at) ? 2 : 0),
    endpoint: cases.addProgress,
    who: worker,
    body: () => ({ note: '配件明天到' }),
  },
  request_extension: {
    weight: (at) => (works(at) && !at.extensionAsked ? 2 : 0),
    endpoint: cases.requestExtension,
    who: worker,
    body: (scene) => ({ until: later(scene, 20 * 24), reason: '等配件', requesterTold: true }),
  },
  decide_extension: {
    weight: (at) => (at.extensionAsked ? 8 : 0),
    endpoint: cases.decideExtension,
    who: '许分管',
    body: ({ now }) => ({ grant: even(now), reason: '可以' }),
  },
  apply_exclusion: {
    weight: (at) => (at.kind === 'hotline_order' && works(at) && at.exclusion === null ? 4 : 0),
    endpoint: joint.applyExclusion,
    who: '郑社工',
    body: async (scene, _, who) => ({
      exclusionReason: 'not_our_area',
      note: '门牌在邻街',
      fileIds: (await scene.photos(who)).slice(0, 1),
    }),
  },
  decide_exclusion: {
    weight: (at) => (at.exclusion === 'pending' ? 8 : 0),
    endpoint: joint.decideExclusion,
    who: '高主任',
    body: ({ now }) => ({ grant: even(now) }),
  },
  blow_whistle: {
    weight: (at) => (at.status === 'in_progress' ? 0.7 : 0),
    endpoint: joint.blowWhistle,
    who: '李书记',
    body: (scene) => ({ whistleType: 'public_demand', lead: otherUnit(scene), reason: '一家办不了' }),
  },
  supervise: {
    weight: (at) => (terminals.includes(at.status) ? 0 : 0.4),
    endpoint: cases.superviseCase,
    who: '高主任',
    body: () => ({ note: '请抓紧' }),
  },
  suspend: {
    weight: (at) => (at.suspensions === 0 ? 5 : 0.3),
    endpoint: cases.suspendCase,
    who: '许分管',
    body: (scene) => ({ plan: '列入改造', until: later(scene, 29 * 24), requesterTold: true }),
  },
  resume: { weight: 10, endpoint: cases.resumeCase, who: '许分管' },
  submit_result: {
    weight: 16,
    endpoint: cases.submitResult,
    who: worker,
    body: async (scene, at, who) => ({
      result: '已上门处理，当天恢复，双方都同意',
      waive: '到场单位另行答复',
      fileIds: at.settledAlone ? await scene.photos(who) : [],
    }),
  },
  review_approve: { weight: 18, endpoint: cases.reviewApprove, who: signer },
  review_return: {
    weight: 2,
    endpoint: cases.reviewReturn,
    who: signer,
    body: () => ({ reason: '没有说清楚' }),
  },
  begin_confirmation: { weight: 14, endpoint: cases.beginConfirmation, who: '柏回访' },
  confirm_pass: {
    weight: 9,
    endpoint: cases.confirmPass,
    who: '柏回访',
    body: () => ({ solved: 'yes', satisfaction: 'satisfied' }),
  },
  miss_callback: {
    weight: (at) => (at.status === 'confirming' || at.status === 'resolved' ? (at.missed > 0 ? 14 : 2.5) : 0),
    endpoint: logCallback,
    who: '柏回访',
    body: () => ({ outcome: 'no_answer' }),
    after: 7 * hour,
  },
  give_up: {
    weight: (at) => (at.status === 'confirming' && at.missed > 1 ? 20 : 0),
    endpoint: logCallback,
    who: '柏回访',
    body: () => ({ outcome: 'unreachable' }),
  },
  confirm_fail: {
    weight: (at) => (at.round < 4 ? 6 : 0.5),
    endpoint: cases.confirmFail,
    who: '柏回访',
    body: () => ({ solved: 'no', satisfaction: 'dissatisfied', reason: '还是老样子' }),
  },
  close_special: {
    weight: 0.6,
    endpoint: cases.closeSpecial,
    who: '高主任',
    body: () => ({ closureType: 'special', reason: '正在诉讼' }),
  },
  reopen: { weight: 10, endpoint: cases.reopenCase, who: '李书记', body: () => ({ reason: '又漏了' }) },
  withdraw: { weight: 0.3, endpoint: cases.withdrawCase, who: '李书记', body: () => ({ reason: '不用了' }) },
  transfer_out: {
    weight: 0.3,
    endpoint: cases.transferOut,
    who: '沈派单',
    body: () => ({ authority: '区住建委', receipt: '住建接〔7〕' }),
  },
};

/** The community leads it, and a grid worker may settle it on the spot. */
export const communityWork = '0304';

/** Anybody of the street, for deeds that are not their work. */
export const anybody = [
  '郑社工',
  '李书记',
  '何经办',
  '唐科长',
  '许分管',
  '高主任',
  '柏回访',
  '沈派单',
  '周网格',
  '马书记',
  '安物业',
] as const;
