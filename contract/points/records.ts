import { z } from 'zod';
import { can, id, instant, version } from '#contract/common.ts';
import { earningOutcomes, pointSources } from './sources.ts';

const points = z.number().int();
const source = z.enum(pointSources);

export const transferKinds = [
  'fund',
  'return',
  'grant',
  'pool',
  'split',
  'help',
  'redeem',
  'donate',
  'expire',
  'settle',
  'reverse_grant',
  'reverse_redeem',
] as const;

/** One line of an account: what moved, why, and what the account held after it. */
export const statementLine = z.object({
  lineId: id,
  at: instant,
  kind: z.enum([...transferKinds, 'none']).describe('`none`: a deed that earned nothing, and why'),
  amount: points.describe('Signed: what came is positive'),
  balance: points.nullable(),
  source: source.nullable(),
  title: z.string().nullable(),
  quantity: points.nullable(),
  outcome: z.enum(earningOutcomes).nullable(),
  happenedAt: instant.nullable(),
  counterpart: z.string().nullable().describe('A merchant; people are not named'),
  reversed: z.boolean(),
});
export type StatementLine = z.output<typeof statementLine>;

export const noticeLine = z.object({
  holdId: id,
  who: z.string().describe('Nickname of a family, masked name of a person, name of an organisation'),
  isMine: z.boolean(),
  source: source.nullable(),
  title: z.string().nullable(),
  amount: points,
  madeAt: instant,
  releaseAt: instant,
  hasMyObjection: z.boolean(),
});
export type NoticeLine = z.output<typeof noticeLine>;

const standing = { accountId: id, balance: points, available: points, held: points };
const expiring = z.object({ amount: points, at: instant }).nullable();

export const myPoints = z.object({
  family: z.object({ familyId: id, nickname: z.string(), memberCount: points }).nullable(),
  paying: z.object({ ...standing, expiring }).describe('The pool of the family, or my own account'),
  own: z.object(standing).nullable().describe('Points of my own beside the pool'),
  pending: z.array(noticeLine),
  owed: points.describe('Points granted wrongly and spent: kept back from what is earned next'),
  members: z.array(z.object({ personId: id, name: z.string(), isSelf: z.boolean() })),
  can: can('split', 'pool', 'donate'),
});
export type MyPoints = z.output<typeof myPoints>;

export const boardLine = z.object({
  rank: z.number().int(),
  nickname: z.string(),
  amount: points,
  isMine: z.boolean(),
});

export const programme = z.object({
  programmeId: id,
  name: z.string(),
  year: z.number().int(),
  funded: points,
  granted: points.describe('Net of what was taken back'),
  held: points.describe('Under public notice'),
  returned: points,
  left: points,
});
export type Programme = z.output<typeof programme>;

/** A kind of deed; of one programme of activities, which then goes before the general line, or of all. */
export const tariffUse = z.object({
  source,
  activityProgrammeId: id.nullable(),
  activityProgramme: z.string().nullable(),
});
export type TariffUse = z.output<typeof tariffUse>;

export const rule = z.object({
  ruleId: id,
  version: z.number().int(),
  programmeId: id,
  programme: z.string(),
  title: z.string(),
  points,
  per: points,
  dayCap: points.nullable(),
  yearCap: points.nullable(),
  noticeDays: points,
  lifeYears: points.nullable().describe('To the end of the n-th calendar year after the grant'),
  lifeDays: points.nullable(),
  approvalAbove: points.nullable(),
  madeAt: instant,
  isNewest: z.boolean(),
  uses: z.array(tariffUse).describe('What earns by it now'),
});
export type Rule = z.output<typeof rule>;

export const publicRule = rule
  .pick({
    programme: true,
    title: true,
    points: true,
    per: true,
    dayCap: true,
    yearCap: true,
    noticeDays: true,
    lifeYears: true,
    lifeDays: true,
    version: true,
  })
  .extend({ source, since: instant, activityProgramme: z.string().nullable() });

export const rehearsalLine = z.object({
  source,
  deeds: points,
  granted: points.describe('What these deeds earned'),
  would: points.describe('What they would have earned by the draft'),
  capped: points.describe('Deeds that the caps of the draft would have cut'),
});
export type RehearsalLine = z.output<typeof rehearsalLine>;

export const grantRequest = z.object({
  requestId: id,
  state: z.enum(['waiting', 'granted', 'declined']),
  who: z.string(),
  source,
  ruleId: id,
  rule: z.string(),
  quantity: points,
  amount: points.describe('What the rule makes of the quantity, before caps'),
  evidence: z.string(),
  reason: z.string(),
  madeBy: z.string(),
  madeAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decision: z.string().nullable(),
  version,
  can: can('decide'),
});
export type GrantRequest = z.output<typeof grantRequest>;

export const objection = z.object({
  objectionId: id,
  state: z.enum(['open', 'upheld', 'dismissed']),
  text: z.string(),
  madeAt: instant,
  who: z.string().describe('Who would get the points'),
  source: source.nullable(),
  title: z.string().nullable(),
  amount: points,
  releaseAt: instant,
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
  can: can('decide'),
});
export type Objection = z.output<typeof objection>;

export const accountKinds = ['member', 'family', 'merchant'] as const;

export const account = z.object({
  accountId: id,
  kind: z.enum(accountKinds),
  who: z.string(),
  status: z.enum(['open', 'closed']),
  balance: points,
  held: points,
  openedAt: instant,
});
export type AccountLine = z.output<typeof account>;

export const accountFile = account.extend({
  available: points,
  expiring,
  owed: points,
  balanceAt: points.nullable().describe('At the instant that was asked for'),
  can: can('reverse'),
});

export const month = z.object({
  month: z.string(),
  issued: points,
  redeemed: points,
  expired: points,
  donated: points,
  outstanding: points.describe(
    'In the hands of residents, families and organisations at the end of the month',
  ),
});

export const check = z.object({ at: instant, broken: points });
