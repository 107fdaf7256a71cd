import { z } from 'zod';
import { day, done, id, line, page, paging, phone, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { creditCodeFault, normalCreditCode } from './creditCode.ts';
import {
  commitmentKinds,
  commitmentStatuses,
  organisationKinds,
  organisationStatuses,
  premisesUses,
} from './kinds.ts';
import {
  commitment,
  contact,
  organisation,
  organisationFigures,
  organisationRow,
  premises,
} from './records.ts';
import { creditCodeProblems } from './words.ts';

export const creditCode = z
  .string()
  .max(40)
  .transform(normalCreditCode)
  .superRefine((code, refinement) => {
    const fault = creditCodeFault(code);
    if (fault) refinement.addIssue({ code: 'custom', message: creditCodeProblems[fault] });
  });

/** What people write about an organisation. */
export const organisationFacts = z.object({
  kind: z.enum(organisationKinds),
  name: line(120),
  shortName: line(40).nullable().default(null),
  creditCode: creditCode.nullable().default(null),
  industry: line(60).nullable().default(null),
  address: line(200).nullable().default(null),
  areaId: id,
  parentId: id.nullable().default(null),
  councilMember: z.boolean().default(false),
  partyMemberCount: z.number().int().min(0).max(100_000).nullable().default(null),
  partyOrganisation: line(120).nullable().default(null),
});
export type OrganisationFacts = z.output<typeof organisationFacts>;

const organisationParams = z.object({ organisationId: id });
const yes = z.literal(['true', true]).transform(() => true as const);

export const organisationFilter = z.object({
  search: line(60).optional().describe('Part of the name, the short name, or a credit code'),
  kind: z.enum(organisationKinds).optional(),
  status: z.enum(organisationStatuses).default('active'),
  areaId: id.optional(),
  councilMember: yes.optional(),
  partyGap: yes.optional().describe('Party members, but no party organisation yet'),
});

export const listOrganisations = endpoint({
  name: 'organisations.list',
  method: 'GET',
  path: '/api/organisations',
  summary: 'Organisations inside the viewer’s areas, and those that serve them; ordered by name.',
  access: 'organisation.read',
  query: organisationFilter.extend(paging),
  output: page(organisationRow),
});

export const readOrganisationFigures = endpoint({
  name: 'organisations.figures',
  method: 'GET',
  path: '/api/organisations/figures',
  summary: 'Counts by kind, party coverage, vacant premises, commitments.',
  access: 'organisation.read',
  query: z.object({ areaId: id.optional() }),
  output: organisationFigures,
});

export const getOrganisation = endpoint({
  name: 'organisations.get',
  method: 'GET',
  path: '/api/organisations/:organisationId',
  summary: 'One organisation with contacts, premises, areas served and commitments; masked.',
  access: 'organisation.read',
  params: organisationParams,
  output: organisation,
});

export const registerOrganisation = endpoint({
  name: 'organisations.register',
  method: 'POST',
  path: '/api/organisations',
  summary: 'Adds an organisation to the register; a credit code stands there once.',
  access: 'organisation.edit',
  body: organisationFacts,
  output: organisation,
});

export const correctOrganisation = endpoint({
  name: 'organisations.correct',
  method: 'POST',
  path: '/api/organisations/:organisationId',
  summary: 'Changes the facts of an organisation.',
  access: 'organisation.edit',
  params: organisationParams,
  body: organisationFacts.extend({ version }),
  output: organisation,
});

export const closeOrganisation = endpoint({
  name: 'organisations.close',
  method: 'POST',
  path: '/api/organisations/:organisationId/close',
  summary: 'Takes an organisation out of use; it stays in the register.',
  access: 'organisation.edit',
  params: organisationParams,
  body: z.object({ reason: line(200), version }),
  output: organisation,
});

export const reopenOrganisation = endpoint({
  name: 'organisations.reopen',
  method: 'POST',
  path: '/api/organisations/:organisationId/reopen',
  summary: 'Puts a closed organisation back into use.',
  access: 'organisation.edit',
  params: organisationParams,
  body: z.object({ version }),
  output: organisation,
});

// Contacts

const contactParams = organisationParams.extend({ contactId: id });
const contactFacts = z.object({
  name: line(40),
  duty: line(40).nullable().default(null),
  phone: phone.nullable().default(null),
});

export const addContact = endpoint({
  name: 'organisations.add_contact',
  method: 'POST',
  path: '/api/organisations/:organisationId/contacts',
  summary: 'Adds a contact; the phone is stored encrypted.',
  access: 'organisation.edit',
  params: organisationParams,
  body: contactFacts,
  output: contact,
});

export const changeContact = endpoint({
  name: 'organisations.change_contact',
  method: 'POST',
  path: '/api/organisations/:organisationId/contacts/:contactId',
  summary: 'Changes a contact; what is left out stays as it is.',
  access: 'organisation.edit',
  params: contactParams,
  body: z.object({
    name: line(40).optional(),
    duty: line(40).nullable().optional(),
    phone: phone.nullable().optional(),
    version,
  }),
  output: contact,
});

export const removeContact = endpoint({
  name: 'organisations.remove_contact',
  method: 'POST',
  path: '/api/organisations/:organisationId/contacts/:contactId/remove',
  summary: 'Removes a contact and the personal data in it.',
  access: 'organisation.edit',
  params: contactParams,
  output: done,
});

export const revealContact = endpoint({
  name: 'organisations.reveal_contact',
  method: 'POST',
  path: '/api/organisations/:organisationId/contacts/:contactId/reveal',
  summary: 'Shows name and phone of a contact in clear, for a purpose that is recorded.',
  access: 'organisation.read',
  // A remembered answer would keep the clear number in the table of keys.
  idempotent: false,
  params: contactParams,
  body: z.object({ purpose: line(100) }),
  output: z.object({ name: z.string(), phone: z.string().nullable() }),
});

export const setAreasServed = endpoint({
  name: 'organisations.set_areas_served',
  method: 'POST',
  path: '/api/organisations/:organisationId/areas-served',
  summary: 'Sets the estates and grids an organisation serves.',
  access: 'organisation.edit',
  params: organisationParams,
  body: z.object({ areaIds: z.array(id).max(200), version }),
  output: organisation,
});

// Premises: the floor-by-floor ledger

export const listPremises = endpoint({
  name: 'organisations.list_premises',
  method: 'GET',
  path: '/api/premises',
  summary: 'Rooms by building, floor and room, with who uses them and when that was last checked.',
  access: 'organisation.read',
  query: z.object({
    ...paging,
    areaId: id.optional(),
    vacant: yes.optional(),
    checkedBefore: day.optional().describe('Not checked since this day, or never'),
  }),
  output: page(premises),
});

const premisesFacts = z.object({
  areaId: id,
  floor: z.number().int().min(-9).max(200).nullable().default(null),
  room: line(40),
  use: z.enum(premisesUses),
  squareMetres: z.number().min(0).max(1_000_000).nullable().default(null),
  organisationId: id.nullable().default(null),
  note: text(200).nullable().default(null),
});

export const recordPremises = endpoint({
  name: 'organisations.record_premises',
  method: 'POST',
  path: '/api/premises',
  summary: 'Adds a room to the ledger, used or vacant.',
  access: 'organisation.edit',
  body: premisesFacts,
  output: premises,
});

const premisesParams = z.object({ premisesId: id });

export const checkPremises = endpoint({
  name: 'organisations.check_premises',
  method: 'POST',
  path: '/api/premises/:premisesId/check',
  summary: 'Records what was found in a room today.',
  access: 'organisation.edit',
  params: premisesParams,
  body: premisesFacts.omit({ areaId: true, floor: true, room: true }).extend({ version }),
  output: premises,
});

export const removePremises = endpoint({
  name: 'organisations.remove_premises',
  method: 'POST',
  path: '/api/premises/:premisesId/remove',
  summary: 'Takes a room that was entered by mistake out of the ledger.',
  access: 'organisation.edit',
  params: premisesParams,
  output: done,
});

// Commitments of member units

export const recordCommitment = endpoint({
  name: 'organisations.record_commitment',
  method: 'POST',
  path: '/api/organisations/:organisationId/commitments',
  summary: 'Adds a resource, need or project of a member unit.',
  access: 'organisation.edit',
  params: organisationParams,
  body: z.object({ kind: z.enum(commitmentKinds), text: line(300), dueOn: day.nullable().default(null) }),
  output: commitment,
});

export const changeCommitment = endpoint({
  name: 'organisations.change_commitment',
  method: 'POST',
  path: '/api/organisations/:organisationId/commitments/:commitmentId',
  summary: 'Changes the text, due day or status of a commitment.',
  access: 'organisation.edit',
  params: organisationParams.extend({ commitmentId: id }),
  body: z.object({
    text: line(300),
    dueOn: day.nullable(),
    status: z.enum(commitmentStatuses),
    version,
  }),
  output: commitment,
});
