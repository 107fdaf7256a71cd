import { z } from 'zod';
import { id, instant, line, page, paging, phone, text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import * as codes from './codes.ts';
import { kinds, statuses } from './machine.ts';
import { caseMoved, caseRecord, caseRow, matter } from './records.ts';
import { caseParams, deed, fileIds, helpers, note, reason, unitOf, whatAndWhere } from './shapes.ts';

export { checkCase, findCase, listChecks, readShift } from './field/endpoints.ts';
export { getMyCase, listMyCases, reportCase, trackCase, withdrawMyCase } from './mine.ts';
export { followCase, rateCase, sayAgain, supplementCase, urgeCase } from './resident/endpoints.ts';

const yes = z.literal(['true', true]).transform(() => true as const);

export const listMatters = endpoint({
  name: 'cases.list_matters',
  method: 'GET',
  path: '/api/matters',
  summary: 'The tree of matters: category, default urgency, tags, duty of the community.',
  access: 'signed_in',
  output: z.object({ items: z.array(matter) }),
});

export const openCase = endpoint({
  name: 'cases.open',
  method: 'POST',
  path: '/api/cases',
  summary: 'Staff enter a case: a hotline order with its own number and date, a find, a request on behalf.',
  access: 'case.intake',
  body: z.object({
    ...whatAndWhere,
    kind: z.enum(kinds),
    channel: z.enum(codes.channels),
    title: line(80).nullable().default(null),
    requestType: z.enum(codes.requestTypes).default('help'),
    urgency: z.enum(codes.urgencies).nullable().default(null),
    requester: z
      .object({ name: line(40), phone: phone.nullable().default(null), hidden: z.boolean().default(false) })
      .nullable()
      .default(null),
    externalNumber: line(60).nullable().default(null),
    dueAt: instant.nullable().default(null).describe('The date of an outer order wins over our own'),
  }),
  output: caseMoved,
});

export const caseFilter = z.object({
  search: line(60).optional().describe('Part of the text, the title or the place; or a number'),
  status: z.enum(statuses).optional(),
  kind: z.enum(kinds).optional(),
  urgency: z.enum(codes.urgencies).optional(),
  matterCode: line(20).optional(),
  areaId: id.optional(),
  open: yes.optional().describe('Only what is not done'),
  overdue: yes.optional(),
  dueBefore: instant.optional(),
  mine: yes.optional().describe('Assigned to a unit of mine'),
  lamp: z.enum(['yellow', 'red']).optional(),
  returned: yes.optional().describe('Returned once and waiting for the arbiter'),
});

export const listCases = endpoint({
  name: 'cases.list',
  method: 'GET',
  path: '/api/cases',
  summary:
    'Cases inside the viewer’s areas or assigned to the viewer’s units, nearest date first; with search newest first.',
  access: 'case.read',
  query: caseFilter.extend(paging),
  output: page(caseRow).extend({
    total: z.number().int().optional().describe('Said when the first page holds all; `cases.count` counts'),
  }),
});

export const countListed = endpoint({
  name: 'cases.count',
  method: 'GET',
  path: '/api/cases/count',
  summary: 'How many cases a list holds: exact up to 10,000, then null.',
  access: 'case.read',
  query: caseFilter,
  output: z.object({ total: z.number().int().nullable() }),
});

export const countCases = endpoint({
  name: 'cases.figures',
  method: 'GET',
  path: '/api/cases/figures',
  summary: 'How many open cases stand in each state, and how many are late.',
  access: 'case.read',
  query: z.object({ areaId: id.optional() }),
  output: z.object({
    byStatus: z.array(z.object({ status: z.enum(statuses), count: z.number().int() })),
    overdue: z.number().int(),
    dueToday: z.number().int(),
  }),
});

export const getCase = endpoint({
  name: 'cases.get',
  method: 'GET',
  path: '/api/cases/:caseId',
  summary: 'One case with its whole timeline; masked, with what the viewer may do.',
  access: 'case.read',
  params: caseParams,
  output: caseRecord,
});

export const revealRequester = endpoint({
  name: 'cases.reveal_requester',
  method: 'POST',
  path: '/api/cases/:caseId/reveal',
  summary: 'Name and phone of the requesters in the clear, for a purpose that is recorded.',
  access: 'case.read',
  // A remembered answer would keep the clear number in the table of keys.
  idempotent: false,
  params: caseParams,
  body: z.object({ purpose: line(100) }),
  output: z.object({
    requesters: z.array(z.object({ requesterId: id, name: z.string(), phone: z.string().nullable() })),
  }),
});

// Intake

export const requestVerification = deed(
  'request_verification',
  'case.intake',
  'Asks the grid to look whether it is true.',
  note,
);
export const reportVerification = deed(
  'report_verification',
  'case.handle',
  'The grid worker reports what was found.',
  { finding: z.enum(codes.findings), ...note, fileIds },
);
export const registerCase = deed('register', 'case.intake', 'Opens the case: what, where, how urgent.', {
  matterCode: line(20),
  areaId: id,
  urgency: z.enum(codes.urgencies),
  title: line(80).optional(),
});
export const rejectCase = deed(
  'reject',
  'case.intake',
  'Does not take it up, for a reason of the closed list.',
  {
    rejectReason: z.enum(codes.rejectReasons),
    answer: line(1000).describe('Told to the requester'),
  },
);
export const answerDirectly = deed('answer_directly', 'case.intake', 'Answers an inquiry at once.', {
  answer: line(2000),
});
export const mergeCase = deed('merge', 'case.intake', 'Joins it to an open case; requesters are kept.', {
  intoCaseId: id,
});
export const transferOut = deed('transfer_out', 'case.dispatch', 'Hands it to an outer authority.', {
  authority: line(100),
  receipt: line(100),
});
export const withdrawCase = deed('withdraw', 'case.intake', 'Takes it back at the requester’s wish.', reason);

// Dispatch

export const dispatchCase = deed('dispatch', 'case.dispatch', 'Sends it to one lead unit and its helpers.', {
  lead: unitOf,
  helpers,
  ...note,
});
export const reassignCase = deed('reassign', 'case.dispatch', 'Moves it to another lead unit.', {
  lead: unitOf,
  helpers,
  ...reason,
  final: z.boolean().default(false).describe('The unit may not return it again'),
});
export const escalateTier = deed(
  'escalate_tier',
  'case.handle',
  'One step up the ladder of a property request.',
  {
    lead: unitOf,
    ...reason,
  },
);

// Handling

export const selfHandle = deed('self_handle', 'case.handle', 'A grid worker settles it on the spot.', note);
export const acceptCase = deed('accept', 'case.handle', 'The unit signs for it.', note);
export const returnToDispatcher = deed(
  'return_to_dispatcher',
  'case.handle',
  'The unit says it is not theirs.',
  reason,
);
export const startCase = deed(
  'start',
  'case.handle',
  'Work begins, after the requester was contacted.',
  note,
);
export const contactRequester = deed('contact', 'case.handle', 'Logs one attempt to reach the requester.', {
  way: z.enum(codes.contactWays),
  outcome: z.enum(codes.contactOutcomes),
  ...note,
});
export const addProgress = deed('add_progress', 'case.handle', 'Notes how far it is.', {
  note: line(1000),
  fileIds,
  mark: z.enum(codes.progressMarks).nullable().default(null),
  shown: z.boolean().default(false).describe('The requester may read it'),
});
export const reportCo = deed('report_co', 'case.handle', 'A helping unit reports its part.', {
  note: line(1000),
});
export const submitResult = deed('submit_result', 'case.handle', 'Hands in the result for review.', {
  result: line(4000),
  waive: line(300).nullable().default(null).describe('Why helpers or whistles still open do not matter'),
  fileIds,
});
export const requestExtension = deed('request_extension', 'case.handle', 'Asks for a later date.', {
  until: instant,
  ...reason,
  requesterTold: z.literal(true),
});

// Review

export const reviewApprove = deed('review_approve', 'case.review', 'Signs the next level.', {
  instruction: text(500).default(''),
  result: line(4000).nullable().default(null).describe('The answer as this level amends it; null keeps it'),
});
export const reviewReturn = deed('review_return', 'case.review', 'Sends the result back to work.', reason);
export const decideExtension = deed('decide_extension', 'case.review', 'Grants or denies a later date.', {
  grant: z.boolean(),
  ...reason,
});
export const suspendCase = deed(
  'suspend',
  'case.review',
  'Puts it on the long-term ledger, 60 days at most.',
  {
    plan: line(1000),
    until: instant,
    requesterTold: z.literal(true),
  },
);
export const resumeCase = deed('resume', 'case.review', 'Takes it off the ledger.', note);
export const superviseCase = deed('supervise', 'case.supervise', 'Urges the unit and marks the case.', {
  note: line(500),
});

// Confirmation

export const beginConfirmation = deed(
  'begin_confirmation',
  'case.confirm',
  'Begins the callback or check.',
  {},
);
export const confirmPass = deed('confirm_pass', 'case.confirm', 'Closes it with what the requester said.', {
  solved: z.enum(codes.solvedAnswers),
  satisfaction: z.enum(codes.satisfactions),
  ...note,
});
export const confirmFail = deed('confirm_fail', 'case.confirm', 'Not solved: a new round.', {
  solved: z.enum(codes.solvedAnswers),
  satisfaction: z.enum(codes.satisfactions),
  ...reason,
});
export const closeSpecial = deed(
  'close_special',
  'case.special',
  'Closes it apart; never counted as solved.',
  {
    closureType: z.enum(['special', 'error']),
    ...reason,
  },
);
export const reopenCase = deed(
  'reopen',
  'case.supervise',
  'Opens it again within 30 days, for new facts.',
  reason,
);
