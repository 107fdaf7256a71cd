import type {
  Act,
  AssignmentStatus,
  Channel,
  ClosureType,
  CommunityDuty,
  contactOutcomes,
  contactWays,
  findings,
  Lamp,
  PlainStatus,
  RejectReason,
  RequestType,
  satisfactions,
  solvedAnswers,
  Timer,
  Urgency,
} from './codes.ts';
import { jointActLabels, jointProblems } from './joint/words.ts';
import type { Kind, Move, Status } from './machine.ts';
import { residentProblems } from './resident/words.ts';

export const statusLabels: Record<Status, string> = {
  draft: '草稿',
  submitted: '待受理',
  verifying: '待核实',
  registered: '待派遣',
  dispatched: '待签收',
  accepted: '待联系',
  in_progress: '办理中',
  suspended: '挂账',
  under_review: '审核中',
  resolved: '已办结待确认',
  confirming: '回访中',
  closed: '已结案',
  rejected: '不予受理',
  withdrawn: '已撤回',
  transferred: '已移送',
  merged: '已并案',
};

export const plainStatusLabels: Record<PlainStatus, string> = {
  submitted: '已提交',
  received: '已受理',
  in_progress: '办理中',
  awaiting_answer: '待您评价',
  done: '已办结',
  not_taken_up: '未受理',
  withdrawn: '已撤回',
};

export const kindLabels: Record<Kind, string> = {
  hotline_order: '12345热线',
  grid_case: '网格上报',
  resident_report: '随手报',
  property_request: '有事您找我',
  enterprise_demand: '企业诉求',
  whistle: '吹哨报到',
  dispute: '矛盾纠纷',
  proactive_task: '未诉先办',
};

export const moveLabels: Record<Move, string> = {
  submit: '提交',
  request_verification: '要求核实',
  report_verification: '回报核实',
  register: '立案',
  reject: '不予受理',
  answer_directly: '直接答复',
  merge: '并案',
  self_handle: '自行处置',
  dispatch: '派遣',
  accept: '签收',
  return_to_dispatcher: '退回派遣',
  reassign: '改派',
  start: '开始办理',
  suspend: '挂账',
  resume: '恢复办理',
  escalate_tier: '上报一级',
  submit_result: '提交结果',
  review_approve: '审核签字',
  review_return: '审核退回',
  begin_confirmation: '开始回访',
  confirm_pass: '回访通过',
  confirm_fail: '回访未通过',
  close_special: '特殊结案',
  reopen: '重新办理',
  withdraw: '撤回',
  transfer_out: '移送',
};

export const actLabels: Record<Act, string> = {
  open: '录入',
  contact: '联系诉求人',
  add_progress: '补充进展',
  report_co: '协办回报',
  supervise: '督办',
  request_extension: '申请延期',
  grant_extension: '同意延期',
  deny_extension: '不同意延期',
  warn_overdue: '期限提醒',
  external_update: '外部更新',
  recompute: '期限重算',
  tell_first: '先办后签',
  renew_suspension: '挂账续期',
  miss_callback: '回访未接通',
  follow: '邻居跟报',
  supplement: '诉求人补充',
  urge: '诉求人催办',
  rate: '诉求人评价',
  rating_refused: '承办人打开评价链接，已拒绝',
  publish: '公开办理结果',
  unpublish: '撤下公开',
  alarm: '安全警示',
  link: '归入同一起因',
  join: '并入一件',
  ...jointActLabels,
};

export const urgencyLabels: Record<Urgency, string> = {
  critical: '紧急',
  livelihood: '民生急事',
  ordinary: '一般',
  complex: '复杂',
};

export const requestTypeLabels: Record<RequestType, string> = {
  inquiry: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
};

export const channelLabels: Record<Channel, string> = {
  resident_app: '居民端',
  hotline: '12345热线',
  grid: '网格巡查',
  wechat: '微信群',
  phone: '来电',
  visit: '来访',
  enterprise: '企业服务',
  inner: '内部转办',
  open311: '开放接口',
};

export const rejectReasonLabels: Record<RejectReason, string> = {
  emergency_number: '紧急情况，请拨打110、119、120',
  other_procedure: '已进入诉讼、仲裁、信访等程序',
  already_handled: '同一事项已办理，没有新情况',
  secret_or_privacy: '涉及国家秘密、商业秘密或个人隐私',
  beyond_duties: '不属于政府职责',
  unlawful: '违反法律或公序良俗',
};

export const findingLabels: Record<(typeof findings)[number], string> = {
  exists: '属实',
  not_exists: '不属实',
  unable: '无法核实',
};

export const closureTypeLabels: Record<ClosureType, string> = {
  normal: '正常结案',
  overdue: '超期结案',
  error: '差错结案',
  special: '特殊结案',
};

export const solvedLabels: Record<(typeof solvedAnswers)[number], string> = {
  yes: '解决了',
  partly: '部分解决',
  no: '没有解决',
  unreachable: '联系不上',
};

export const satisfactionLabels: Record<(typeof satisfactions)[number], string> = {
  very: '很满意',
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
  unreachable: '联系不上',
};

export const contactWayLabels: Record<(typeof contactWays)[number], string> = {
  phone: '电话',
  visit: '上门',
  message: '短信或微信',
};

export const contactOutcomeLabels: Record<(typeof contactOutcomes)[number], string> = {
  reached: '联系上了',
  no_answer: '没有接通',
  refused: '对方不愿沟通',
};

export const assignmentRoleLabels = { lead: '主办', co: '协办' } as const;

