// The face of cases: what is plugged in, and what a street is set up with.

import { dutyProblems } from '#contract/cases/duty/words.ts';
import { fieldProblems } from '#contract/cases/field/words.ts';
import { orderProblems } from '#contract/cases/orders/words.ts';
import { pasteProblems } from '#contract/cases/paste/words.ts';
import { publishProblems } from '#contract/cases/publish/words.ts';
import { casesProblems } from '#contract/cases/refusals/words.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import type { ImportDefinition } from '#kernel/imports/definition.ts';
import type { Module } from '#kernel/module.ts';
import { casesExports } from './exports/register.ts';
import { directoryOut, dutyItemsOut } from './exports.ts';
import { directoryIn, dutyItemsIn } from './imports/duty.ts';
import { hotlineIn } from './imports/hotline.ts';
import { mayCheck, mayRead } from './policy.ts';
import { casesReactions } from './reactions.ts';
import { casesRoutes } from './routes.ts';
import { casesSchedules } from './schedule.ts';
import { isShownToRequester } from './service/resident/files.ts';
import { findCaseRow } from './store/cases.ts';
import { assignmentsOf } from './store/parts.ts';

export const casesModule: Module = {
  name: 'cases',
  routes: casesRoutes,
  reactions: casesReactions,
  schedules: casesSchedules,
  imports: [hotlineIn, dutyItemsIn, directoryIn] as ImportDefinition[],
  exports: [...casesExports, dutyItemsOut, directoryOut] as ExportDefinition[],
  problems: {
    ...casesProblems,
    ...fieldProblems,
    ...dutyProblems,
    ...orderProblems,
    ...pasteProblems,
    ...publishProblems,
  },
  mayReadFile: async (context, caseId, fileId) => {
    const row = await findCaseRow(context, caseId);
    if (!row) return false;
    if (mayCheck(context.actor, row)) return true;
    if (mayRead(context.actor, row.area_path, await assignmentsOf(context, caseId))) return true;
    return await isShownToRequester(context, caseId, fileId);
  },
};

export { arbitersOf } from './service/joint/arbiters.ts';
export { plantLimits } from './service/limits.ts';
export {
  listOutside,
  type OutsideCase,
  type OutsideFilter,
  type OutsideReport,
  reportFromOutside,
} from './service/outside.ts';
export {
  nextRank,
  type Parties,
  partiesOf,
  phoneOfRequester,
  rolesOfRank,
  rolesWith,
} from './service/parties.ts';
export { listMatters } from './service/read.ts';
export { insertMatters as plantMatters } from './store/matters.ts';
export { insertReplyLines as plantReplyLines } from './store/replies.ts';
