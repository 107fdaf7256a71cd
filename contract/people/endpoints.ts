import { z } from 'zod';
import { day, id, line, page, paging, phone, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import {
  ageBands,
  careTags,
  guardianRelations,
  householdTags,
  houseUses,
  relations,
  revealFields,
  revealPurposes,
  sexes,
} from './codes.ts';
import { household, householdRow, person, personRow, revealed, trustedContact } from './records.ts';

const personParams = z.object({ personId: id });
const householdParams = z.object({ householdId: id });

/** What can be asked of either register; shared by list and export. */
const commonFilter = {
  areaId: id.optional().describe('This place and everything below it'),
  careTag: z.enum(careTags).optional(),
  houseUse: z.enum(houseUses).optional(),
  address: line(60).min(2).optional().describe('Any part of the address'),
};

export const personFilter = z.object({
  ...commonFilter,
  age: z.enum(ageBands).optional(),
  name: line(40).optional().describe('Any part of the name'),
  phone: z
    .string()
    .trim()
    .regex(/^\d{4}$|^\d{7,12}$/)
    .optional()
    .describe('The whole number or its last four digits'),
});
export type PersonFilter = z.output<typeof personFilter>;

export const householdFilter = z.object({
  ...commonFilter,
  tag: z.enum(householdTags).optional(),
  withMinors: z.stringbool().optional(),
  over80: z.stringbool().optional(),
});
export type HouseholdFilter = z.output<typeof householdFilter>;

const name = line(40);
const idNumber = z.string().trim().toUpperCase().max(30).describe('18 characters, GB 11643');

/** What a form sends about one person. A child under 14 comes with guardian and guardian's consent. */
export const newPerson = z.object({
  name,
  sex: z.enum(sexes).optional(),
  bornOn: day.optional().describe('Taken from the identity number where that is given'),
  phone: phone.optional(),
  idNumber: idNumber.optional(),
  householdId: id.optional(),
  relation: z.enum(relations).optional(),
  areaId: id.optional().describe('Where there is no household'),
  careTags: z.array(z.enum(careTags)).max(careTags.length).default([]),
  guardian: z.object({ personId: id, relation: z.enum(guardianRelations) }).optional(),
  consent: z
    .object({
      evidenceFileId: id.optional(),
      evidenceNote: line(100).optional().describe('Number of the paper in the archive'),
    })
    .optional()
    .describe('The guardian’s consent on paper'),
});
export type NewPerson = z.output<typeof newPerson>;

export const listPersons = endpoint({
  name: 'people.list_persons',
  method: 'GET',
  path: '/api/people/persons',
  summary: 'Residents inside the viewer’s areas, masked.',
  access: 'person.read',
  query: personFilter.extend(paging),
  output: page(personRow),
});

export const getPerson = endpoint({
  name: 'people.get_person',
  method: 'GET',
  path: '/api/people/persons/:personId',
  summary: 'One resident, masked.',
  access: 'person.read',
  params: personParams,
  output: person,
});

export const registerPerson = endpoint({
  name: 'people.register_person',
  method: 'POST',
  path: '/api/people/persons',
  summary: 'Adds a resident to the register.',
  access: 'person.edit',
  body: newPerson,
  output: person,
});

export const correctPerson = endpoint({
  name: 'people.correct_person',
  method: 'PATCH',
  path: '/api/people/persons/:personId',
  summary: 'Corrects a resident; fields left out stay as they are.',
  access: 'person.edit',
  params: personParams,
  body: z.object({
    version,
    name: name.optional(),
    sex: z.enum(sexes).nullable().optional(),
    bornOn: day.nullable().optional(),
    phone: phone.nullable().optional(),
    idNumber: idNumber.nullable().optional(),
    householdId: id.nullable().optional(),
    relation: z.enum(relations).nullable().optional(),
    careTags: z.array(z.enum(careTags)).max(careTags.length).optional(),
  }),
  output: person,
});

export const revealPerson = endpoint({
  name: 'people.reveal_person',
  method: 'POST',
  path: '/api/people/persons/:personId/reveal',
  summary: 'Shows chosen values in the clear, once; the look is kept in the trail with its purpose.',
  access: 'person.reveal',
  // A remembered answer would keep clear values in the database; a repeat is one more look, and logged.
  idempotent: false,
  callsPerMinuteMax: 60,
  params: personParams,
  body: z.object({
    purpose: z.enum(revealPurposes),
    reason: text(200).default(''),
    fields: z.array(z.enum(revealFields)).min(1).max(revealFields.length).default(['phone']),
  }),
  output: revealed,
});

export const listHouseholds = endpoint({
  name: 'people.list_households',
  method: 'GET',
  path: '/api/people/households',
  summary: 'Households inside the viewer’s areas, in the order of the doors.',
  access: 'person.read',
  query: householdFilter.extend(paging),
  output: page(householdRow),
});

export const getHousehold = endpoint({
  name: 'people.get_household',
  method: 'GET',
  path: '/api/people/households/:householdId',
  summary: 'The file of one household (户档), its people masked.',
  access: 'person.read',
  params: householdParams,
  output: household,
});

const room = line(30);

export const registerHousehold = endpoint({
  name: 'people.register_household',
  method: 'POST',
  path: '/api/people/households',
  summary: 'Opens the file of a home.',
  access: 'person.edit',
  body: z.object({
    areaId: id.describe('The entrance'),
    room,
    houseUse: z.enum(houseUses),
    tags: z.array(z.enum(householdTags)).max(householdTags.length).default([]),
    note: text(500).default(''),
  }),
  output: household,
});

export const changeHousehold = endpoint({
  name: 'people.change_household',
  method: 'PATCH',
  path: '/api/people/households/:householdId',
  summary: 'Changes a household; a stale version is told what changed meanwhile.',
  access: 'person.edit',
  params: householdParams,
  body: z.object({
    version,
    room: room.optional(),
    houseUse: z.enum(houseUses).optional(),
    tags: z.array(z.enum(householdTags)).max(householdTags.length).optional(),
    note: text(500).optional(),
    headId: id.optional(),
  }),
  output: household,
});

export const moveHousehold = endpoint({
  name: 'people.move_household',
  method: 'POST',
  path: '/api/people/households/:householdId/move',
  summary: 'A household moves to another door, or leaves the street.',
  access: 'person.edit',
  params: householdParams,
  body: z.object({
    version,
    to: z.object({ areaId: id, room }).nullable().describe('Null: left the street'),
    reason: line(200),
  }),
  output: household,
});

export const listTrustedContacts = endpoint({
  name: 'people.list_trusted_contacts',
  method: 'GET',
  path: '/api/people/trusted-contacts',
  summary: 'Trusted neighbours and party member hubs of the viewer’s own grid.',
  access: 'person.read',
  query: z.object({ ...paging, areaId: id.optional() }),
  output: page(trustedContact),
});
