import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import * as codes from './codes.ts';

export const callIssued = event(
  'call.issued',
  z.object({ template: z.enum(codes.callTemplates), reachedCount: z.number().int() }),
);
export const callAnswered = event('call.answered', z.object({ coming: z.boolean() }));
export const callStoodDown = event('call.stood_down', z.object({ comingCount: z.number().int() }));
/** `because`: somebody closed it, or its hours were over. */
export const callEnded = event(
  'call.ended',
  z.object({ because: z.enum(['closed', 'time']), cameCount: z.number().int().nullable() }),
);
export const callSkillsSet = event(
  'call.skills_set',
  z.object({ skills: z.array(z.enum(codes.callSkills)) }),
);
export const dutyPlanned = event('duty.planned', z.object({ shiftIds: z.array(id) }));
export const dutyHandedOver = event('duty.handed_over', z.object({ sessionId: id }));
