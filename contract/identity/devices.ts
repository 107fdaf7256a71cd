// Phones that keep readings: they are known by an id of their own, and a lost one is told to forget.
import { z } from 'zod';
import { id, line } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';

/** Whether people lock what their phone keeps: not at all, as they wish, or always. */
export const pinPolicies = ['off', 'offered', 'required'] as const;
export type PinPolicy = (typeof pinPolicies)[number];

export const deviceContact = endpoint({
  name: 'identity.device_contact',
  method: 'POST',
  path: '/api/identity/devices/contact',
  summary: 'A phone says that it is here, also without a session, and hears whether it has to forget.',
  access: 'public',
  idempotent: false,
  callsPerMinuteMax: 60,
  body: z.object({
    deviceId: id.describe('Made by the phone and known to nobody else'),
    wiped: z.boolean().default(false).describe('It has forgotten what it was told to'),
  }),
  output: z.object({
    wipe: z.boolean(),
    key: z
      .string()
      .nullable()
      .describe('Signed in only: opens the unsent work of this account on this phone when the PIN is lost'),
    pin: z.enum(pinPolicies),
  }),
});

export const wipeDevices = endpoint({
  name: 'identity.wipe_devices',
  method: 'POST',
  path: '/api/identity/accounts/:accountId/wipe',
  summary:
    'A phone was lost: ends the sessions of the account and has its phones forget at their next contact.',
  access: 'account.manage',
  params: z.object({ accountId: id }),
  body: z.object({ reason: line(200) }),
  output: z.object({ devices: z.number().int() }),
});
