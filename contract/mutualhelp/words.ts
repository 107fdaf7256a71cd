import type {
  AskStatus,
  Beneficiary,
  Company,
  HelpKind,
  Nearness,
  NeedStatus,
  OfferTime,
  PledgeState,
  ReportReason,
  Safeguard,
} from './codes.ts';

export const nearnessLabels: Record<Nearness, string> = {
  building: '同楼',
  estate: '同小区',
  community: '同社区',
};

export const helpKindLabels: Record<HelpKind, string> = {
  medicine: '取药',
  clinic: '陪诊',
  shopping: '代买',
  carry: '搬东西',
  fetch_child: '接孩子',
  repair: '修小东西',
  company: '说说话',
  borrow: '借用',
  teach: '教一教',
  phone: '教手机',
};

export const beneficiaryLabels: Record<Beneficiary, string> = {
  self: '我自己',
  elder: '家里老人',
  child: '孩子',
  other: '其他家人',
};

export const safeguardLabels: Record<Safeguard, string> = {
  elder: '70岁以上老人',
  child: '有孩子',
  indoors: '要进家门',
  night: '晚10点到早6点',
};

export const companyLabels: Record<Company, string> = {
  one: '一位邻居',
  two_helpers: '两位邻居一起来',
  community_told: '一位邻居，社区知道',
};

/** In one line of a sentence. */
export const companyChoice = (companies: readonly Company[]): string =>
  companies.map((one) => companyLabels[one]).join('；或者');

export const askStatusLabels: Record<AskStatus, string> = {
  open: '等人帮',
  matched: '已约好',
  done: '已道谢',
  cancelled: '不需要了',
  lapsed: '过期了',
  hidden: '社区已撤下',
};

export const pledgeStateLabels: Record<PledgeState, string> = {
  offered: '愿意帮',
  agreed: '约好了',
  withdrawn: '来不了',
  passed: '已有人帮',
  thanked: '谢过了',
  missed: '没有来',
};

export const offerTimeLabels: Record<OfferTime, string> = {
  weekday_day: '平日白天',
  weekday_evening: '平日晚上',
  weekend_day: '周末白天',
  weekend_evening: '周末晚上',
};

export const needStatusLabels: Record<NeedStatus, string> = {
  open: '等队伍接',
  claimed: '有队伍接了',
  done: '办好了',
  withdrawn: '撤回了',
};

export const reportReasonLabels: Record<ReportReason, string> = {
  money: '要钱或推销',
  rude: '说话不尊重人',
  danger: '可能有危险',
  false: '不是真的',
  other: '其他',
};

/** Mutual help is no trade, and nobody needs papers or codes for it. */
export const blockedWords = {
  money: [
    '转账',
    '汇款',
    '红包',
    '借钱',
    '还钱',
    '付款',
    '付钱',
    '收费',
    '给钱',
    '现金',
    '工资',
    '报酬',
    '酬金',
    '酬谢费',
    '辛苦费',
    '跑腿费',
    '押金',
    '贷款',
    '理财',
    '投资',
    '刷单',
    '返利',
    '银行卡',
    '信用卡',
    '支付宝',
    '微信支付',
    '收款码',
    '付款码',
    '块钱',
    '元钱',
  ],
  identity: ['身份证', '验证码', '密码', '户口本', '社保卡号', '银行账号', '卡号', '护照'],
} as const;

/** 5元, 二十块: a price; 一块儿 and 两块木板 are none. */
export const pricePattern = /[0-9０-９十百千万]\s*(?:元(?![宵旦])|块(?![儿木板布砖玻肉])|￥)/;

