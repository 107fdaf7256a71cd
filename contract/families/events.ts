import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { memberParts } from './codes.ts';

const who = { personId: id, part: z.enum(memberParts) };

export const familyFounded = event('family.founded', z.object({ memberCount: z.number().int() }));
export const familyChanged = event('family.changed', z.object({ fields: z.array(z.string()) }));
export const familyInvited = event('family.invited', z.object({ invitationId: id }));
export const memberJoined = event('family.member_joined', z.object(who));
/** `last`: nobody is left, the family has ended; what it still holds goes to this person. */
export const memberLeft = event('family.member_left', z.object({ ...who, last: z.boolean() }));
export const nicknameReset = event('family.nickname_reset', z.object({ reason: z.string() }));
