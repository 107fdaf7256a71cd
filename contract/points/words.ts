import type { EarningOutcome, PointSource } from './sources.ts';

export const pointSourceLabels: Record<PointSource, string> = {
  hours_self: '志愿服务（本人签到）',
  hours_mutual: '志愿服务（双人确认）',
  hours_staff: '志愿服务（现场代签）',
  hours_backfill: '补录时长',
  help_given: '邻里互助',
  redemption_honoured: '商户兑付',
  space_lent: '提供场地',
  jobs_offered: '提供岗位',
  discount_given: '让利优惠',
  problem_fixed: '解决问题',
  other: '其他贡献',
};

export const earningOutcomeLabels: Record<EarningOutcome, string> = {
  granted: '已入账',
  notice: '公示中',
  no_tariff: '不计积分',
  too_little: '不足一个计分单位',
  cap_reached: '已到上限',
  budget_exhausted: '项目预算已用完',
  waiting: '等待复核',
  withheld: '抵扣多发的积分',
  reversed: '已更正收回',
  refused: '未入账',
};

/** Refusals of the ledger (points.md 6.2) and of the module. */
export const pointsProblems: Record<string, string> = {
  'points.idempotency_conflict': '这次操作和先前提交的内容不一样，请刷新后再试。',
  'points.invalid_amount': '请填写大于 0 的整数积分。',
  'points.account_not_found': '没有找到这个积分账户。',
  'points.account_closed': '这个积分账户已停用。',
  'points.account_not_empty': '账户里还有积分，不能停用。',
  'points.insufficient_available': '可用积分不够。',
  'points.budget_exhausted': '项目预算不够了，请先追加预算。',
  'points.evidence_already_used': '这件事已经计过积分了。',
  'points.cap_reached': '已到规则规定的上限。',
  'points.hold_not_found': '没有找到这笔预留。',
  'points.hold_already_captured': '这笔积分已经用掉了。',
  'points.hold_already_voided': '这笔预留已经取消了。',
  'points.hold_already_expired': '这笔预留已经过期，积分已退回。',
  'points.exceeds_hold': '不能超过预留的积分。',
  'points.hold_not_due': '公示期还没有结束。',
  'points.not_reversible': '这笔流水不能撤销。',
  'points.already_reversed': '这笔流水已经撤销过了。',
  'points.already_spent': '这笔积分已经用掉，不能直接收回。',
  'points.payee_insufficient': '商户账户余额不够，不能退回。',
  'points.period_open': '结算期还没有结束。',
  'points.period_closed': '这一期已经结算，不能再改。',
  'points.already_signed': '这一期已经签字。',
  'points.payment_missing': '请填写付款凭证号。',
  'points.settlement_not_found': '没有找到这一期结算。',
  'points.programme_not_found': '没有找到这个积分项目。',
  'points.rule_not_found': '没有找到这条积分规则。',
  'points.forbidden_pair': '这两个账户之间不能这样转积分。',
  'points.approval_required': '需要第二个人复核。',
  'points.same_person': '经办、复核、受益不能是同一个人或同一家人。',
};

export const pointsEvents: Record<string, string> = {
  'points.earned': '登记了一次积分',
  'points.taken_back': '更正收回了积分',
  'points.recovery_opened': '登记了待抵扣的积分',
};
