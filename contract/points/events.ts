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
