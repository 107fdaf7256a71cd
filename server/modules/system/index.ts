import { calendarProblems } from '#contract/calendar/words.ts';
import { systemProblems } from '#contract/system/words.ts';
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';

export const systemModule: Module = {
  name: 'system',
  routes,
  problems: { ...calendarProblems, ...systemProblems },
};
