import { z } from 'zod';
import { can, day, id, instant } from '#contract/common.ts';
import {
  careTags,
  consentPurposes,
  consentWays,
  correctableFields,
  guardianRelations,
  householdTags,
  houseUses,
  personStatuses,
  relations,
  requestStatuses,
  revealFields,
  revealPurposes,
  sexes,
} from './codes.ts';

const masked = z.string().describe('Masked');

/** One line of the register. Whoever reads it sees no clear name, phone or flat. */
export const personRow = z
  .object({
    personId: id,
    name: masked,
    phone: masked.nullable(),
    sex: z.enum(sexes).nullable(),
    age: z.number().int().nullable().describe('Full years'),
    minor: z.boolean().describe('Under 18: a clear view needs approval'),
    relation: z.enum(relations).nullable(),
    careTags: z.array(z.enum(careTags)),
    householdId: id.nullable(),
    areaId: id,
    address: masked.describe('Down to the building'),
    status: z.enum(personStatuses),
  })
  .meta({ id: 'PersonRow' });
export type PersonRow = z.output<typeof personRow>;

export const guardianship = z.object({
  guardianshipId: id,
  guardianId: id,
  guardianName: masked,
  minorId: id,
  minorName: masked,
  relation: z.enum(guardianRelations),
  verifiedAt: instant.nullable(),
});

export const consent = z
  .object({
    consentId: id,
    personId: id,
    purpose: z.enum(consentPurposes),
    way: z.enum(consentWays),
    givenByName: masked,
    givenAt: instant,
    evidence: z.boolean().describe('A scan or an archive number is kept'),
    evidenceFileId: id.nullable(),
    withdrawnAt: instant.nullable(),
  })
  .meta({ id: 'Consent' });
export type ConsentRecord = z.output<typeof consent>;

export const person = personRow
  .extend({
    idNumber: masked.nullable(),
    bornOn: masked.nullable().describe('Year only'),
    guardianships: z.array(guardianship),
    consents: z.array(consent),
    minorAccess: z
      .object({ status: z.enum(requestStatuses), until: instant.nullable() })
      .nullable()
      .describe('The viewer’s own latest request to see this minor in the clear'),
    erasureRequested: z.boolean(),
    changedAt: instant,
    changedBy: z.string(),
    version: z.number().int(),
    can: can('correct', 'reveal', 'request_minor_access', 'request_erasure'),
  })
  .meta({ id: 'Person' });
export type PersonRecord = z.output<typeof person>;

/** What a reveal answers, once; only the fields asked for. */
export const revealed = z
  .object({
    personId: id,
    values: z.partialRecord(z.enum(revealFields), z.string().nullable()),
  })
  .meta({ id: 'RevealedPerson' });
export type Revealed = z.output<typeof revealed>;

const householdCore = {
  householdId: id,
  areaId: id,
  areaPath: z.string(),
  address: z.string().describe('Estate, building, entrance and room'),
  room: z.string(),
  houseUse: z.enum(houseUses),
  tags: z.array(z.enum(householdTags)).nullable().describe('Null where the viewer may not see them'),
  memberCount: z.number().int(),
  careTags: z.array(z.enum(careTags)).describe('Of all members together'),
  minors: z.number().int(),
  headName: masked.nullable(),
  headId: id.nullable(),
  headPhone: masked.nullable(),
  leftAt: instant.nullable(),
};

export const householdRow = z.object(householdCore).meta({ id: 'HouseholdRow' });
export type HouseholdRow = z.output<typeof householdRow>;

/** 户档: one household with its people. */
export const household = z
  .object({
    ...householdCore,
    places: z
      .array(z.object({ areaId: id, name: z.string(), level: z.string() }))
      .describe('From the community down'),
    note: z.string(),
    members: z.array(personRow),
    changedAt: instant,
    changedBy: z.string(),
    version: z.number().int(),
    can: can('edit', 'edit_tags', 'move', 'add_person'),
  })
  .meta({ id: 'Household' });
export type HouseholdRecord = z.output<typeof household>;

/** Somebody neighbours may turn to: shown to the own grid, called through a logged reveal. */
export const trustedContact = z
  .object({
    householdId: id,
    areaId: id,
    address: z.string(),
    tags: z.array(z.enum(householdTags)),
    personId: id.nullable(),
    name: masked.nullable(),
    phone: masked.nullable(),
  })
  .meta({ id: 'TrustedContact' });
export type TrustedContact = z.output<typeof trustedContact>;

export const minorAccess = z
  .object({
    requestId: id,
    personId: id,
    personName: masked,
    personAge: z.number().int().nullable(),
    requestedByName: z.string(),
    purpose: z.enum(revealPurposes),
    reason: z.string(),
    requestedAt: instant,
    status: z.enum(requestStatuses),
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    until: instant.nullable(),
    can: can('decide'),
  })
  .meta({ id: 'MinorAccess' });
export type MinorAccessRecord = z.output<typeof minorAccess>;

export const erasure = z
  .object({
    erasureId: id,
    personId: id,
    personName: masked,
    requestedByName: z.string(),
    bySelf: z.boolean(),
    reason: z.string(),
    requestedAt: instant,
    dueOn: day,
    status: z.enum(requestStatuses),
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    can: can('decide'),
  })
  .meta({ id: 'Erasure' });
export type ErasureRecord = z.output<typeof erasure>;

export const correction = z
  .object({
    correctionId: id,
    personId: id,
    personName: masked,
    field: z.enum(correctableFields),
    wanted: z.string().nullable().describe('What the person says is right; for who may decide'),
    requestedAt: instant,
    status: z.enum(requestStatuses),
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    can: can('decide'),
  })
  .meta({ id: 'Correction' });
export type CorrectionRecord = z.output<typeof correction>;
