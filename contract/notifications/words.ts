import type {
  DeliveryStatus,
  MutableKind,
  Notice,
  NotificationKind,
  TextChannel,
  TextTemplate,
} from './codes.ts';

export const notificationKindLabels: Record<NotificationKind, string> = {
  task: '待办',
  deadline: '期限',
  alarm: '紧急',
  decision: '结果',
  progress: '进展',
  answer: '答复',
  help: '互助',
  call: '动员令',
  activity: '活动',
};

export const mutableKindLabels: Record<MutableKind, string> = {
  decision: '审核与延期的结果',
  progress: '诉求每走一步告诉我',
  answer: '诉求和异议有了答复告诉我',
  help: '邻里互助有消息告诉我',
  activity: '活动有空位、抽签结果和取消告诉我',
};

export const textChannelLabels: Record<TextChannel, string> = {
  sms: '短信',
  wechat: '微信服务号',
  outbox: '演示（不外发）',
};

export const deliveryStatusLabels: Record<DeliveryStatus, string> = {
  queued: '等待发送',
  sending: '发送中',
  sent: '已发出',
  failed: '没有发出',
};

/** What the inbox says: what is asked, and the line below it. */
export const noticeWords: Record<Notice, { title: string; line: string }> = {
  to_intake: { title: '有一件新诉求，请受理', line: '{subject}' },
  to_verify: { title: '请到现场核实', line: '{subject}' },
  to_dispatch: { title: '已立案，请派遣', line: '{subject}' },
  orders_opened: { title: '导入了{count}件热线工单，请派遣', line: '都在派单台，按期限排好了' },
  to_accept: { title: '派给您单位一件事，请签收', line: '{subject}，{due}前办结' },
  to_assist: { title: '请您单位协办一件事', line: '{subject}，主办是{unit}' },
  to_review: { title: '有一份结果，请审核签字', line: '{subject}，{due}前办结' },
  to_confirm: { title: '已办结，请回访', line: '{subject}' },
  critical: { title: '紧急情况，请马上处置', line: '{subject}' },
  returned: { title: '单位退回一件事，请重新派遣', line: '{subject}' },
  to_arbitrate: { title: '单位退回一件事，请您裁定由谁办', line: '{subject}' },
  sent_back: { title: '审核退回，请补办', line: '{subject}，{due}前办结' },
  rework: { title: '回访未通过，请继续办理', line: '{subject}，{due}前办结' },
  resumed: { title: '挂账到期，请恢复办理', line: '{subject}，{due}前办结' },
  reopened_work: { title: '已结案的事重新办理，请派遣', line: '{subject}' },
  supervised: { title: '督查室督办，请抓紧办理', line: '{subject}，{due}前办结' },
  deadline_near: { title: '{timers}快到了', line: '{subject}，最近的一项{soonest}到期' },
  deadline_passed: { title: '{timers}已经超过', line: '{subject}，{soonest}到期' },
  extension_asked: { title: '有一个延期申请，请决定', line: '{subject}' },
  extension_granted: { title: '同意延期', line: '{subject}，新的期限是{due}' },
  extension_denied: { title: '不同意延期，请按原期限办理', line: '{subject}，{due}前办结' },
  approved: { title: '您办的事审核通过', line: '{subject}' },
  co_reported: { title: '协办单位回报了', line: '{subject}' },
  hung: { title: '这件事转入挂账', line: '{subject}' },
  withdrawn: { title: '诉求人撤回了这件事', line: '{subject}' },
  recounted: { title: '放假安排变了，期限已重新计算', line: '{subject}，{due}前办结' },
  received: { title: '您反映的事我们收到了', line: '{subject}（编号{number}）' },
  not_taken_up: { title: '您反映的事未能受理，请看说明', line: '{subject}（编号{number}）' },
  dispatched: { title: '您反映的事交给{unit}办理', line: '{subject}（编号{number}），{due}前答复您' },
  taken_on: { title: '网格员正在处理您反映的事', line: '{subject}（编号{number}）' },
  merged: { title: '您反映的事和邻居的合在一起办', line: '{subject}（编号{number}），结果一样会告诉您' },
  suspended: { title: '您反映的事要多等些日子', line: '{subject}（编号{number}），原因请看详情' },
  going_on: { title: '您反映的事继续办理', line: '{subject}（编号{number}），{due}前答复您' },
  extended: { title: '您反映的事需要延期', line: '{subject}（编号{number}），{due}前答复您' },
  answered: { title: '您反映的事有了答复，请您评价', line: '{subject}（编号{number}）' },
  closed: { title: '您反映的事已经办结', line: '{subject}（编号{number}）' },
  transferred: { title: '您反映的事已转给上级部门', line: '{subject}（编号{number}）' },
  reopened: { title: '您反映的事重新办理', line: '{subject}（编号{number}），办好再告诉您' },
  help_wanted: { title: '邻居要人帮忙：{subject}', line: '{due}，您写过能帮' },
  help_pledged: { title: '有邻居愿意帮您', line: '{subject}，{due}。请定下谁来' },
  help_withdrawn: { title: '有位邻居来不了了', line: '{subject}，{due}。正在等别的邻居' },
  help_agreed: { title: '和邻居约好了', line: '{subject}，{due}。点开看电话和门牌' },
  help_over: { title: '这次不用去了', line: '{subject}，{due}' },
  help_hidden: { title: '社区撤下了一件求助', line: '{subject}，{due}。点开看原因' },
  help_thanked: { title: '邻居谢谢您', line: '{subject}' },
  help_told: { title: '居民互助，请知道', line: '{subject}，{due}，已约好' },
  help_reported: { title: '有人举报一件求助，请看', line: '{subject}' },
  call_issued: { title: '{subject}', line: '{due}集合。能来请点“我能来”' },
  call_stood_down: { title: '{subject}：不用来了', line: '动员令已解除' },
  call_thanked: { title: '{subject}：谢谢您', line: '来了 {count} 人。点开看结果' },
  place_offered: { title: '有空位了：{subject}', line: '请在 {due} 前确认，过时让给下一位' },
  place_drawn: { title: '抽中了：{subject}', line: '{due} 开始，来不了请早点取消' },
  place_not_drawn: { title: '没抽中：{subject}', line: '已排进候补，有空位再告诉您' },
  objection_upheld: { title: '您提的异议成立', line: '{subject}' },
  objection_dismissed: { title: '您提的异议有了答复', line: '{subject}' },
  activity_cancelled: { title: '取消了：{subject}', line: '原定 {due}，点开看原因' },
};

