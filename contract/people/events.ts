import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import {
  consentPurposes,
  consentWays,
  correctableFields,
  guardianRelations,
  houseUses,
  revealFields,
  revealPurposes,
} from './codes.ts';

// Data are ids, field names, codes and figures: never a name, a number or a sentence about somebody.
const fields = z.array(z.string());

export const personRegistered = event(
  'person.registered',
  z.object({ householdId: id.nullable(), minor: z.boolean() }),
);
export const personCorrected = event('person.corrected', z.object({ fields, version: z.number().int() }));
export const personMoved = event('person.moved', z.object({ from: id.nullable(), to: id.nullable() }));
export const personRevealed = event(
  'person.revealed',
  z.object({
    purpose: z.enum(revealPurposes),
    fields: z.array(z.enum(revealFields)),
    minor: z.boolean(),
    revealId: id,
    requestId: id.nullable(),
  }),
);
export const personErased = event(
  'person.erased',
  z.object({ because: z.enum(['request', 'retention']), erasureId: id.nullable() }),
);

const change = z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() });

export const householdRegistered = event(
  'household.registered',
  z.object({ areaId: id, houseUse: z.enum(houseUses) }),
);
export const householdChanged = event(
  'household.changed',
  z.object({
    version: z.number().int(),
    changes: z.array(change).describe('Values of codes only; for words only the name of the field'),
  }),
);
export const householdMoved = event(
  'household.moved',
  z.object({ from: id, to: id.nullable(), members: z.number().int() }),
);
/** One event for a batch of a sheet or of set-up: everything that was written, by id. */
export const peopleLoaded = event(
  'people.loaded',
  z.object({
    personIds: z.array(id),
    householdIds: z.array(id),
    changedPersonIds: z.array(id),
    changedHouseholdIds: z.array(id),
  }),
);

export const guardianshipAdded = event(
  'guardianship.added',
  z.object({ minorId: id, guardianId: id, relation: z.enum(guardianRelations), verified: z.boolean() }),
);
export const guardianshipEnded = event('guardianship.ended', z.object({ minorId: id, guardianId: id }));

export const consentGiven = event(
  'consent.given',
  z.object({
    consentId: id,
    purpose: z.enum(consentPurposes),
    way: z.enum(consentWays),
    evidence: z.boolean(),
  }),
);
export const consentWithdrawn = event(
  'consent.withdrawn',
  z.object({ consentId: id, purpose: z.enum(consentPurposes), emptied: z.boolean() }),
);

const access = z.object({ requestId: id, purpose: z.enum(revealPurposes) });
export const minorAccessRequested = event('minor_access.requested', access);
export const minorAccessApproved = event('minor_access.approved', access);
export const minorAccessDeclined = event('minor_access.declined', access);

const erasureData = z.object({ erasureId: id });
export const erasureRequested = event('erasure.requested', erasureData.extend({ bySelf: z.boolean() }));
export const erasureApproved = event('erasure.approved', erasureData);
export const erasureDeclined = event('erasure.declined', erasureData);

const correctionData = z.object({ correctionId: id, field: z.enum(correctableFields) });
export const correctionRequested = event('correction.requested', correctionData);
export const correctionApproved = event('correction.approved', correctionData);
export const correctionDeclined = event('correction.declined', correctionData);

export const noticeAccepted = event('notice.accepted', z.object({ version: z.string() }));
export const copyTaken = event('person.copy_taken', z.object({ format: z.enum(['json', 'xlsx']) }));
export const peoplePurged = event(
  'people.purged',
  z.object({ persons: z.number().int(), consents: z.number().int(), requests: z.number().int() }),
);
