import { z } from 'zod';
import { can, day, id } from '#contract/common.ts';
import { assignmentRoles, communityDuties } from '../codes.ts';
import { casePlace, unit } from '../records.ts';
import { directoryUnitKinds, suggestionReasons } from './codes.ts';

const named = z.object({ code: z.string(), name: z.string() });

/** One duty of the street: who owns it, on what basis, and how the community stands to it (art. 17). */
export const dutyItem = z
  .object({
    dutyItemId: id,
    code: z.string(),
    text: z.string(),
    category: z.string().nullable(),
    communityDuty: z.enum(communityDuties),
    owner: z
      .object({
        organisationId: id.nullable().describe('Null where the register has no such unit'),
        name: z.string(),
      })
      .nullable(),
    leader: z.string().nullable().describe('Office of the leader in charge, never a person’s name'),
    basis: z.string().nullable().describe('Law or document it rests on'),
    frequency: z.string().nullable(),
    matters: z.array(named),
    retired: z.boolean(),
    version: z.number().int(),
    can: can('change', 'retire'),
  })
  .meta({ id: 'DutyItem' });
export type DutyItem = z.output<typeof dutyItem>;

export const directoryUnit = z.object({
  kind: z.enum(directoryUnitKinds),
  unitId: id.nullable().describe('Of an organisation; null for whoever stands at the place'),
  name: z.string(),
});
export type DirectoryUnit = z.output<typeof directoryUnit>;

/** To whom a matter goes (art. 11, 12); the nearest place and the finest matter win. */
export const directoryEntry = z
  .object({
    entryId: id,
    matter: named,
    area: casePlace.nullable().describe('Null: anywhere in the street'),
    lead: directoryUnit,
    helpers: z.array(directoryUnit),
    rule: z.string().describe('Why, in words'),
    dutyItem: z.object({ dutyItemId: id, code: z.string(), text: z.string() }).nullable(),
    validFrom: day,
    validTo: day.nullable(),
    version: z.number().int(),
    can: can('change', 'end'),
  })
  .meta({ id: 'DirectoryEntry' });
export type DirectoryEntry = z.output<typeof directoryEntry>;

/** A unit that might take the case. */
export const unitCandidate = z
  .object({
    unit,
    role: z.enum(assignmentRoles).describe('`co` where the unit may only help'),
    reason: z.enum(suggestionReasons),
    rule: z.string().describe('Why, in a sentence for the dispatcher'),
    dutyItem: z.object({ dutyItemId: id, code: z.string(), text: z.string() }).nullable(),
    solved: z.number().int().describe('Similar cases near here that the unit has finished'),
    returned: z.boolean().describe('It has returned this case before'),
    score: z.number().min(0).max(1),
  })
  .meta({ id: 'UnitCandidate' });
export type UnitCandidate = z.output<typeof unitCandidate>;
