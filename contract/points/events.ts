import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { earningOutcomes, pointSources } from './sources.ts';

const amount = z.number().int();

/** A deed was judged by the tariff; `amount` is 0 where it earns nothing. */
export const pointsEarned = event(
  'points.earned',
  z.object({
    accountId: id,
    personId: id.nullable(),
    source: z.enum(pointSources),
    amount,
    outcome: z.enum(earningOutcomes),
  }),
);
export const pointsTakenBack = event('points.taken_back', z.object({ accountId: id, amount }));
/** Wrong points are spent already: later ones are kept back (R10). */
export const recoveryOpened = event('points.recovery_opened', z.object({ accountId: id, due: amount }));
const decided = z.object({ upheld: z.boolean() });

export const programmeOpened = event('points.programme_opened', z.object({ year: z.number().int() }));
export const budgetMoved = event(
  'points.budget_moved',
  z.object({ amount: amount.describe('Negative: given back'), reason: z.string() }),
);
export const ruleMade = event('points.rule_made', z.object({ version: z.number().int() }));
export const tariffSet = event(
  'points.tariff_set',
  z.object({ source: z.enum(pointSources), ruleId: id.nullable() }),
);
export const grantRequested = event('points.grant_requested', z.object({ accountId: id }));
export const grantDecided = event('points.grant_decided', z.object({ accountId: id, granted: z.boolean() }));
export const objectionMade = event('points.objection_made', z.object({ holdId: id }));
export const objectionDecided = event(
  'points.objection_decided',
  decided.extend({ holdId: id, objectionId: id }),
);
export const pointsMoved = event(
  'points.moved',
  z.object({ kind: z.enum(['split', 'pool', 'donate']), amount }),
);
export const ledgerBroken = event('points.ledger_broken', z.object({ rules: z.array(z.string()) }));
