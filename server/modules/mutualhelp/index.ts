import { helpProblems } from '#contract/mutualhelp/words.ts';
import type { Module } from '#kernel/module.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { schedules } from './schedule.ts';

export const mutualhelpModule: Module = {
  name: 'mutualhelp',
  routes,
  reactions,
  schedules,
  problems: helpProblems,
};

export { type AskFact, askFact, neighboursOffering } from './service/facts.ts';
