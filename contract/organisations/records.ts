import { z } from 'zod';
import { can, day, id, instant } from '#contract/common.ts';
import {
  commitmentKinds,
  commitmentStatuses,
  organisationKinds,
  organisationStatuses,
  premisesUses,
} from './kinds.ts';

export const place = z.object({ areaId: id, name: z.string(), path: z.string() });

/** One line of the register. */
export const organisationRow = z
  .object({
    organisationId: id,
    kind: z.enum(organisationKinds),
    name: z.string(),
    shortName: z.string().nullable(),
    creditCode: z.string().nullable(),
    industry: z.string().nullable(),
    address: z.string().nullable(),
    area: place,
    councilMember: z.boolean(),
    partyMemberCount: z.number().int().nullable().describe('null: nobody has asked yet'),
    partyOrganisation: z.string().nullable(),
    contact: z
      .object({ name: z.string(), phone: z.string().nullable() })
      .nullable()
      .describe('First contact, masked'),
    status: z.enum(organisationStatuses),
  })
  .meta({ id: 'OrganisationRow' });
export type OrganisationRow = z.output<typeof organisationRow>;

export const contact = z
  .object({
    contactId: id,
    name: z.string().describe('Masked'),
    duty: z.string().nullable(),
    phone: z.string().nullable().describe('Masked'),
    version: z.number().int(),
  })
  .meta({ id: 'OrganisationContact' });
export type ContactRecord = z.output<typeof contact>;

/** A room of the floor-by-floor ledger (扫楼明企); without an organisation it stands empty. */
export const premises = z
  .object({
    premisesId: id,
    area: place,
    floor: z.number().int().nullable(),
    room: z.string(),
    use: z.enum(premisesUses),
    squareMetres: z.number().nullable(),
    organisation: z.object({ organisationId: id, name: z.string() }).nullable(),
    checkedOn: day.nullable(),
    checkedBy: z.string().nullable(),
    note: z.string().nullable(),
    version: z.number().int(),
    can: can('edit'),
  })
  .meta({ id: 'Premises' });
export type PremisesRecord = z.output<typeof premises>;

export const commitment = z
  .object({
    commitmentId: id,
    kind: z.enum(commitmentKinds),
    text: z.string(),
    dueOn: day.nullable(),
    status: z.enum(commitmentStatuses),
    version: z.number().int(),
  })
  .meta({ id: 'Commitment' });
export type CommitmentRecord = z.output<typeof commitment>;

export const organisation = organisationRow
  .omit({ contact: true })
  .extend({
    parent: z.object({ organisationId: id, name: z.string() }).nullable(),
    contacts: z.array(contact),
    premises: z.array(premises.omit({ organisation: true, can: true })),
    areasServed: z.array(place),
    commitments: z.array(commitment),
    registeredAt: instant,
    updatedAt: instant,
    updatedBy: z.string(),
    version: z.number().int(),
    can: can('edit', 'close', 'reopen', 'reveal', 'commit'),
  })
  .meta({ id: 'Organisation' });
export type OrganisationRecord = z.output<typeof organisation>;

/** Counts of what the viewer may read. */
export const organisationFigures = z
  .object({
    byKind: z.array(z.object({ kind: z.enum(organisationKinds), count: z.number().int() })),
    party: z
      .object({
        withMembers: z.number().int(),
        covered: z.number().int(),
        notAsked: z.number().int(),
      })
      .describe('Enterprises and merchants: party members, of these with a party organisation (A14)'),
    premises: z.object({ total: z.number().int(), vacant: z.number().int(), unchecked: z.number().int() }),
    council: z.object({
      members: z.number().int(),
      commitmentsOpen: z.number().int(),
      commitmentsDone: z.number().int(),
    }),
  })
  .meta({ id: 'OrganisationFigures' });
export type OrganisationFigures = z.output<typeof organisationFigures>;
