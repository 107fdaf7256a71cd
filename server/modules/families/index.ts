import { familiesProblems } from '#contract/families/words.ts';
import type { Module } from '#kernel/module.ts';
import { familiesRoutes } from './routes.ts';

export const familiesModule: Module = {
  name: 'families',
  routes: familiesRoutes,
  problems: familiesProblems,
};

export {
  companions,
  type Family,
  type FamilyMember,
  familiesById,
  familiesOf,
  familyMembers,
  familyNicknames,
  familyOf,
  mayBring,
} from './service/lookups.ts';
export { companionsOf } from './service/read.ts';
