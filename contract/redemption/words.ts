import type {
  CapPeriod,
  DoneDeed,
  MerchantStatus,
  OfferKind,
  OfferStatus,
  RedemptionState,
  ScoreItem,
  SettlementState,
} from './codes.ts';

export const merchantStatusLabels: Record<MerchantStatus, string> = {
  active: '参加中',
  suspended: '暂停参加',
};

export const offerKindLabels: Record<OfferKind, string> = {
  coupon: '优惠券',
  goods: '实物',
  service: '服务',
};

export const offerStatusLabels: Record<OfferStatus, string> = {
  open: '换',
  sold_out: '换完',
  paused: '暂停',
  early: '未开始',
  over: '已结束',
};

export const capPeriodLabels: Record<CapPeriod, string> = {
  day: '每天',
  week: '每周',
  month: '每月',
  whole: '活动期内',
};

export const redemptionStateLabels: Record<RedemptionState, string> = {
  reserved: '待核销',
  captured: '已核销',
  undone: '已撤销，积分退回',
  lapsed: '超时未用，积分退回',
  voided: '已取消，积分退回',
};

export const settlementStateLabels: Record<SettlementState, string> = {
  open: '待商户确认',
  confirmed: '商户已确认',
  appealed: '商户有异议',
  signed: '已复核，待付款',
  closed: '已付款',
};

export const settlementDeedLabels: Record<DoneDeed, string> = {
  opened: '发起',
  confirmed: '商户确认',
  appealed: '商户提出异议',
  answered: '答复异议',
  signed: '复核签字',
  closed: '登记付款',
};

export const scoreItemLabels: Record<ScoreItem, string> = {
  extra_offer: '主动增加优惠',
  helped_neighbours: '帮助邻里',
  joined_activity: '参加社区活动',
  space_lent: '出借场地',
  offer_refused: '拒绝兑现优惠',
  complaint_upheld: '投诉属实',
  hygiene: '门前卫生不达标',
  blocked_pavement: '占道经营',
};

