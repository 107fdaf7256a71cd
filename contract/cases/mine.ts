// What a requester may call; the way without an account too.
import { z } from 'zod';
import { line, page, paging, phone, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import * as codes from './codes.ts';
import { reportedKinds } from './resident/codes.ts';
import { plainCase, plainRow } from './resident/records.ts';
import { caseParams, whatAndWhere } from './shapes.ts';

export const reportCase = endpoint({
  name: 'cases.report',
  method: 'POST',
  path: '/api/my/cases',
  summary: 'A resident reports something; for oneself or on behalf of a neighbour.',
  access: 'signed_in',
  body: z.object({
    ...whatAndWhere,
    kind: z.enum(reportedKinds).default('resident_report'),
    onBehalfOf: line(40).nullable().default(null),
    behalfPhone: phone.nullable().default(null).describe('Of the neighbour; called instead of the reporter'),
    hidden: z.boolean().default(false).describe('Do not show me to the unit that handles it'),
    requestType: z.enum(codes.requestTypes).default('help'),
  }),
  output: plainCase,
});

export const listMyCases = endpoint({
  name: 'cases.list_mine',
  method: 'GET',
  path: '/api/my/cases',
  summary: 'What I have reported, newest first.',
  access: 'signed_in',
  query: z.object(paging),
  output: page(plainRow),
});

export const getMyCase = endpoint({
  name: 'cases.get_mine',
  method: 'GET',
  path: '/api/my/cases/:caseId',
  summary: 'One case of mine, in plain words.',
  access: 'signed_in',
  params: caseParams,
  output: plainCase,
});

export const withdrawMyCase = endpoint({
  name: 'cases.withdraw_mine',
  method: 'POST',
  path: '/api/my/cases/:caseId/withdraw',
  summary: 'The requester takes a report back.',
  access: 'signed_in',
  params: caseParams,
  body: z.object({ reason: text(300).default(''), version }),
  output: plainCase,
});

export const trackCase = endpoint({
  name: 'cases.track',
  method: 'POST',
  path: '/api/cases/track',
  summary: 'Progress by number and the last four digits of the phone, without an account.',
  access: 'public',
  idempotent: false,
  callsPerMinuteMax: 20,
  body: z.object({ number: line(30), phoneTail: z.string().regex(/^\d{4}$/) }),
  output: plainCase.omit({ can: true, version: true, caseId: true }),
});
