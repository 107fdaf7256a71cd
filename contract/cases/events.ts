import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { type Act, acts } from './codes.ts';
import { kinds, type Move, moves } from './machine.ts';

/** `seq` counts the steps of one case; texts stay with the case and never travel. */
const step = z.object({
  seq: z.number().int(),
  round: z.number().int(),
  kind: z.enum(kinds),
  details: z.record(z.string(), z.unknown()),
});

export const caseSteps = Object.fromEntries(
  [...moves, ...acts].map((name) => [name, event(`case.${name}`, step)]),
) as Record<Move | Act, ReturnType<typeof event<string, typeof step>>>;

export const requesterRevealed = event(
  'case.requester_revealed',
  z.object({ purpose: z.string(), requesterIds: z.array(id) }),
);