/** `11月21日 10:22` of `2026-11-21` and `10:22`. */
export const spokenMoment = (day: string, clock: string): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${clock}`;

export const spokenDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** Headers of the settlement sheet. */
export const settlementSheetWords = {
  title: (name: string, month: string) => `${name} ${month} 积分兑换对账单`,
  columns: { number: '序号', capturedAt: '核销时间', title: '优惠', points: '积分', subsidy: '补贴（元）' },
  footer: (count: number, points: number, yuan: string) => `共${count}笔，${points}积分，补贴${yuan}元`,
  fileName: (name: string, month: string) => `${name}-${month}-对账单.xlsx`,
} as const;

export const redemptionProblems = {
  'redemption.not_a_resident': '这个账号没有登记为居民，请找社区登记后再来换',
  'redemption.minor': '未满18岁的孩子请让家里大人来换',
  'redemption.offer_sold_out': '这份优惠刚刚换完了，看看别的',
  'redemption.offer_paused': '商户暂停了这份优惠，看看别的',
  'redemption.offer_early': '这份优惠{day}才开始',
  'redemption.offer_over': '这份优惠已经结束了',
  'redemption.merchant_suspended': '这家商户暂停参加兑换了',
  'redemption.person_cap': '这份优惠您{period}最多换{cap}份，已经换够了',
  'redemption.family_cap': '这份优惠一家人{period}最多换{cap}份，已经换够了',
  'redemption.day_limit': '在同一家店一天最多换{max}次，明天再来',
  'redemption.too_many_held': '您还有{count}份没用，先用掉或取消再换',
  'redemption.no_voucher': '这份优惠要联网核销，不能存成离线券',
  'redemption.not_yours': '这不是您家的兑换',
  'redemption.not_reserved': '这份兑换已经不能出示了',
  'redemption.held_too_long': '时间过了，积分已经退回，可以重新换',
  'redemption.code_unknown': '没有这个码，请对照顾客手机再输一遍',
  'redemption.code_unclear': '这个码眼下不唯一，请顾客扫二维码，或等一下换新码',
  'redemption.code_expired': '码过期了（一分钟换一次），请顾客出示现在的码',
  'redemption.used': '这份兑换已经用过了：{at}，{place}',
  'redemption.returned': '这份兑换已经取消，积分退给顾客了',
  'redemption.wrong_shop': '这是“{place}”的优惠，不是本店的',
  'redemption.other_street': '这个码不是本街道的',
  'redemption.too_many_guesses': '输错太多次了，请等一分钟再试，或扫二维码',
  'redemption.voucher_bad': '这张离线券验不过，请顾客联网后出示核销码',
  'redemption.voucher_over': '这张离线券过了有效期，积分已经退给顾客',
  'redemption.undo_late': '能撤销的时间过了。有问题请在对账时提出',
  'redemption.not_captured': '这一笔没有核销，不用撤销',
  'redemption.rate_later': '用过以后才能评价',
  'redemption.rated_already': '这一次您已经评过了',
  'merchant.none': '您的账号还没有绑定商户，请找街道活动负责人办理',
  'merchant.suspended': '本店暂停参加兑换，请找街道活动负责人',
  'merchant.not_owner': '只有店主能办这件事',
  'merchant.owner_stays': '店主自己不能移除，请找街道活动负责人',
  'merchant.joined_already': '这家商户已经参加了',
  'merchant.not_a_merchant': '只有登记为商户或企业、正在营业的单位能参加',
  'merchant.outside_your_area': '这家商户不在您负责的范围内',
  'offer.dates': '结束日期要在开始日期之后',
  'offer.stock_below': '已经换出{taken}份，总数不能比它少',
  'offer.voucher_points': '离线券最多{max}积分，请降低积分或只做联网核销',
  'redemption_limits.street_only': '兑换规则全街道一样，请街道有审批权限的科长来改',
  'redemption_limits.past': '规则不能从过去的日子起算，请选今天或以后',
  'settlement.month_running': '这个月还没结束，{day}起可以结算',
  'settlement.totals_differ': '对账单与积分账不一致，已停止结算，请联系系统管理员',
  'settlement.same_person': '发起结算的人不能复核，请换一位',
  'settlement.not_confirmed': '商户还没有确认，过了确认期限才能直接复核',
  'settlement.appeal_open': '商户有异议，请先答复',
  'settlement.not_appealed': '这份对账单没有异议',
  'settlement.not_open': '这份对账单已经确认过了',
  'settlement.not_signed': '还没有复核，不能登记付款',
  'settlement.closed': '这份对账单已经付款了',
  'settlement.signed_already': '这份对账单已经复核过了',
} as const;

export const redemptionEvents = {
  'merchant.joined': '登记了参加兑换的商户',
  'merchant.changed': '修改了商户的兑换协议',
  'merchant.score_entered': '登记了商户评分事项',
  'merchant.scored': '公布了商户月度评分',
  'merchant.staff_added': '添加了店员',
  'merchant.staff_removed': '移除了店员',
  'offer.published': '发布了优惠',
  'offer.changed': '修改了优惠',
  'redemption.reserved': '选了一份优惠',
  'redemption.captured': '核销了一份优惠',
  'redemption.undone': '撤销了核销',
  'redemption.cancelled': '取消了兑换',
  'redemption.lapsed': '兑换超时，积分退回',
  'redemption.honoured': '商户兑现了优惠',
  'redemption.rated': '评价了商户',
  'redemption.limits_changed': '修改了兑换规则',
  'settlement.opened': '发起了商户结算',
  'settlement.confirmed': '商户确认了对账单',
  'settlement.appealed': '商户对对账单提出异议',
  'settlement.answered': '答复了商户的异议',
  'settlement.signed': '复核了商户结算',
  'settlement.closed': '登记了商户付款',
} as const;
