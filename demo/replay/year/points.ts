// The budget of points and what earns them, from the first days of the year on.
import {
  fundProgramme,
  listProgrammes,
  makeRule,
  openProgramme,
  setTariff,
} from '#contract/points/endpoints.ts';
import type { PointSource } from '#contract/points/sources.ts';
import { perform } from '../stage.ts';
import type { Cast, Scene } from '../year.ts';

const budget = 400_000;
const programmeName = '双向积分+';

export const pointScenes = (cast: Cast): Scene[] => [{ daysAgo: 364, hour: 9, play: () => openPoints(cast) }];

interface RuleLine {
  title: string;
  sources: readonly PointSource[];
  points: number;
  per: number;
  dayCap: number | null;
  /** Days under public notice before they may be spent. */
  noticeDays?: number;
  /** Above so many points a second person decides. */
  approvalAbove?: number;
}

const rules: readonly RuleLine[] = [
  {
    title: '志愿服务每 6 分钟 1 分',
    sources: ['hours_self', 'hours_mutual', 'hours_staff'],
    points: 1,
    per: 6,
    dayCap: 40,
  },
  { title: '帮邻居一次忙', sources: ['help_given'], points: 5, per: 1, dayCap: 10 },
  { title: '商户兑现一次优惠', sources: ['redemption_honoured'], points: 1, per: 1, dayCap: 30 },
  {
    title: '出借场地、提供岗位、让利居民、解决问题',
    sources: ['space_lent', 'jobs_offered', 'discount_given', 'problem_fixed'],
    points: 50,
    per: 1,
    dayCap: 200,
    noticeDays: 7,
    approvalAbove: 50,
  },
];

/** The office proposes, a chief approves. */
async function openPoints(cast: Cast): Promise<void> {
  const { stage } = cast;
  const manager = cast.persona('activity_manager');
  const chief = cast.persona('section_chief');
  const year = Number(stage.today.slice(0, 4));
  const { items } = await perform(stage, manager, listProgrammes, { query: { year } });
  const planted = items.find(({ name }) => name === programmeName);
  const { programmeId } =
    planted ?? (await perform(stage, manager, openProgramme, { body: { name: programmeName, year } }));
  await perform(stage, chief, fundProgramme, {
    params: { programmeId },
    body: { amount: budget, reason: `${year} 年度预算` },
  });
  for (const { sources, ...rate } of rules) {
    const { ruleId } = await perform(stage, manager, makeRule, {
      body: { ...rate, programmeId, lifeYears: 1 },
    });
    for (const source of sources) await perform(stage, chief, setTariff, { body: { source, ruleId } });
  }
}