export const helpProblems = {
  'help.not_registered': '您还没有登记在这个街道的居民名册里，请联系社区登记后再用邻里互助。',
  'help.other_community': '这是别的社区的互助，您帮不上这一件。',
  'help.outside_your_area': '这件互助不在您负责的地方。',
  'help.minor': '未满18岁不能求助或应助，请家里大人来。',
  'help.age_unknown': '名册里没有您的出生日期，这件事要请成年邻居来。请联系社区补上。',
  'help.own_ask': '这是您自己的求助。',
  'help.money_words': '邻里互助不谈钱。请去掉“{word}”再发。',
  'help.identity_words': '不要写证件、密码或验证码。请去掉“{word}”再发。',
  'help.number_words': '不要写电话或长串号码。约好后，双方能看到电话。',
  'help.time_past': '开始时间已经过了，请改一个时间。',
  'help.time_order': '结束要晚于开始，前后最多 {hours} 小时。',
  'help.time_far': '只能约 {days} 天以内的事。',
  'help.too_many': '您已有 {max} 件求助在等，请先处理好再发。',
  'help.company_needed': '这件事要更稳妥：{companies}。',
  'help.points_short': '您账上可用 {available} 分，不够感谢 {wanted} 分。可以少给或不给。',
  'help.agreement_needed': '这件事要先签《邻里互助约定》。',
  'help.not_open': '这件事已有人帮，或已经不需要了。',
  'help.already_pledged': '您已经说过愿意帮了。',
  'help.not_pledged': '您没有应下这件事。',
  'help.pledge_gone': '这位邻居来不了了，请换一位。',
  'help.not_asker': '只有求助的人能这样做。',
  'help.not_party': '只有约好的双方能看到电话和门牌。',
  'help.not_matched': '还没有约好人。',
  'help.nobody_came': '没有人来，请选“不需要了”，分会退回。',
  'help.settled': '这件事已经结束了。',
  'help.reported_already': '您已经告诉过社区了，社区会看。',
  'help.no_reports': '没有等着处理的举报。',
  'team.outside_your_area': '这支队伍不在您的社区。',
  'team.name_taken': '社区里已经有一支叫这个名字的队伍，请换一个。',
  'team.closed': '这支队伍已经解散了。',
  'team.member_already': '您已经在队里了。',
  'team.not_member': '您还不在这支队里。',
  'team.leader_stays': '您是队长。要离开请先解散队伍，或请社区帮忙。',
  'team.not_leader': '只有队长能这样做。',
  'team.no_mentor': '没有等您答复的带教邀请。',
  'team.has_mentor': '这位队友已经有人带了。',
  'team.not_self': '不能自己带自己。',
  'need.outside_your_area': '这个需求不在您的社区。',
  'need.not_open': '这个需求已有队伍接下，或已经结束。',
  'need.not_claimed': '还没有队伍接下。',
  'need.time_order': '结束要晚于开始。',
} as const;

export const helpEvents = {
  'help.asked': '发了邻里求助',
  'help.pledged': '说愿意帮邻居',
  'help.withdrawn': '来不了，收回应助',
  'help.agreed': '和邻居约好',
  'help.contact_shown': '看了对方的电话和门牌',
  'help.given': '帮了邻居',
  'help.missed': '约好没有来',
  'help.cancelled': '求助不需要了',
  'help.lapsed': '求助过期',
  'help.reported': '举报了一件求助',
  'help.hidden': '撤下了一件求助',
  'help.reports_closed': '看过举报，求助保留',
  'help.offered': '写了能帮什么',
  'help.agreement_signed': '签了邻里互助约定',
  'help_team.founded': '成立志愿队伍',
  'help_team.joined': '加入志愿队伍',
  'help_team.left': '离开志愿队伍',
  'help_team.closed': '解散志愿队伍',
  'help_team.mentor_invited': '邀请带新队友',
  'help_team.mentor_answered': '答复带教邀请',
  'help_need.posted': '发布志愿需求',
  'help_need.claimed': '队伍接下志愿需求',
  'help_need.given_back': '队伍退回志愿需求',
  'help_need.finished': '志愿需求办完',
  'help_need.withdrawn': '撤回志愿需求',
} as const;
