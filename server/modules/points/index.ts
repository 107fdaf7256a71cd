// The face of points: what is plugged in, and what upper floors may call. Points move inside the caller's transaction.
import { pointsProblems } from '#contract/points/words.ts';
import type { Module } from '#kernel/module.ts';
import { pointsReactions } from './reactions.ts';

export const pointsModule: Module = {
  name: 'points',
  reactions: pointsReactions,
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
