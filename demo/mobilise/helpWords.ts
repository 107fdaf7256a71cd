// What neighbours of the demo ask each other for. No money, no numbers, nobody's papers.
import type { Beneficiary, Company, HelpKind } from '#contract/mutualhelp/codes.ts';

export interface Asking {
  kind: HelpKind;
  text: string;
  forWhom: Beneficiary;
  indoors: boolean;
  company: Company;
  /** Minutes after midnight of the day it is for, and how long. */
  begins: number;
  minutes: number;
}

type Line = readonly [
  kind: HelpKind,
  forWhom: Beneficiary,
  company: Company,
  indoors: boolean,
  begins: number,
  minutes: number,
  text: string,
];

// biome-ignore format: a table is read by its columns.
const lines: readonly Line[] = [
  ['medicine',    'elder', 'community_told', false,  9.5 * 60,  60, '老母亲的降压药在社区医院开好了，白天走不开，请邻居帮着取一趟。'],
  ['clinic',      'elder', 'two_helpers',    false,  8.5 * 60, 150, '陪老人去社区医院复查，要扶着上下台阶。'],
  ['shopping',    'self',  'one',            false, 17.5 * 60,  60, '脚崴了下不了楼，请顺路带一袋米和一把青菜。'],
  ['carry',       'self',  'community_told', true,  10   * 60,  60, '旧沙发要搬到楼下，差一个人搭把手。'],
  ['repair',      'elder', 'community_told', true,  15   * 60,  60, '老人家厨房的灯不亮了，请会弄的邻居看一看。'],
  ['company',     'elder', 'community_told', true,  14.5 * 60,  90, '老人一个人在家闷得慌，想找人下两盘棋。'],
  ['borrow',      'self',  'one',            false, 18.5 * 60,  30, '借一把冲击钻，打两个孔，当晚就还。'],
  ['teach',       'other', 'one',            false, 19   * 60,  60, '孩子爸想学包粽子，端午前请会的邻居教一教。'],
  ['phone',       'elder', 'community_told', false, 10   * 60,  60, '老人想学视频通话，好跟外地的孙女说话。'],
  ['fetch_child', 'child', 'two_helpers',    false, 16.5 * 60,  60, '临时加班，请两位邻居一起接孩子放学，送到楼门口就行。'],
  ['borrow',      'self',  'one',            false, 10   * 60,  60, '周末来客人，借六把折叠椅，吃完饭送回。'],
  ['shopping',    'elder', 'community_told', false,  8   * 60,  60, '下雪路滑，老人不敢出门，请帮着买点早点。'],
];

export const askings: readonly Asking[] = lines.map(
  ([kind, forWhom, company, indoors, begins, minutes, text]) => ({
    kind,
    text,
    forWhom,
    indoors,
    company,
    begins,
    minutes,
  }),
);

export const thanks = [
  '太谢谢了，帮了大忙。',
  '谢谢，老人高兴了一下午。',
  '麻烦您跑一趟，改天到家里坐。',
  '多亏有您这样的邻居。',
  '谢谢，下回有事您说一声。',
] as const;
