// Help with the reply to a resident: a draft from templates, and a check that advises and never blocks.
import { z } from 'zod';
import { text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { caseParams } from '../shapes.ts';
import { replyOutcomes } from './outcomes.ts';
import { ReplyFault, ReplyReason } from './reasons.ts';

export const replyCharactersMax = 4000;

export const draftReply = endpoint({
  name: 'cases.draft_reply',
  method: 'POST',
  path: '/api/cases/:caseId/reply-draft',
  summary: 'A reply from the templates of the matter and the outcome, filled from the case. Keeps nothing.',
  access: 'case.read',
  idempotent: false,
  params: caseParams,
  body: z.object({
    outcome: z.enum(replyOutcomes),
    said: text(replyCharactersMax)
      .default('')
      .describe('What the writer typed so far; it stands in the draft'),
  }),
  output: z.object({
    text: z.string(),
    blanks: z.number().int().describe('Places left to the writer, marked ＿＿'),
  }),
});

export const replyFinding = z
  .object({
    reason: z.union([ReplyReason, ReplyFault]),
    words: z.array(z.string()).describe('What in the reply is meant, as it stands there'),
    like: z
      .string()
      .nullable()
      .describe('Number of the case whose reply it repeats, where the viewer may read that; else null'),
  })
  .meta({ id: 'ReplyFinding' });
export type ReplyFinding = z.output<typeof replyFinding>;

export const checkReply = endpoint({
  name: 'cases.check_reply',
  method: 'POST',
  path: '/api/cases/:caseId/reply-check',
  summary: 'What a reader may miss in a reply, or should not read in it. It only advises.',
  access: 'case.read',
  idempotent: false,
  params: caseParams,
  body: z.object({ text: text(replyCharactersMax) }),
  output: z.object({ findings: z.array(replyFinding) }),
});
