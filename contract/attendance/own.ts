// What volunteers settle for themselves: an error in their hours, their name on the list of honour, a lost phone.
import { z } from 'zod';
import { can, done, id, instant, line } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { ownHourRequest } from './records.ts';

export const askCorrection = endpoint({
  name: 'attendance.ask_correction',
  method: 'POST',
  path: '/api/me/hours/:entryId/corrections',
  summary: 'The person concerned, or the guardian, asks for other minutes; staff look at it and two sign.',
  access: 'signed_in',
  params: z.object({ entryId: id }),
  body: z.object({ minutes: z.number().int().min(0).max(1440), reason: line(200) }),
  output: ownHourRequest,
});

export const readOwnHonour = endpoint({
  name: 'attendance.own_honour',
  method: 'GET',
  path: '/api/me/honour',
  summary: 'By which name the viewer stands on the list of honour, and whether they may.',
  access: 'signed_in',
  output: z.object({ nickname: z.string().nullable(), can: can('join') }),
});

export const joinHonour = endpoint({
  name: 'attendance.join_honour',
  method: 'POST',
  path: '/api/me/honour',
  summary: 'Puts the viewer on the public list of stars by a name of their own choice.',
  access: 'signed_in',
  body: z.object({ nickname: line(12) }),
  output: done,
});

export const leaveHonour = endpoint({
  name: 'attendance.leave_honour',
  method: 'POST',
  path: '/api/me/honour/leave',
  summary: 'Takes the viewer off the list of honour.',
  access: 'signed_in',
  output: done,
});

export const listHonours = endpoint({
  name: 'attendance.list_honours',
  method: 'GET',
  path: '/api/honours',
  summary:
    'Volunteers with a star who want to be named: by nickname and star, without hours, without a rank.',
  access: 'public',
  callsPerMinuteMax: 60,
  output: z.object({
    street: z.string(),
    items: z.array(z.object({ nickname: z.string(), level: z.number().int().min(1).max(5) })),
  }),
});

export const listOwnKeys = endpoint({
  name: 'attendance.own_keys',
  method: 'GET',
  path: '/api/me/attendance/keys',
  summary: 'Phones that show codes of the viewer or a companion.',
  access: 'signed_in',
  output: z.object({
    items: z.array(
      z.object({
        keyId: id,
        name: z.string(),
        deviceId: id.describe('Of the phone: it knows its own'),
        givenAt: instant,
        revokedAt: instant.nullable(),
      }),
    ),
  }),
});

export const revokeOwnKey = endpoint({
  name: 'attendance.revoke_own_key',
  method: 'POST',
  path: '/api/me/attendance/keys/:keyId/revoke',
  summary: 'A phone was lost: its code is void, and every other session of this account ends.',
  access: 'signed_in',
  params: z.object({ keyId: id }),
  output: done,
});
