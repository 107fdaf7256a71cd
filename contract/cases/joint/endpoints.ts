// Joint work on a case: whistle, links, tags, exclusion, arbitration (domain.md 1.5, 1.6, 7.3).
import { z } from 'zod';
import { id, instant, line, text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { caseParams, deed, fileIds, helpers, note, reason, unitOf } from '../shapes.ts';
import * as codes from './codes.ts';
import { deskFigures, joint, whistle } from './records.ts';

export const readJoint = endpoint({
  name: 'cases.joint',
  method: 'GET',
  path: '/api/cases/:caseId/joint',
  summary: 'Tags, the case it came from, whistles, links, merged cases and exclusions of one case.',
  access: 'case.read',
  params: caseParams,
  output: joint,
});

export const readWhistle = endpoint({
  name: 'cases.whistle',
  method: 'GET',
  path: '/api/cases/:caseId/whistle',
  summary: 'A whistle: its type, who blew it, who was called, how far each of them is.',
  access: 'case.read',
  params: caseParams,
  output: whistle,
});

export const readDeskFigures = endpoint({
  name: 'cases.desk_figures',
  method: 'GET',
  path: '/api/cases/desk-figures',
  summary: 'The head of the dispatch desk: fresh, late, to arbitrate, dispatched today, average minutes.',
  access: 'case.dispatch',
  output: deskFigures,
});

// Whistle

export const blowWhistle = deed(
  'blow_whistle',
  'case.blow_whistle',
  'Calls units together for this case; the whistle is a case of its own.',
  {
    whistleType: z.enum(codes.whistleTypes),
    lead: unitOf,
    others: z.array(unitOf).max(10).default([]),
    ...reason,
    arriveBy: instant.nullable().default(null).describe('An appointment; else the limit of the type'),
    dueAt: instant.nullable().default(null),
  },
);

export const approveWhistle = deed(
  'approve_whistle',
  'case.approve_whistle',
  'Lets the whistle go out, or refuses it; for an emergency, afterwards.',
  { approve: z.boolean(), ...note },
);

const answering = { assignmentId: id, ...note };

export const acknowledge = deed('acknowledge', 'case.handle', 'A called unit says that it comes.', answering);
export const arrive = deed('arrive', 'case.handle', 'A called unit is on the spot.', {
  ...answering,
  fileIds,
});
export const reportResponse = deed(
  'report_response',
  'case.handle',
  'A called unit reports what it did; the leading one reports last, for all.',
  { assignmentId: id, report: line(2000), waive: line(300).nullable().default(null), fileIds },
);
export const evaluateResponder = deed(
  'evaluate_responder',
  'case.read',
  'The unit that blew evaluates one that came.',
  {
    ...answering,
    timeliness: z.enum(codes.grades),
    quality: z.enum(codes.grades),
    attitude: z.enum(codes.grades),
  },
);
export const evaluateBlower = deed(
  'evaluate_blower',
  'case.handle',
  'A unit that came evaluates the whistle: was it needed, was it clear.',
  { ...answering, justified: z.enum(codes.grades), clarity: z.enum(codes.grades) },
);

// Links, tags, words together

export const relateCase = deed('relate', 'case.intake', 'Joins two cases that stay apart.', {
  otherCaseId: id,
  linkKind: z.enum(codes.linkKinds),
});
export const unrelateCase = deed('unrelate', 'case.intake', 'Takes a link away.', { otherCaseId: id });
export const tagCase = deed('tag', 'case.intake', 'Says what the case counts towards.', {
  tags: z.array(line(12)).max(8),
});
export const consult = deed('consult', 'case.read', 'Notes a consultation and the units that took part.', {
  note: line(2000),
  units: z.array(unitOf).min(1).max(20),
});
export const remind = deed('remind', 'case.dispatch', 'Reminds the unit that has it.', { note: line(500) });
export const setHelper = deed(
  'set_helper',
  'case.read',
  'Adds a helping unit, moves its date, or lets it go with a reason.',
  {
    unit: unitOf,
    dueAt: instant.nullable().default(null),
    waive: line(300).nullable().default(null),
  },
);

/** After one return the dispatcher decides no more: the arbiter's word is final (domain.md 1.1, art. 12 and 14). */
export const arbitrate = deed('arbitrate', 'case.arbitrate', 'Decides finally who handles it.', {
  lead: unitOf,
  helpers,
  ...reason,
});

// Exclusion (剔除)

export const applyExclusion = deed(
  'apply_exclusion',
  'case.handle',
  'The unit asks that the case does not count, with evidence.',
  {
    exclusionReason: z.enum(codes.exclusionReasons),
    note: line(1000),
    fileIds: z.array(id).min(1).max(20).describe('The evidence'),
  },
);
export const decideExclusion = deed(
  'decide_exclusion',
  'case.decide_exclusion',
  'Somebody else decides; the case stays, is handled on and is counted both ways.',
  { grant: z.boolean(), note: text(1000).default('').describe('Of the outer authority: its number') },
);
