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
import { jointActLabels } from './joint/words.ts';
import type { Kind, Move, Status } from './machine.ts';

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

export const casesEvents = {
  'case.moved': '办理了诉求的一步',
  'case.noted': '给诉求记了一笔',
  'case.alarmed': '听到危险的词，当作紧急的事提醒',
  'case.requester_revealed': '查看了诉求人的姓名电话',
} as const;
