import { z } from 'zod';
import { can, id, instant } from '#contract/common.ts';
import * as codes from './codes.ts';
import { caseFile } from './field/records.ts';
import { exclusionDecisions } from './joint/codes.ts';
import { kinds, moves, statuses } from './machine.ts';
import { requesterWays } from './resident/codes.ts';

export { type PlainCase, plainCase } from './resident/records.ts';

import { SafetyAlarm } from './safety/codes.ts';

export const casePlace = z.object({ areaId: id, name: z.string(), path: z.string() });
export const unit = z.object({ kind: z.enum(codes.unitKinds), unitId: id, name: z.string() });

/** Everything a viewer may be offered on a case: the moves of the machine and the acts that change no state. */
export const caseVerbs = [
  ...moves,
  'contact',
  'add_progress',
  'report_co',
  'supervise',
  'request_extension',
  'decide_extension',
  'reveal',
  'tell_first',
  'renew_suspension',
  'log_callback',
  'blow_whistle',
  'arbitrate',
  'remind',
  'set_helper',
  'consult',
  'relate',
  'tag',
  'apply_exclusion',
  'decide_exclusion',
] as const;
export type CaseVerb = (typeof caseVerbs)[number];

/** One leaf or branch of the tree of matters. */
export const matter = z
  .object({
    code: z.string(),
    name: z.string(),
    parentCode: z.string().nullable(),
    urgency: z.enum(codes.urgencies),
    tags: z.array(z.string()),
    selfHandle: z.boolean().describe('A grid worker may settle it on the spot'),
    communityDuty: z.enum(codes.communityDuties),
  })
  .meta({ id: 'Matter' });
export type MatterRecord = z.output<typeof matter>;

/** What a move answers; the page reads the whole case again. */
export const caseMoved = z
  .object({
    caseId: id,
    number: z.string(),
    status: z.enum(statuses),
    round: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'CaseMoved' });
export type CaseMoved = z.output<typeof caseMoved>;

/** One line of the list. */
export const caseRow = caseMoved
  .extend({
    kind: z.enum(kinds),
    title: z.string(),
    matter: z.object({ code: z.string(), name: z.string() }).nullable(),
    channel: z.enum(codes.channels),
    urgency: z.enum(codes.urgencies),
    area: casePlace.nullable(),
    placeText: z.string(),
    lead: unit.nullable(),
    reportedAt: instant,
    dueAt: instant.nullable().describe('The date the requester was told'),
    finishedAt: instant.nullable(),
    lamp: z.enum(codes.lamps),
    reviewLevel: z.number().int().nullable().describe('The level that signs next'),
    supervised: z.boolean(),
    returned: z.boolean().describe('Returned once: the arbiter decides next'),
    exclusion: z.enum(exclusionDecisions).nullable(),
    requesterCount: z.number().int(),
    alarms: z.array(SafetyAlarm).describe('Dangers named in the text'),
  })
  .meta({ id: 'CaseRow' });
export type CaseRow = z.output<typeof caseRow>;

export const caseStep = z
  .object({
    seq: z.number().int(),
    at: instant,
    name: z.enum([...moves, ...codes.acts]),
    actor: z.string(),
    role: z.string().nullable(),
    from: z.enum(statuses).nullable(),
    to: z.enum(statuses),
    round: z.number().int(),
    note: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    deviceAt: instant
      .nullable()
      .describe('Time on the phone of a deed recorded without network; never the judge'),
  })
  .meta({ id: 'CaseStep' });
export type CaseStep = z.output<typeof caseStep>;

/** One clock of a case. `part` is the level of a review, the tier of a property request, else 1. */
export const caseTimer = z.object({
  timer: z.enum(codes.timers),
  part: z.number().int(),
  startedAt: instant,
  dueAt: instant,
  firstDueAt: instant.describe('The date before pauses, extensions and recomputations'),
  pausedAt: instant.nullable().describe('It stands still since then'),
  stoppedAt: instant.nullable(),
  lamp: z.enum(codes.lamps),
  guessed: z.boolean().describe('Counted in a year whose holidays are not published yet'),
});
export type CaseTimer = z.output<typeof caseTimer>;

export const caseRecord = caseRow
  .extend({
    text: z.string(),
    requestType: z.enum(codes.requestTypes),
    externalNumber: z.string().nullable(),
    tier: z.number().int(),
    reviewLevels: z.number().int(),
    /** Moves that its kind does not know. */
    switchedOff: z.array(z.enum(moves)),
    requesters: z.array(
      z.object({
        requesterId: id,
        name: z.string().describe('Masked; empty when hidden from the viewer'),
        phone: z.string().nullable().describe('Masked'),
        onBehalfOf: z.string().nullable(),
        hidden: z.boolean(),
        way: z.enum(requesterWays),
      }),
    ),
    assignments: z.array(
      z.object({
        assignmentId: id,
        role: z.enum(codes.assignmentRoles),
        unit,
        status: z.enum(codes.assignmentStatuses),
        dueAt: instant.nullable(),
        report: z.string().nullable(),
      }),
    ),
    signatures: z.array(
      z.object({
        round: z.number().int(),
        level: z.number().int(),
        signer: z.string(),
        onBehalfOf: z.string().nullable(),
        role: z.string(),
        at: instant,
        digest: z.string(),
        instruction: z.string(),
        way: z.enum(['single', 'batch']),
      }),
    ),
    contacts: z.array(
      z.object({
        at: instant,
        by: z.string(),
        way: z.enum(codes.contactWays),
        outcome: z.enum(codes.contactOutcomes),
        note: z.string().nullable(),
      }),
    ),
    timers: z.array(caseTimer),
    innerDueAt: instant.nullable().describe('When the unit must hand in, so that every level has its time'),
    position: z.object({ longitude: z.number(), latitude: z.number() }).nullable().describe('CGCS2000'),
    fileIds: z.array(id),
    original: z.string().nullable().describe('The pasted chat it came from'),
    files: z.array(caseFile).describe('The same files, with what they show'),
    result: z.string().nullable(),
    solved: z.enum(codes.solvedAnswers).nullable(),
    satisfaction: z.enum(codes.satisfactions).nullable(),
    closureType: z.enum(codes.closureTypes).nullable(),
    suspendedUntil: instant.nullable(),
    extensionUntil: instant.nullable().describe('Asked for and not decided yet'),
    mergedInto: z.object({ caseId: id, number: z.string() }).nullable(),
    timeline: z.array(caseStep),
    can: can(...caseVerbs),
  })
  .meta({ id: 'Case' });
export type CaseRecord = z.output<typeof caseRecord>;
