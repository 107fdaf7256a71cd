// 回访 and the three rates (domain.md 1.4).
import { z } from 'zod';
import { day, id, instant, page, paging, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { satisfactions, solvedAnswers } from '../codes.ts';
import { kinds } from '../machine.ts';
import { caseMoved, caseRow } from '../records.ts';
import { caseParams } from '../shapes.ts';

export const callbackOutcomes = ['reached', 'no_answer', 'unreachable'] as const;
/** What the requester says of the first contact; it outweighs the unit's own log. */
export const contactedAnswers = ['yes', 'no', 'unsure'] as const;

export const callbackRow = caseRow
  .extend({
    result: z.string().nullable(),
    requester: z
      .object({ requesterId: id, name: z.string(), phone: z.string().nullable() })
      .nullable()
      .describe('Masked'),
    attempts: z
      .array(z.object({ at: instant, by: z.string() }))
      .describe('Calls of this round without an answer'),
    mayGiveUp: z.union([z.literal(true), z.string()]).describe('Three attempts at two times of day at least'),
    mayCall: z.union([z.literal(true), z.string()]),
  })
  .meta({ id: 'CallbackRow' });
export type CallbackRow = z.output<typeof callbackRow>;

export const listCallbacks = endpoint({
  name: 'cases.list_callbacks',
  method: 'GET',
  path: '/api/case-callbacks',
  summary: 'Finished cases whose requester has not been asked yet, most urgent and longest waiting first.',
  access: 'case.confirm',
  query: z.object(paging),
  output: page(callbackRow),
});

export const logCallback = endpoint({
  name: 'cases.log_callback',
  method: 'POST',
  path: '/api/cases/:caseId/log-callback',
  summary: 'Writes down one callback and takes the step that follows from it.',
  access: 'case.confirm',
  params: caseParams,
  body: z.object({
    outcome: z.enum(callbackOutcomes),
    contacted: z.enum(contactedAnswers).default('unsure'),
    solved: z.enum(solvedAnswers).nullable().default(null),
    satisfaction: z.enum(satisfactions).nullable().default(null),
    words: text(1000)
      .default('')
      .describe('What the requester said; begins the new round when it was not solved'),
    version,
  }),
  output: caseMoved,
});

const span = {
  from: day.describe('First day on which the case was to be judged'),
  to: day,
  areaId: id.optional(),
  kind: z.enum(kinds).optional(),
  excluded: z
    .enum(['left_out', 'counted'])
    .default('left_out')
    .describe('Whether cases whose exclusion was granted count with the others'),
};

export const rateParts = [
  'due',
  'responded',
  'not_responded',
  'answered',
  'unreachable',
  'not_asked',
  'solved',
  'partly',
  'unsolved',
  'satisfied',
  'dissatisfied',
  'special',
  'excluded',
] as const;
export type RatePart = (typeof rateParts)[number];

const rate = z.number().min(0).max(1).nullable().describe('Null when there is nothing to divide by');

export const readRates = endpoint({
  name: 'cases.rates',
  method: 'GET',
  path: '/api/case-rates',
  summary:
    'Response, solution and satisfaction of the cases judged in a span, with every number behind them.',
  access: 'case.read',
  query: z.object(span),
  output: z.object({
    counts: z.record(z.enum(rateParts), z.number().int()),
    responseRate: rate,
    solvedRate: rate,
    satisfiedRate: rate,
  }),
});

export const listRateCases = endpoint({
  name: 'cases.list_rate_cases',
  method: 'GET',
  path: '/api/case-rates/cases',
  summary: 'The cases behind one number of the rates.',
  access: 'case.read',
  query: z.object({ ...span, part: z.enum(rateParts), ...paging }),
  output: page(caseRow),
});
