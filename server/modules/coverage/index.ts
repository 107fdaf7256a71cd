import { coverageProblems } from '#contract/coverage/words.ts';
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';

export const coverageModule: Module = { name: 'coverage', routes, problems: coverageProblems };
