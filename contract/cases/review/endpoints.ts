import { z } from 'zod';
import { id, instant, line, page, paging, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { caseParams, deed } from '../shapes.ts';
import { reviewRow, reviewSheet, verifiedSignature } from './records.ts';

export const reviewBatchMax = 50;

export const listReview = endpoint({
  name: 'cases.list_review',
  method: 'GET',
  path: '/api/case-review',
  summary: 'Results at the viewer’s level, nearest date first; or those told before they were signed.',
  access: 'case.review',
  query: z.object({ which: z.enum(['mine', 'told_first']).default('mine'), ...paging }),
  output: page(reviewRow),
});

export const countReview = endpoint({
  name: 'cases.review_figures',
  method: 'GET',
  path: '/api/case-review/figures',
  summary: 'How many results wait for the viewer, how many are late, and how long they stay with the viewer.',
  access: 'case.review',
  output: z.object({
    waiting: z.number().int(),
    overdue: z.number().int(),
    toldFirst: z.number().int(),
    averageMinutes: z.number().int().nullable().describe('Of the viewer’s own signatures of 30 days'),
  }),
});

export const getReview = endpoint({
  name: 'cases.get_review',
  method: 'GET',
  path: '/api/cases/:caseId/review',
  summary: 'Versions of the answer, how long each level kept it, what changed in between.',
  access: 'case.read',
  params: caseParams,
  output: reviewSheet,
});

export const signBatch = endpoint({
  name: 'cases.sign_batch',
  method: 'POST',
  path: '/api/case-review/sign-batch',
  summary: 'Signs several unchanged results on the versions listed; each stands or falls by itself.',
  access: 'case.review',
  body: z.object({
    items: z
      .array(z.object({ caseId: id, version }))
      .min(1)
      .max(reviewBatchMax),
    instruction: text(500).default(''),
  }),
  output: z.object({
    results: z.array(
      z.object({
        caseId: id,
        outcome: z.union([z.literal('signed'), z.string()]).describe('`signed`, or the code of the refusal'),
      }),
    ),
  }),
});

export const verifySignatures = endpoint({
  name: 'cases.verify_signatures',
  method: 'GET',
  path: '/api/cases/:caseId/signatures/verify',
  summary: 'Whether each signature still fits what was signed, the one before it and the trail.',
  access: 'case.read',
  params: caseParams,
  output: z.object({ checkedAt: instant, signatures: z.array(verifiedSignature) }),
});

export const tellFirst = deed(
  'tell_first',
  'case.handle',
  'In an emergency tells the requester the result before it is signed.',
  { reason: line(300) },
);
