// The face of redemption: what is plugged in. Nobody enters it; it talks upwards by its events.
import { redemptionProblems } from '#contract/redemption/words.ts';
import type { Module } from '#kernel/module.ts';
import { redemptionReactions } from './reactions.ts';
import { redemptionRoutes } from './routes.ts';
import { redemptionSchedules } from './schedule.ts';

export const redemptionModule: Module = {
  name: 'redemption',
  routes: redemptionRoutes,
  reactions: redemptionReactions,
  schedules: redemptionSchedules,
  problems: redemptionProblems,
};
