import type { Credit, Direction, HourSource, Mark, RequestKind, RequestState } from './kinds.ts';

export const directionWords: Record<Direction, string> = { in: '签到', out: '签退' };

export const markWords: Record<Mark, string> = { ok: '已记', late: '补传', review: '待核对' };

export const hourSourceWords: Record<HourSource, string> = {
  mutual: '双方扫码',
  self: '自己扫码',
  staff: '工作人员代签',
  backfill: '补录',
};

export const creditWords: Record<Credit, string> = { volunteer: '志愿服务', participant: '家庭参与' };

export const requestKindWords: Record<RequestKind, string> = { backfill: '补录', correction: '更正' };
export const requestStateWords: Record<RequestState, string> = {
  asked: '本人申请，等工作人员核对',
  waiting: '等第二人确认',
  confirmed: '已确认',
  declined: '未通过',
};

/** Who proves hours of an activity without an organisation of its own. */
export const streetOffice = (street: string) => (street.endsWith('街道') ? `${street}办事处` : street);

/** What an objection is about, in one line. */
export const noticeWords = {
  check: (from: string, to: string) => `${from} 至 ${to} 的时长抽查`,
  certificate: (name: string, organisation: string, number: string) =>
    `${name} · ${organisation} · 证明号尾号 ${number}`,
} as const;

export const attendanceProblems = {
  'attendance.code_expired': '这个码已经换过了，请对着现场屏幕再扫一次',
  'attendance.code_future': '这个码的时间不对，请现场工作人员看一下屏幕的时间',
  'attendance.bad_signature': '这不是这场活动的签到码，请扫现场屏幕上的码',
  'attendance.wrong_occurrence': '这个码是另一场活动的，请扫这场活动的码',
  'attendance.unreadable_code': '没有认出这个码，请对准现场屏幕再扫，或者输入屏幕上的数字',
  'attendance.wrong_digits': '数字不对或者已经换过了，请看着屏幕再输一次',
  'attendance.member_bad': '这个码验不过，请对方联网后打开“我的签到码”再扫，或按姓名签',
  'attendance.member_old': '这个码已经换过了，截图不算数，请对方打开“我的签到码”现在出示',
  'attendance.member_ahead': '对方手机的时间快了，请对方打开“自动设置时间”并联网后再出示，或按姓名签',
  'attendance.member_digits': '数字不对或者已经换过了，请看着对方的手机再输一次',
  'attendance.member_unread': '没有认出这个码，请对方打开“我的签到码”再扫，或按姓名签',
  'attendance.ticket_over': '这张离线码已过期，请对方联网后再出示，或按姓名签',
  'attendance.too_many_tries': '输错的次数太多，请过一小时再试，或请工作人员代签',
  'attendance.duplicate_scan': '{name}已经{direction}过了，不用再签',
  'attendance.outside_window': '现在不在签到时间里：开始前1小时到结束后1小时可以签',
  'attendance.device_limit': '这部手机已经为这场活动签了很多人，请其他人用自己的手机，或请工作人员代签',
  'attendance.needs_review': '时间对不上，先记下了，等工作人员核对',
  'attendance.too_late': '扫码已过24小时，不能再上传，请现场工作人员补录',
  'attendance.not_signed_up': '{name}还没有报名这场活动，请先报名',
  'attendance.not_yours': '只能为自己和家里人签到，其他人请用自己的手机',
  'attendance.no_sign_in': '{name}还没有签到，请先签到',
  'attendance.open_elsewhere': '{name}在“{title}”还没有签退，请先签退',
  'attendance.overlap': '这段时间{name}已经有另一场活动的时长，不能重复记',
  'attendance.key_holder': '您在现场值守，请另一位工作人员扫您的码',
  'attendance.on_duty': '{name}是这场活动的工作人员，值守不记时长',
  'attendance.takes_part': '您报名参加了这场活动，请别的工作人员来值守',
  'attendance.own_record': '不能为自己或家里人办理，请另一位工作人员来办',
  'attendance.second_person': '要由另一个人来确认，不能自己确认自己提交的',
  'attendance.not_waiting': '这一条已经有人处理过了',
  'attendance.not_known': '没有找到这个人：姓名和手机号后四位要与报名时一致',
  'attendance.session_unknown': '没有找到这场活动',
  'attendance.venue_closed': '这场活动的签到已经结束，请走补录',
  'attendance.outside_your_area': '这场活动不在您负责的范围内，请找主办的社区',
  'attendance.times_outside': '时间要在这场活动之内',
  'attendance.day_cap': '{name}这一天已记满{hours}小时，不能再加',
  'attendance.corrected_already': '这一条已经更正过了，请在新的一条上修改',
  'attendance.asked_already': '这一条已经有人提交更正，等另一位确认',
  'attendance.same_minutes': '时长没有变化，不用更正',
  'attendance.needs_approval': '更正要有审批权限的人确认，请交给社区书记或科长',
  'hours_rules.street_only': '时长规则全街道一样，请街道有审批权限的科长来改',
  'hours_rules.past': '规则不能从过去的日子起算，请选今天或以后',
  'attendance.not_asked': '这一条已经有人受理了',
  'attendance.code_revoked': '这个码已挂失作废，请对方用现在的手机出码，或按姓名签',
  'attendance.key_revoked': '这部手机的签到码已挂失。如果手机找回来了，请先退出登录，再用验证码登录',
  'honour.no_star': '还没有星级，满一星后可以上榜',
  'honour.staff': '工作人员不上榜',
  'honour.unfit': '昵称用2到12个字，不要用真名、电话和门牌',
  'honour.taken': '这个昵称已经有人用了，请换一个',
  'notice.residents_only': '登记为居民后才能提异议，请找社区登记',
  'notice.own': '这是您自己或家里人的，有误请在“我的时长”里申请更正',
  'notice.over': '公示满30天了，有误请直接找社区',
  'notice.objected': '您已经提过异议了，等街道答复',
  'notice.same_person': '提异议、公布和有关的人不能答复，请换一位',
  'notice.span': '结束日期不能早于开始日期，也不能晚于今天',
  'notice.nothing_drawn': '这段时间没有记录，没有可公布的',
  'notice.not_drawn': '有一条不在这次抽出的名单里，请重新抽取',
  'certificate.nothing': '这段时间里没有这个单位记录的志愿时长',
  'certificate.unknown': '没有查到这个证明码，请对照证明再输一次；查不到的证明不要采信',
} as const;

export const attendanceEvents = {
  'venue.opened': '打开了现场签到',
  'venue.closed': '关闭了现场签到',
  'attendance.scanned': '记录了签到签退',
  'attendance.reviewed': '核对了签到',
  'attendance.member_key_given': '生成了个人签到码',
  'hours.recorded': '记录了服务时长',
  'hours.corrected': '更正了服务时长',
  'hours.requested': '提交了补录或更正',
  'hours.request_decided': '处理了补录或更正',
  'hours.correction_asked': '本人申请更正时长',
  'hours.request_taken_up': '受理了时长更正申请',
  'honour.joined': '登上了星级榜',
  'honour.left': '退出了星级榜',
  'attendance.member_key_revoked': '挂失了签到码',
  'hours.rules_changed': '修改了时长上限和星级',
  'certificate.issued': '开具了服务证明',
  'hours.checked': '公布了时长抽查结果',
  'hours.objected': '对公示的时长提出异议',
  'hours.objection_decided': '答复了时长公示的异议',
} as const;
