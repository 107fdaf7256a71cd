// Endpoints by which minors are protected, consent is kept, and data are corrected or erased.
import { z } from 'zod';
import { done, id, line, page, paging, text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { consentPurposes, guardianRelations, requestStatuses, revealPurposes } from './codes.ts';
import { consent, correction, erasure, guardianship, minorAccess } from './records.ts';

const personParams = z.object({ personId: id });
const status = z.enum(requestStatuses).optional();
const decision = z.object({ decision: z.enum(['approve', 'decline']), reason: line(300) });

export const requestMinorAccess = endpoint({
  name: 'people.request_minor_access',
  method: 'POST',
  path: '/api/people/persons/:personId/minor-access',
  summary: 'Asks a responsible person for leave to see a minor’s data in the clear.',
  access: 'person.reveal',
  params: personParams,
  body: z.object({ purpose: z.enum(revealPurposes), reason: line(300) }),
  output: minorAccess,
});

export const listMinorAccess = endpoint({
  name: 'people.list_minor_access',
  method: 'GET',
  path: '/api/people/minor-access',
  summary: 'Requests the viewer may decide, and the viewer’s own.',
  access: 'person.read',
  query: z.object({ ...paging, status }),
  output: page(minorAccess),
});

export const decideMinorAccess = endpoint({
  name: 'people.decide_minor_access',
  method: 'POST',
  path: '/api/people/minor-access/:requestId/decide',
  summary: 'Approves for 24 hours, or declines; never one’s own request.',
  access: 'minor.approve',
  params: z.object({ requestId: id }),
  body: decision,
  output: minorAccess,
});

export const addGuardianship = endpoint({
  name: 'people.add_guardianship',
  method: 'POST',
  path: '/api/people/persons/:personId/guardianships',
  summary: 'Names a guardian of a minor.',
  access: 'person.edit',
  params: personParams,
  body: z.object({
    guardianId: id,
    relation: z.enum(guardianRelations),
    verified: z.boolean().describe('The papers were seen'),
  }),
  output: guardianship,
});

export const endGuardianship = endpoint({
  name: 'people.end_guardianship',
  method: 'POST',
  path: '/api/people/guardianships/:guardianshipId/end',
  summary: 'Ends a guardianship; a child under 14 keeps at least one.',
  access: 'person.edit',
  params: z.object({ guardianshipId: id }),
  body: z.object({ reason: line(200) }),
  output: done,
});

export const recordConsent = endpoint({
  name: 'people.record_consent',
  method: 'POST',
  path: '/api/people/persons/:personId/consents',
  summary: 'Records consent given on paper, with its evidence.',
  access: 'person.edit',
  params: personParams,
  body: z.object({
    purpose: z.enum(consentPurposes),
    givenById: id.optional().describe('The guardian, for a child under 14'),
    evidenceFileId: id.optional(),
    evidenceNote: line(100).optional(),
  }),
  output: consent,
});

export const withdrawConsent = endpoint({
  name: 'people.withdraw_consent',
  method: 'POST',
  path: '/api/people/consents/:consentId/withdraw',
  summary: 'Records that consent was taken back at the counter.',
  access: 'person.edit',
  params: z.object({ consentId: id }),
  body: z.object({ reason: text(200).default('') }),
  output: consent,
});

export const requestErasure = endpoint({
  name: 'people.request_erasure',
  method: 'POST',
  path: '/api/people/persons/:personId/erasure',
  summary: 'Records a person’s wish to be deleted from the register.',
  access: 'person.edit',
  params: personParams,
  body: z.object({ reason: line(300) }),
  output: erasure,
});

export const listErasures = endpoint({
  name: 'people.list_erasures',
  method: 'GET',
  path: '/api/people/erasures',
  summary: 'Wishes to be deleted, inside the viewer’s areas.',
  access: 'person.erase',
  query: z.object({ ...paging, status }),
  output: page(erasure),
});

export const decideErasure = endpoint({
  name: 'people.decide_erasure',
  method: 'POST',
  path: '/api/people/erasures/:erasureId/decide',
  summary: 'Deletes the personal fields, or says why they must stay.',
  access: 'person.erase',
  params: z.object({ erasureId: id }),
  body: decision,
  output: erasure,
});

export const listCorrections = endpoint({
  name: 'people.list_corrections',
  method: 'GET',
  path: '/api/people/corrections',
  summary: 'What residents say is wrong about their own data.',
  access: 'person.edit',
  query: z.object({ ...paging, status }),
  output: page(correction),
});

export const decideCorrection = endpoint({
  name: 'people.decide_correction',
  method: 'POST',
  path: '/api/people/corrections/:correctionId/decide',
  summary: 'Marks a correction as made, or says why not.',
  access: 'person.edit',
  params: z.object({ correctionId: id }),
  body: decision,
  output: correction,
});
