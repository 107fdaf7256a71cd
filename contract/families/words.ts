import type { MemberPart } from './codes.ts';

export const memberPartWords: Record<MemberPart, string> = { adult: '成人', child: '孩子' };

/** The plain nickname of a family whose own was not fit to be seen. */
export const plainNickname = (number: string): string => `志愿家庭${number}`;

export const familiesProblems = {
  'family.none': '您还没有志愿家庭，请先建立一个。',
  'family.in_one_already': '已经在一个志愿家庭里了。一个人只能在一个家庭，请先退出原来的家庭。',
  'family.minor': '未满 18 周岁不能建立家庭，请家长来建。',
  'family.not_your_child': '只能带自己监护的孩子。请先在“我的信息”里登记孩子。',
  'family.full': '一个家庭最多 {max} 人。',
  'family.adults_full': '一个家庭最多 {max} 位成人。',
  'family.nickname_unfit': '昵称请用 2 到 12 个字，不要写电话、门牌号这类数字。',
  'family.code_unknown': '邀请码不对、已用过或已过期，请家人重新发一个。',
  'family.not_you': '只能操作自己或自己监护的孩子。',
  'family.not_a_member': '这位不在您的家庭里。',
  'family.outside_your_area': '这个家庭不在您的管理范围内。',
} as const;

export const familiesEvents = {
  'family.founded': '建立了志愿家庭',
  'family.changed': '修改了志愿家庭资料',
  'family.invited': '发出了家庭邀请码',
  'family.member_joined': '加入了志愿家庭',
  'family.member_left': '退出了志愿家庭',
  'family.nickname_reset': '更换了不合适的家庭昵称',
} as const;
