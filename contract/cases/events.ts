import { z } from 'zod';
import { id, instant } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { acts } from './codes.ts';
import { kinds, moves } from './machine.ts';
import { SafetyAlarm } from './safety/codes.ts';

/** `seq` counts the steps of one case; texts stay with the case and never travel. */
const step = {
  seq: z.number().int(),
  round: z.number().int(),
  kind: z.enum(kinds),
  details: z.record(z.string(), z.unknown()),
  together: z.literal(true).optional().describe('Of many at once: people are told of all in one'),
};

/** A transition of the machine; the states before and after are those of the event itself. */
export const caseMoved = event('case.moved', z.object({ move: z.enum(moves), ...step }));
/** An act that changes no state: a contact, a note, an extension, a warning. */
export const caseNoted = event('case.noted', z.object({ act: z.enum(acts), ...step }));

/** Words of danger in what came in; kinds only, the words stay with the case. */
export const caseAlarmed = event(
  'case.alarmed',
  z.object({ act: z.literal('alarm'), ...step, details: z.object({ alarms: z.array(SafetyAlarm) }) }),
);

/** Orders of an import that wait to be dispatched, by community; told once, when it ends or is stopped. */
export const ordersOpened = event(
  'case.orders_opened',
  z.object({
    places: z.array(z.object({ areaPath: z.string(), count: z.number().int() })),
    by: id,
    until: instant,
  }),
);

export const requesterRevealed = event(
  'case.requester_revealed',
  z.object({ purpose: z.string(), requesterIds: z.array(id) }),
);
