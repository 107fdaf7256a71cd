import { z } from 'zod';
import { can, id, instant } from '#contract/common.ts';
import { assignmentRoles, assignmentStatuses, lamps } from '../codes.ts';
import { kinds, statuses } from '../machine.ts';
import { unit } from '../records.ts';
import * as codes from './codes.ts';

const by = { by: z.string(), at: instant, note: z.string().nullable() };
const grade = z.enum(codes.grades);

/** A case named by another one; the title is empty when it lies outside the viewer's areas. */
const named = z.object({ caseId: id, number: z.string(), title: z.string(), status: z.enum(statuses) });

export const responder = z
  .object({
    assignmentId: id,
    role: z.enum(assignmentRoles),
    unit,
    status: z.enum(assignmentStatuses),
    acknowledgeBy: instant,
    arriveBy: instant.nullable().describe('Null where the arrival is by appointment'),
    dueAt: instant.nullable(),
    acknowledgedAt: instant.nullable(),
    arrivedAt: instant.nullable(),
    reportedAt: instant.nullable(),
    report: z.string().nullable(),
    nextBy: instant.nullable().describe('The date of the step that comes next'),
    lamp: z.enum(lamps),
    ofResponder: z.object({ timeliness: grade, quality: grade, attitude: grade, ...by }).nullable(),
    ofBlower: z.object({ justified: grade, clarity: grade, ...by }).nullable(),
    can: can('acknowledge', 'arrive', 'report_response', 'evaluate_responder', 'evaluate_blower'),
  })
  .meta({ id: 'WhistleResponder' });
export type Responder = z.output<typeof responder>;

/** A whistle (吹哨报到): who blew it, why, who was called and how far each of them is. */
export const whistle = z
  .object({
    caseId: id,
    number: z.string(),
    status: z.enum(statuses),
    version: z.number().int(),
    whistleType: z.enum(codes.whistleTypes),
    reason: z.string(),
    parent: named,
    blower: unit,
    blownBy: z.string(),
    blownAt: instant,
    approval: z.enum(codes.whistleApprovals),
    approvedBy: z.string().nullable(),
    approvedAt: instant.nullable(),
    approveBy: instant.nullable().describe('An emergency is approved within 24 hours'),
    called: z.array(unit).describe('Whom it calls, the leading unit first'),
    responders: z.array(responder).describe('Empty until it is approved'),
    can: can('approve_whistle'),
  })
  .meta({ id: 'Whistle' });
export type WhistleRecord = z.output<typeof whistle>;

export const exclusion = z.object({
  exclusionId: id,
  reason: z.enum(codes.exclusionReasons),
  note: z.string(),
  fileIds: z.array(id),
  appliedBy: z.string(),
  appliedAt: instant,
  decision: z.enum(codes.exclusionDecisions),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionNote: z.string().nullable(),
});
export type ExclusionRecord = z.output<typeof exclusion>;

/** What else belongs to a case: tags, the case it came from, whistles, links, exclusions. */
export const joint = z
  .object({
    caseId: id,
    version: z.number().int(),
    tags: z.array(z.string()),
    parent: named.nullable(),
    whistles: z.array(
      named.extend({
        whistleType: z.enum(codes.whistleTypes),
        open: z.boolean(),
        units: z.array(z.string()),
      }),
    ),
    links: z.array(
      named.extend({ kind: z.enum(kinds), linkKind: z.enum(codes.linkKinds), by: z.string(), at: instant }),
    ),
    merged: z.array(named).describe('Cases that were joined to this one'),
    exclusions: z.array(exclusion),
    arbiters: z
      .array(z.object({ name: z.string(), role: z.string() }))
      .describe('People who decide now, after a return; else none'),
  })
  .meta({ id: 'CaseJoint' });
export type CaseJoint = z.output<typeof joint>;

/** The head of the dispatch desk. */
export const deskFigures = z
  .object({
    fresh: z.number().int().describe('Waiting to be taken up or dispatched'),
    overdue: z.number().int().describe('Of those, past their date'),
    toArbitrate: z.number().int().describe('Returned once: the arbiter dispatches'),
    dispatchedToday: z.number().int(),
    averageMinutes: z.number().int().nullable().describe('From registered to dispatched, of today'),
  })
  .meta({ id: 'DeskFigures' });
