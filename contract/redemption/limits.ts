// What a street says about redemption: how long points are held, how often, how many. Dated, never rewritten.
import { z } from 'zod';
import { can, datedChange, datedFields, done } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';

const whole = (min: number, max: number) => z.number().int().min(min).max(max);

/** Bounds are those of the database. */
export const limitFields = {
  holdMinutes: whole(5, 120).describe('A reserved offer waits so long for the counter'),
  undoMinutes: whole(1, 1_440).describe('A counter may undo a capture so long'),
  voucherPointsMax: whole(1, 10_000).describe('Dearer offers are not to be had without a network'),
  voucherHours: whole(1, 24).describe('The counter accepts a voucher so long'),
  heldMax: whole(1, 20).describe('Reserved at once by one person'),
  pairPerDayMax: whole(1, 50).describe('Of one account at one merchant on one day'),
  sampleOneIn: whole(1, 100).describe(
    'One line in so many of a settlement is drawn for the audit, at least one',
  ),
  silenceDays: whole(3, 30).describe('A merchant that says nothing so long has agreed with its list'),
};

export const limits = z.object(limitFields);
export type Limits = z.output<typeof limits>;

export const limitsVersion = limits.extend(datedFields).meta({ id: 'RedemptionLimits' });
export type LimitsVersion = z.output<typeof limitsVersion>;

export const readLimits = endpoint({
  name: 'redemption.read_limits',
  method: 'GET',
  path: '/api/redemption/limits',
  summary: 'What binds residents and merchants today.',
  access: 'signed_in',
  output: limits,
});

export const listLimits = endpoint({
  name: 'redemption.list_limits',
  method: 'GET',
  path: '/api/redemption/limits/versions',
  summary: 'Every version of the limits of redemption, the newest first, with who made it and why.',
  access: 'points.read',
  output: z.object({ items: z.array(limitsVersion), can: can('change') }),
});

export const changeLimits = endpoint({
  name: 'redemption.change_limits',
  method: 'POST',
  path: '/api/redemption/limits/versions',
  summary:
    'Adds a version that is in force from a day on, today at the earliest. What has begun keeps its own.',
  access: 'points.approve',
  body: limits.extend(datedChange),
  output: done,
});
