// The face of cases: what is plugged in, and what a street is set up with.
import { casesProblems } from '#contract/cases/words.ts';
import type { Module } from '#kernel/module.ts';
import { mayRead } from './policy.ts';
import { casesReactions } from './reactions.ts';
import { casesRoutes } from './routes.ts';
import { casesSchedules } from './schedule.ts';
import { findCaseRow } from './store/cases.ts';
import { assignmentsOf } from './store/parts.ts';

export const casesModule: Module = {
  name: 'cases',
  routes: casesRoutes,
  reactions: casesReactions,
  schedules: casesSchedules,
  problems: casesProblems,
  mayReadFile: async (context, caseId) => {
    const row = await findCaseRow(context, caseId);
    return row !== undefined && mayRead(context.actor, row.area_path, await assignmentsOf(context, caseId));
  },
};

export { insertMatters as plantMatters } from './store/matters.ts';
