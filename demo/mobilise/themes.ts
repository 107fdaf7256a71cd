// What families do with their neighbours in the demo: titles, hours and ages of activities, by their programme.
import type { Category } from '#contract/activities/codes.ts';

export interface ActivityTheme {
  title: string;
  body: string;
  category: Category;
  /** Name of the programme it belongs to; none where the street has no such programme. */
  programme: string;
  place: string;
  places: number;
  ageMin: number | null;
  ageMax: number | null;
  accompaniedBelow: number | null;
  isFor: 'volunteers' | 'participants';
  /** 0 is Sunday. */
  weekday: number;
  /** Minutes after midnight, and how long. */
  begins: number;
  minutes: number;
}

type Line = readonly [
  title: string,
  programme: string,
  category: Category,
  place: string,
  places: number,
  ages: readonly [min: number | null, max: number | null, accompanied: number | null],
  isFor: ActivityTheme['isFor'],
  weekday: number,
  begins: string,
  minutes: number,
  body: string,
];

// biome-ignore format: a table is read by its columns.
const lines: readonly Line[] = [
  ['等灯等灯 · 万达路口', '等灯等灯', 'civility', '万达路口西北角', 40, [4, null, 12], 'volunteers', 6, '09:00', 90, '和交通志愿者一起站路口，举牌提醒行人等灯。请穿运动鞋，现场发马甲和小旗。'],
  ['家园守望者 · 楼院巡查', '文明北苑人·家园守望者', 'civility', '社区服务站门口集合', 24, [6, null, 12], 'volunteers', 6, '15:00', 90, '两人一组走一遍楼院：看看楼道有没有堆物、灯亮不亮、井盖稳不稳，拍下来交给网格员。'],
  ['宝贝计划 · 小小图书员', '宝贝计划', 'culture', '社区图书角', 16, [6, 14, 8], 'volunteers', 0, '10:00', 120, '给还回来的书分类、贴标签、上架，带弟弟妹妹读一本绘本。'],
  ['宝贝计划 · 垃圾分类小课堂', '宝贝计划', 'environment', '社区活动室', 30, [4, 10, 8], 'participants', 3, '16:30', 60, '认识四个桶，玩一局分类投篮，给自家做一张分类表。'],
  ['遛弯儿计划 · 护河捡拾', '遛弯儿计划', 'environment', '河边步道东口', 30, [6, null, 12], 'volunteers', 0, '08:30', 90, '沿步道走两公里，边走边捡。手套、夹子、垃圾袋现场领。'],
  ['社区留学生 · 英语角', '社区留学生', 'culture', '社区活动室', 20, [8, null, 10], 'participants', 5, '19:00', 60, '外国邻居和孩子们聊家乡的节日，翻译志愿者在场。'],
  ['邻里义剪', '文明北苑人·家园守望者', 'care', '社区服务站', 12, [16, null, null], 'volunteers', 4, '14:00', 120, '给行动不便的老人理发，志愿者负责接送、登记和打扫。'],
  ['科普 · 家里的急救包', '宝贝计划', 'health', '市民活动中心二层', 40, [6, null, 10], 'participants', 6, '10:00', 90, '急救老师教止血、海姆立克和拨打 120，孩子和家长一起练。'],
  ['小菜园换土', '遛弯儿计划', 'labour', '小区东侧共享菜园', 18, [5, null, 10], 'volunteers', 6, '14:00', 120, '翻土、施肥、种下一季的菜，收成分给楼里的老人。'],
  ['楼门运动会', '宝贝计划', 'sport', '小区中心广场', 60, [4, null, 8], 'participants', 0, '15:00', 120, '跳绳、踢毽、拔河，以楼门为队，老少都能上场。'],
  ['小实验 · 水从哪里来', '宝贝计划', 'science', '市民活动中心一层', 24, [5, 12, 7], 'participants', 6, '14:30', 75, '自己做一个净水瓶，看浑水怎么变清。'],
  ['给独居老人送饭', '文明北苑人·家园守望者', 'care', '社区食堂门口', 14, [10, null, 14], 'volunteers', 2, '11:00', 60, '从社区食堂取餐送到家里，陪老人说说话，看看家里水电气。'],
];

/** Told day by day from today on; the weekday does not matter. */
// biome-ignore format: a table is read by its columns.
const soonLines: readonly Line[] = [
  ['晚饭后遛弯儿', '遛弯儿计划', 'health', '社区南门集合', 30, [null, null, 12], 'volunteers', 0, '18:30', 60, '边走边看，路灯、井盖、堆物，看到就拍下来。'],
  ['银龄手机课', '', 'culture', '社区活动室', 20, [18, null, null], 'participants', 0, '14:30', 90, '学会视频通话、挂号和防骗。带上自己的手机，一对一教。'],
  ['楼门口换书', '宝贝计划', 'culture', '小区中心广场', 40, [4, null, 10], 'participants', 0, '16:30', 60, '一本换一本，孩子自己摆摊。'],
  ['食堂帮厨', '文明北苑人·家园守望者', 'care', '社区食堂', 10, [14, null, null], 'volunteers', 0, '09:30', 120, '洗菜、包饺子、给腿脚不便的老人留一份。'],
];

const themeOf = ([
  title,
  programme,
  category,
  place,
  places,
  [ageMin, ageMax, accompaniedBelow],
  isFor,
  weekday,
  begins,
  minutes,
  body,
]: Line): ActivityTheme => ({
  title,
  body,
  category,
  programme,
  place,
  places,
  ageMin,
  ageMax,
  accompaniedBelow,
  isFor,
  weekday,
  begins: Number(begins.slice(0, 2)) * 60 + Number(begins.slice(3)),
  minutes,
});

export const activityThemes: readonly ActivityTheme[] = lines.map(themeOf);
export const soonThemes: readonly ActivityTheme[] = soonLines.map(themeOf);

export const themeCalled = (title: string): ActivityTheme | undefined =>
  activityThemes.find((theme) => theme.title === title);
