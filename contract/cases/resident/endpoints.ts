// What a requester does after the report: join a neighbour's, hurry it, add to it, say how it went.
import { z } from 'zod';
import { line, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { caseParams, fileIds } from '../shapes.ts';
import { satisfactionSayings, solvedSayings } from './codes.ts';
import { plainCase } from './records.ts';

export const followCase = endpoint({
  name: 'cases.follow',
  method: 'POST',
  path: '/api/cases/:caseId/follow',
  summary: 'Joins an open case of a neighbour instead of reporting it again; the words and photos go along.',
  access: 'signed_in',
  callsPerMinuteMax: 20,
  params: caseParams,
  body: z.object({ text: text(4000).default(''), fileIds }),
  output: plainCase,
});

export const urgeCase = endpoint({
  name: 'cases.urge',
  method: 'POST',
  path: '/api/my/cases/:caseId/urge',
  summary: 'The requester asks to hurry, once in 24 hours.',
  access: 'signed_in',
  params: caseParams,
  body: z.object({}),
  output: plainCase,
});

export const supplementCase = endpoint({
  name: 'cases.supplement',
  method: 'POST',
  path: '/api/my/cases/:caseId/supplement',
  summary: 'The requester adds words or photos.',
  access: 'signed_in',
  params: caseParams,
  body: z.object({ text: text(2000).default(''), fileIds }),
  output: plainCase,
});

export const saying = {
  solved: z.enum(solvedSayings),
  satisfaction: z.enum(satisfactionSayings),
  note: text(500).default(''),
};

export const rateCase = endpoint({
  name: 'cases.rate',
  method: 'POST',
  path: '/api/my/cases/:caseId/rate',
  summary: 'The requester says whether it is solved; not solved or dissatisfied begins a new round.',
  access: 'signed_in',
  params: caseParams,
  body: z.object({ ...saying, version }),
  output: plainCase,
});

export const sayAgain = endpoint({
  name: 'cases.report_again',
  method: 'POST',
  path: '/api/my/cases/:caseId/again',
  summary: 'The matter is back after its case ended: a new case, linked to the old one.',
  access: 'signed_in',
  params: caseParams,
  body: z.object({ text: line(4000), fileIds }),
  output: plainCase,
});
