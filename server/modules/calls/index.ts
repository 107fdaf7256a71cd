import { callProblems } from '#contract/calls/words.ts';
import type { Module } from '#kernel/module.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { schedules } from './schedule.ts';

export const callsModule: Module = { name: 'calls', routes, reactions, schedules, problems: callProblems };

export { type CallFact, callFact } from './service/facts.ts';
