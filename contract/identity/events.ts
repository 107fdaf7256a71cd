import { z } from 'zod';
import { id, instant } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { roles } from './roles.ts';

const nothing = z.object({});

export const codeRequested = event('identity.code_requested', z.object({ phoneIndex: z.string() }));
export const postAssigned = event(
  'post.assigned',
  z.object({ accountId: id, role: z.enum(roles), areaId: id }),
);
/** One event for many posts given at once by set-up; the accounts opened on the way stand beside them. */
export const postsPlanted = event(
  'posts.planted',
  z.object({ postIds: z.array(id), openedAccountIds: z.array(id) }),
);
export const postEnded = event(
  'post.ended',
  z.object({ accountId: id, role: z.enum(roles), areaId: id, reason: z.string() }),
);
export const postDelegated = event(
  'post.delegated',
  z.object({ deputyAccountId: id, startsAt: instant, endsAt: instant, reason: z.string() }),
);
export const delegationEnded = event('post.delegation_ended', nothing);

const because = z.object({ reason: z.string() });
export const accountOpened = event('account.opened', nothing);
export const accountLocked = event('account.locked', z.object({ minutes: z.number() }));
export const accountUnlocked = event('account.unlocked', because);
export const accountDisabled = event('account.disabled', because);
export const accountEnabled = event('account.enabled', because);
export const secondFactorReset = event('account.second_factor_reset', because);
export const secondFactorConfirmed = event('account.second_factor_confirmed', nothing);
export const devicesWipeOrdered = event(
  'account.devices_wipe_ordered',
  z.object({ reason: z.string(), devices: z.number().int() }),
);
export const deviceWiped = event('account.device_wiped', nothing);
export const passwordChanged = event('account.password_changed', nothing);
export const passwordReset = event('account.password_reset', because);

export const sessionStarted = event('session.started', z.object({ way: z.string() }));
export const sessionRefused = event('session.refused', z.object({ reason: z.string() }));
export const sessionEnded = event('session.ended', nothing);
