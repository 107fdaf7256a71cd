import type {
  ExclusionReason,
  exclusionDecisions,
  Grade,
  LinkKind,
  WhistleType,
  whistleApprovals,
} from './codes.ts';

export const whistleTypeLabels: Record<WhistleType, string> = {
  public_demand: '群众诉求',
  joint_enforcement: '综合执法',
  emergency: '应急处置',
  key_task: '重点工作',
};

export const whistleApprovalLabels: Record<(typeof whistleApprovals)[number], string> = {
  pending: '待批准',
  approved: '已批准',
  refused: '未批准',
};

export const gradeLabels: Record<Grade, string> = { good: '好', fair: '一般', poor: '差' };

export const linkKindLabels: Record<LinkKind, string> = {
  related: '相关',
  grid_record: '已有网格记录',
  repeat: '重复诉求',
};

export const exclusionReasonLabels: Record<ExclusionReason, string> = {
  not_government_duty: '属市场、社会或个人事务',
  other_procedure: '已进入诉讼、仲裁、信访等程序',
  no_new_facts: '同一事项已办理，没有新情况',
  false_or_malicious: '内容不实或恶意反映',
  not_our_area: '不在本街道辖区',
  force_majeure: '不可抗力',
};

export const exclusionDecisionLabels: Record<(typeof exclusionDecisions)[number], string> = {
  pending: '待决定',
  granted: '已剔除',
  denied: '未同意剔除',
};

export const jointActLabels = {
  blow_whistle: '吹哨',
  approve_whistle: '审批吹哨',
  acknowledge: '应哨',
  arrive: '到场',
  report_response: '报到单位回报',
  evaluate_responder: '评价报到单位',
  evaluate_blower: '评价吹哨单位',
  relate: '关联',
  unrelate: '取消关联',
  tag: '打标签',
  consult: '会商',
  remind: '催办',
  set_helper: '调整协办',
  apply_exclusion: '申请剔除',
  decide_exclusion: '决定剔除',
} as const;

export const arbitrateLabel = '裁定承办单位';

export const jointProblems = {
  'case.whistle_steps': '吹哨件由报到单位应哨、到场、回报，请在哨单上办。',
  'case.whistle_from_case': '吹哨要从一件诉求里发起，请打开那件诉求再吹哨。',
  'case.whistle_on_whistle': '哨单上不能再吹哨，请回到原来的诉求。',
  'case.whistle_self': '不能吹给自己的单位，请另选。',
  'case.whistle_not_yours': '请由承办单位或调度吹哨。',
  'case.whistle_decided': '这个哨已经批过了。',
  'case.whistle_order': '还没到这一步，请先办前一步。',
  'case.whistle_not_done': '等哨办完、审签以后再评价。',
  'case.whistle_not_blower': '请由吹哨单位评价。',
  'case.evaluated': '已经评价过了。',
  'case.own_unit': '不能评价自己的单位。',
  'case.link_self': '不能和自己关联，请另选一件。',
  'case.linked': '这两件已经关联。',
  'case.not_linked': '这两件没有关联。',
  'case.link_kind': '“已有网格记录”要一件是热线工单、一件是网格上报。',
  'case.not_taking_part': '请由承办单位或调度来办。',
  'case.helper_is_lead': '这个单位已经是主办。',
  'case.helper_unknown': '这个单位不是协办，不用取消。',
  'case.not_dispatched': '还没有派给单位，请先派遣。',
  'case.needs_arbiter': '已经退回过一次，要由科长、分管领导或主要负责人裁定，裁定后不能再退。',
  'case.not_returned': '没有退回过，由调度派遣就可以。',
  'case.exclusion_pending': '已有一个剔除申请在等决定。',
  'case.excluded': '这件事已经剔除。',
  'case.no_exclusion': '没有等待决定的剔除申请。',
  'case.own_application': '申请是您提的，请由另一位决定。',
} as const;
