import { auditProblems } from '#contract/audit/words.ts';
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';
import { schedules } from './schedule.ts';

export const auditModule: Module = { name: 'audit', routes, schedules, problems: auditProblems };
