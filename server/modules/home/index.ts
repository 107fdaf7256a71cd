import { homeProblems } from '#contract/home/words.ts';
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';

export const homeModule: Module = { name: 'home', routes, problems: homeProblems };
