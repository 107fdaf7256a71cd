// The day of the field: what the phone takes along, what it finds, what it checks.
import { z } from 'zod';
import { id, instant, line, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import * as codes from '../codes.ts';
import { caseMoved, caseRecord, caseRow } from '../records.ts';
import { caseParams, fileIds, whatAndWhere } from '../shapes.ts';
import { checkRecord } from './records.ts';

export const readShift = endpoint({
  name: 'cases.shift',
  method: 'GET',
  path: '/api/field/shift',
  summary: 'Everything a phone takes along for a shift without a network, in one answer.',
  access: 'case.find',
  output: z.object({
    readAt: instant,
    cases: z
      .array(z.object({ record: caseRecord, nearby: z.array(caseRow) }))
      .describe('Open cases of my units, nearest date first, with what else was reported at their address'),
    checks: z.array(checkRecord).describe('Grid cases that wait for somebody else to look'),
    frequent: z
      .array(z.string())
      .max(12)
      .describe('Codes of matters found most often here, then self-handled'),
  }),
});

export const findCase = endpoint({
  name: 'cases.find',
  method: 'POST',
  path: '/api/field/finds',
  summary:
    'Reports what was found on the spot; settled at once where the matter allows, with photos of both.',
  access: 'case.find',
  body: z.object({
    ...whatAndWhere,
    caseId: id.describe('Made by the phone, so that what follows can name the case before it arrives'),
    urgency: z.enum(codes.urgencies).nullable().default(null),
    settled: line(1000).nullable().default(null).describe('What was done on the spot; null where it is left'),
  }),
  output: caseMoved,
});

export const listChecks = endpoint({
  name: 'cases.list_checks',
  method: 'GET',
  path: '/api/field/checks',
  summary: 'Grid cases done nearby by others, whose result can be looked at on the spot.',
  access: 'case.check',
  output: z.object({ items: z.array(checkRecord) }),
});

export const checkCase = endpoint({
  name: 'cases.check',
  method: 'POST',
  path: '/api/cases/:caseId/check',
  summary: 'Somebody who had no hand in it looks and closes it or sends it back, with a photo.',
  access: 'case.check',
  params: caseParams,
  body: z.object({
    isSolved: z.boolean(),
    note: text(1000).default(''),
    fileIds,
    version,
  }),
  output: caseMoved,
});