/** Texts out of the house. Nothing of the case itself: a phone may lie on any table. */
export const textWords: Record<TextTemplate, string> = {
  case_received: '【{street}】您反映的事已收到，编号{number}。凭编号和手机尾号可查进展。{link}',
  case_not_taken_up: '【{street}】您反映的事（编号{number}）未能受理，说明请看{link}',
  case_dispatched: '【{street}】您反映的事（编号{number}）已交{unit}办理，{due}前答复您。{link}',
  case_extended: '【{street}】您反映的事（编号{number}）需要延期，新的答复日期是{due}。{link}',
  case_suspended: '【{street}】您反映的事（编号{number}）暂时不能办结，我们会继续跟进。{link}',
  case_answered: '【{street}】您反映的事（编号{number}）有了答复，请您看一看并评价。{link}',
  case_reopened: '【{street}】您反映的事（编号{number}）已重新办理，办好再告诉您。{link}',
  case_critical: '【{street}】紧急诉求{number}等待处置，请马上登录平台。',
};

/** Where a date or a unit is not known yet. */
export const unknownWords = { due: '尽快', unit: '有关单位', soonest: '' } as const;

export const notificationsProblems = {
  'notification.not_yours': '没有找到这条消息。',
  'notification.wechat_off': '本街道还没有开通微信服务号。',
  'notification.wechat_refused': '微信没有确认您的身份，请从微信里重新打开。',
} as const;

export const notificationsEvents = {
  'notification.preferences_set': '改了消息提醒的设置',
  'notification.wechat_bound': '绑定了微信服务号',
  'notification.wechat_unbound': '解除了微信服务号的绑定',
} as const;

/** `11月28日 10:00`, or the day alone. */
export const spokenDateWords = (month: number, date: number, clock: string): string =>
  clock ? `${month}月${date}日 ${clock}` : `${month}月${date}日`;