export const assignmentStatusLabels: Record<AssignmentStatus, string> = {
  notified: '待签收',
  accepted: '已签收',
  acknowledged: '已应哨',
  arrived: '已到场',
  reported: '已回报',
  evaluated: '已评价',
  waived: '不再等待',
  ended: '已结束',
};

export const timerLabels: Record<Timer, string> = {
  intake: '受理时限',
  verify: '核实时限',
  dispatch: '派遣时限',
  accept: '签收时限',
  response: '首次联系时限',
  handle: '办理时限',
  review: '审核时限',
  confirm: '回访时限',
  tier: '本级办理时限',
  total: '办结期限',
  hang_review: '挂账复核',
};

export const lampLabels: Record<Lamp, string> = {
  none: '不计时',
  green: '时间充裕',
  yellow: '临近期限',
  red: '已超期限',
};

export const communityDutyLabels: Record<CommunityDuty, string> = {
  lead: '社区主责',
  assist: '社区协助',
  none: '不属社区职责',
};

/** Title of a report that came as photos only. */
export const photoOnlyTitle = '照片反映的情况';

export const casesProblems = {
  'case.illegal_move': '这件事现在的状态不能这样办，请看可以办的步骤。',
  'case.outside_your_area': '这件事不在您负责的范围内。',
  'case.not_your_unit': '这件事没有派给您的单位。',
  'case.empty': '请写一句话，或拍一张照片。',
  'case.place_missing': '请选一个地点，或写一句在哪里。',
  'case.matter_unknown': '没有这个分类，请重新选择。',
  'case.area_outside': '这个地点不在您负责的范围内，请另选。',
  'case.number_known': '这个热线工单号已经录入过，请按工单号查找。',
  'case.due_missing': '热线工单请填写工单号和期限。',
  'case.not_inquiry': '只有咨询可以直接答复，其他诉求请立案派遣。',
  'case.merge_self': '不能并到自己，请另选一件。',
  'case.group_other': '这件事已归入另一个起因，请先看那一件。',
  'case.merge_target': '要并入的那件事已经办完，请另选一件。',
  'case.self_handle_matter': '这类事项要派遣办理，不能自行处置。',
  'case.place_needed': '请先确定地点和分类，再立案。',
  'case.unit_unknown': '没有这个单位，或已停用，请另选。',
  'case.unit_twice': '主办和协办里有同一个单位，请去掉一个。',
  'case.community_not_duty': '这类事项不在社区职责清单里，不能派给社区主办。',
  'case.community_assist_only': '这类事项社区只协助，请选责任单位主办，社区协办。',
  'case.final_designation': '已指定由本单位办理，不能再退回，请与调度联系。',
  'case.returned_before': '这件事已退回过一次，请找调度裁定。',
  'case.not_contacted': '请先联系诉求人并记下联系情况；联系不上要试满三次。',
  'case.co_open': '还有协办单位没有回报，请等回报，或写明为什么不再等。',
  'case.whistle_open': '吹的哨还没有办完，请等报到单位办完，或写明为什么不再等。',
  'case.not_your_level': '现在轮到另一级审核，不是您这一级。',
  'case.own_result': '结果是您办的或提交的，请由另一位审核。',
  'case.signed_before': '这一轮您已经签过字，一人只签一级。',
  'case.level_too_low': '要由分管领导或主要负责人决定。',
  'case.in_chain': '办理过这件事的人不能做回访，请换一位。',
  'case.suspend_too_long': '挂账最多60天，请改一个日期。',
  'case.date_past': '日期已经过去，请改一个以后的日期。',
  'case.not_later': '延期要晚于原来的期限，请改一个日期。',
  'case.extension_pending': '已有一个延期申请在等决定。',
  'case.no_extension': '没有等待决定的延期申请。',
  'case.extension_long': '延期一次最多30天，请改一个日期。',
  'case.not_open': '这件事已经结束，不能再改。',
  'case.reopen_late': '结案已超过30天，请按新的诉求登记。',
  'case.tier_top': '已经到街道一级，不能再往上报。',
  'case.not_solved': '没有解决或不满意的，请选回访未通过。',
  'case.reveal_not_allowed': '您的岗位不能查看诉求人的姓名电话。',
  'case.not_yours': '没有找到您的这件事。',
  'case.track_unknown': '编号和电话尾号对不上，请再核对一遍。',
  'case.batch_one_by_one': '有改动、退回重报、超时或先办后签的，请逐件看过再签。',
  'case.not_critical': '只有紧急的事可以先办后签。',
  'case.told_before': '已经先告诉诉求人了，正等着补签。',
  'case.not_suspended': '这件事没有挂账。',
  'case.callback_answers': '联系上了的，请记下解决没有、满意不满意。',
  'case.callback_words': '没有解决或不满意的，请写下诉求人的原话。',
  'case.attempts_few': '联系不上要试满三次，分在一天里两个不同的时段。',
  'case.unreachable_apart': '联系不上请选“联系不上”，两项一起填。',
  'case.sheet_outside': '选中的件里有不在您范围内的，请重新选。',
  'case.no_helper': '您的单位不是这件事的协办，或已经回报过。',
  ...residentProblems,
  ...jointProblems,
} as const;

export const casesEvents = {
  'case.moved': '办理了诉求的一步',
  'case.noted': '给诉求记了一笔',
  'case.alarmed': '听到危险的词，当作紧急的事提醒',
  'case.requester_revealed': '查看了诉求人的姓名电话',
} as const;
