import { z } from 'zod';
import { can, day, id, instant, version } from '#contract/common.ts';
import { memberParts } from './codes.ts';

export const member = z.object({
  memberId: id,
  personId: id,
  part: z.enum(memberParts),
  name: z.string().describe('In the clear to the family itself; nobody else reads this record'),
  nickname: z.string().nullable().describe('What others may read, such as 墨墨'),
  age: z.number().int().nullable(),
  isSelf: z.boolean(),
  inMyCare: z.boolean().describe('A child whose guardian the reader is'),
  joinedAt: instant,
});
export type Member = z.output<typeof member>;

export const family = z
  .object({
    familyId: id,
    nickname: z.string().describe('Shown on the board of families instead of any name'),
    onBoard: z.boolean().describe('The family wants to be seen on the board of families'),
    foundedAt: instant,
    members: z.array(member),
    version,
    can: can('change', 'invite', 'addChild'),
  })
  .meta({ id: 'Family' });
export type FamilyRecord = z.output<typeof family>;

/** A child in the reader's care that no family has yet. */
export const childToAdd = z.object({ personId: id, name: z.string(), age: z.number().int().nullable() });

/** Whom the reader may sign up for an activity: oneself, children in care, adults of the own family. */
export const companion = z
  .object({
    personId: id,
    name: z.string(),
    nickname: z.string().nullable(),
    bornOn: day.nullable(),
    age: z.number().int().nullable().describe('Years on the day of the answer'),
    isChild: z.boolean().describe('Under 14: a guardian consents (PIPL 31)'),
    isMinor: z.boolean(),
    isSelf: z.boolean(),
    familyId: id.nullable(),
    consented: z.boolean().describe('Hours and points may be recorded'),
    photoConsent: z.boolean().describe('Photos of activities may be published'),
  })
  .meta({ id: 'Companion' });
export type Companion = z.output<typeof companion>;

export const familyLine = z.object({
  familyId: id,
  nickname: z.string(),
  place: z.string().describe('From the community down: 帅府社区 3号楼 2单元'),
  adultCount: z.number().int(),
  childCount: z.number().int(),
  onBoard: z.boolean(),
  foundedAt: instant,
  version,
  can: can('resetNickname'),
});
export type FamilyLine = z.output<typeof familyLine>;
