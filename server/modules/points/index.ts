// The face of points: what is plugged in, and what upper floors may call. Points move inside the caller's transaction.
import { pointsProblems } from '#contract/points/words.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import type { Module } from '#kernel/module.ts';
import { statementOut } from './exports.ts';
import { pointsReactions } from './reactions.ts';
import { pointsRoutes } from './routes.ts';
import { pointsSchedules } from './schedule.ts';

export const pointsModule: Module = {
  name: 'points',
  routes: pointsRoutes,
  reactions: pointsReactions,
  schedules: pointsSchedules,
  exports: [statementOut as ExportDefinition],
  problems: pointsProblems,
};

export { commandIdOf } from './rules.ts';
export { type AccountBalance, balanceOf, payingAccount } from './service/accounts.ts';
export {
  type AccountOwner,
  capturePoints,
  type Held,
  ledgerAccount,
  type Moved,
  type Reservation,
  reservePoints,
  reverseTransfer,
  type SettlementTotal,
  settleClose,
  settleOpen,
  settleSign,
  voidPoints,
} from './service/commands.ts';
export { type Deed, type Granted, grantFor } from './service/grant.ts';
export { objectionAnswer } from './service/notice.ts';
export { type PlantedPoints, plantPoints } from './service/plant.ts';
