// Invented names of the right generation. Names of people in published reports about the street are refused.

import type { Random } from './random.ts';
import { isRealName } from './realNames.ts';

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const compoundSurnames = ['欧阳', '上官', '司徒', '诸葛'];

// Beijing's most frequent surnames lead the list above; this decides how much more frequent they are.
const frequentSurnames = surnames.slice(0, 20);

interface Generation {
  bornUntil: number;
  female: readonly string[];
  male: readonly string[];
}

const split = (names: string) => names.split(' ');

const generations: readonly Generation[] = [
  {
    bornUntil: 1955,
    female: split(
      '秀英 桂兰 玉珍 淑兰 桂英 秀兰 玉兰 淑珍 凤英 玉英 秀珍 淑英 桂芝 素珍 凤兰 玉芬 淑芬 桂珍 素琴 秀芝 惠兰 慧珍 瑞芳 玉琴 淑琴 桂荣 秀荣 月英 文秀 雅珍 淑贤 玉华 凤琴 素芬 兰英 宝珍',
    ),
    male: split(
      '德明 国栋 永福 振山 宝山 长顺 庆祥 文海 玉山 德顺 守义 世昌 广田 福来 永年 振国 志远 德昌 树林 凤山 忠义 明德 文魁 润生 继宗 长河 兆祥 宝贵 荣生 德海 庆云 永兴 志成 学文 连生 少华',
    ),
  },
  {
    bornUntil: 1976,
    female: split(
      '丽华 秀梅 淑敏 桂玲 红霞 秀丽 玉梅 雅琴 春梅 丽娟 爱华 建华 玉红 淑华 艳玲 小红 凤霞 秋菊 丽萍 晓红 月华 春华 金凤 彩霞 文英 慧敏 志红 素梅 永红 冬梅 美玲 晓兰 桂霞 新华 亚平 立新',
    ),
    male: split(
      '建军 建华 志强 国平 卫东 永强 志刚 宏伟 建平 文革 学军 立新 春生 海涛 玉龙 卫国 志勇 新民 长青 铁军 红兵 国强 晓东 景山 胜利 宝成 立国 跃进 庆生 东升 连成 贵生 金山 世杰 志明 树生',
    ),
  },
  {
    bornUntil: 2000,
    female: split(
      '晓棠 思敏 佳怡 雅静 文静 晓燕 雪梅 婷婷 丹丹 佳慧 晓雯 雨薇 梦洁 嘉琪 欣然 晓琳 海燕 静怡 诗雨 佳宁 晓彤 丽娜 悦宁 雯静 春燕 晓霞 若兰 雅楠 亚男 思源 晨曦 文婷 晓月 雪莹 慧琳 楚楚 佩琪 晓慧 玉洁 安琪',
    ),
    male: split(
      '晓峰 志鹏 浩然 文博 俊杰 振宇 宇航 海波 晓明 博文 家豪 立伟 明远 建宇 思远 天成 鹏飞 永辉 少杰 文涛 嘉诚 子健 世超 旭东 昊天 逸飞 景行 云飞 向阳 晓磊 志恒 启明 伟东 宏宇 承志 光耀 泽宇 瑞林 家兴 正阳',
    ),
  },
  {
    bornUntil: 9999,
    female: split(
      '知夏 小满 语桐 梓涵 一诺 若曦 沐晴 诗涵 佳音 可馨 安然 初夏 念安 书瑶 心悦 乐瑶 清越 思齐 依诺 晗月 芷晴 雨桐 星冉 令仪 婉清 予安 嘉禾 采薇 听雨 朵朵',
    ),
    male: split(
      '知远 小川 子墨 梓轩 浩宇 一鸣 沐阳 宇辰 子睿 嘉言 星野 承宇 明泽 乐天 思睿 景澄 奕辰 允和 牧之 望舒 行舟 予谦 亦凡 其琛 文熙 简行 昀川 昭阳 小树 同舟',
    ),
  },
];

export function surnameOf(chance: Random): string {
  if (chance.chance(0.004)) return chance.pick(compoundSurnames);
  return chance.pick([...(chance.chance(0.55) ? frequentSurnames : surnames)]);
}

/** A full name for somebody born in that year; a surname may be given, as for children. */
export function nameOf(chance: Random, sex: 'female' | 'male', bornIn: number, surname?: string): string {
  const generation = generations.find(({ bornUntil }) => bornIn <= bornUntil) ?? generations.at(-1);
  if (!generation) throw new Error('no generation');
  for (let attempt = 0; attempt < 20; attempt++) {
    const name = (surname ?? surnameOf(chance)) + chance.pick(generation[sex]);
    if (!isRealName(name)) return name;
  }
  throw new Error('no invented name found in 20 attempts');
}
