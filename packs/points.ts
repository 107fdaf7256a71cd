import type { PointSource } from '#contract/points/sources.ts';

/** What earns points in a street from its first day on, until its office decides otherwise. */
export interface PackPoints {
  /** The budget of the first year, in points. */
  programme: string;
  budget: number;
  rules: readonly PackRule[];
}

export interface PackRule {
  title: string;
  sources: readonly PointSource[];
  /** So many points for so many minutes or times, whichever the source counts. */
  points: number;
  per: number;
  dayCap: number | null;
  yearCap: number | null;
  noticeDays: number;
  /** To the end of the n-th calendar year after the grant. */
  lifeYears: number;
}

/**
 * A careful beginning, after what volunteer services of Chinese cities have in common: an hour is a point, at most 500
 * points a year (舟山定海). Hours that people proved themselves with a code (志愿黄石: 信用时长) earn at once. Who has no
 * phone is signed in at the door by name and four digits; most of them are old, and they earn the same, but under public
 * notice first (审核公示后入账), because the word is that of staff. Hours entered afterwards, and whatever else the office
 * may reward, have no tariff: they earn nothing until somebody approves one.
 */
export const carefulPoints: PackPoints = {
  programme: '志愿服务积分',
  budget: 20_000,
  rules: [
    {
      title: '志愿服务每小时 1 分',
      sources: ['hours_self', 'hours_mutual'],
      points: 1,
      per: 60,
      dayCap: 8,
      yearCap: 500,
      noticeDays: 0,
      lifeYears: 1,
    },
    {
      title: '现场按姓名签到每小时 1 分，公示后入账',
      sources: ['hours_staff'],
      points: 1,
      per: 60,
      dayCap: 8,
      yearCap: 500,
      noticeDays: 3,
      lifeYears: 1,
    },
  ],
};
