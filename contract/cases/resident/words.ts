import type { PlainAct } from './codes.ts';

/** What the requester reads; the unit stands before it. */
export const plainActLabels: Record<PlainAct, string> = {
  reported: '收到您反映的事',
  followed: '又有一位邻居反映同一件事',
  added: '补充了情况',
  urged: '催了一次',
  taken_up: '受理了，正在安排人办',
  sent: '接到这件事',
  accepted: '签收了',
  contacted: '联系了诉求人',
  tried: '打过电话，没有接通',
  arrived: '到了现场',
  progress: '说',
  suspended: '要分步解决，先列入计划',
  resumed: '继续办理',
  extended: '期限延后',
  supervised: '上级督促了一次',
  handed_in: '办完了，正在审核',
  answered: '给出了答复',
  asked: '请您评价',
  again: '按您的意见重新办理',
  closed: '办结',
  reopened: '重新办理',
  joined: '和同一件事一起办',
  not_taken_up: '没有受理，原因见答复',
  withdrawn: '撤回了',
  transferred: '转给有管理权的单位',
};

/** The message that asks for a rating; the link alone tells nothing of the matter. */
export const ratingMessage = (street: string, number: string, link: string): string =>
  `【${street}】您反映的事（${number}）办完了，解决了没有，请您说一句：${link} 7天内有效，只能答一次，办的人看不到这个链接。`;

/** Shown in the timeline of the office instead of a name. */
export const requesterWord = '诉求人';

export const residentProblems = {
  'case.urged_today': '24小时内已经催过一次。现在到哪一步，页面上都写着。',
  'case.not_under_way': '这件事现在不用催，请看办理经过。',
  'case.nothing_added': '请写一句话，或加一张照片。',
  'case.not_awaiting': '这件事现在不需要评价。',
  'case.rated_before': '您已经评价过这一次的办理了。',
  'case.not_ended': '这件事还在办。有新情况请用“补充情况”。',
  'case.not_followable': '这件事不能跟着看，请单独报一件。',
  'case.enterprise_only': '企业诉求由企业联系人提交。请社区给您开通企业联系人。',
  'case.rating_unknown': '这个评价链接不对，请看短信里的完整链接。',
  'case.rating_used': '这个链接已经用过，一个链接只能答一次。',
  'case.rating_expired': '这个链接已经过期。可以用编号查进度，或打12345。',
  'case.rating_in_chain': '您办理过这件事，评价要由诉求人自己来。这次打开已记录。',
} as const;
