// Help with the reply to a resident: a draft from templates, and a check that advises and never blocks.
import { z } from 'zod';
import { line, text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { replyOutcomes } from './replies/outcomes.ts';
import { ReplyReason } from './replies/reasons.ts';
import { caseParams } from './shapes.ts';

/** What nobody but the handler knows; dates, units and names are taken from the case. */
export const replyBlanks = [
  'action',
  'remaining',
  'reason',
  'basis',
  'plan',
  'receiver',
  'receiverPhone',
] as const;
export type ReplyBlank = (typeof replyBlanks)[number];

export const draftReply = endpoint({
  name: 'cases.draft_reply',
  method: 'POST',
  path: '/api/cases/:caseId/reply-draft',
  summary: 'A reply from the template of the outcome, filled from the case. Keeps nothing.',
  access: 'case.handle',
  idempotent: false,
  params: caseParams,
  body: z.object({
    outcome: z.enum(replyOutcomes),
    parts: z.partialRecord(z.enum(replyBlanks), line(500)).default({}),
  }),
  output: z.object({
    text: z.string(),
    missing: z.array(z.string()).describe('Parts that the template has a place for and nobody has told'),
  }),
});

export const checkReply = endpoint({
  name: 'cases.check_reply',
  method: 'POST',
  path: '/api/cases/:caseId/reply-check',
  summary: 'Whether a reply is weak, and why: too short, no action named, copied, shirking. It only advises.',
  access: 'case.read',
  idempotent: false,
  params: caseParams,
  body: z.object({ text: text(4000) }),
  output: z.object({
    weak: z.boolean(),
    confidence: z.number().min(0).max(1),
    reasons: z.array(ReplyReason),
    phrases: z.array(z.string()).describe('Shirking phrases as they stand in the text'),
  }),
});
