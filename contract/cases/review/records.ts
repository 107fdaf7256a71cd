// 四级审签 as records: what waits, what was changed between the levels, what a signature covers.
import { z } from 'zod';
import { id, instant } from '#contract/common.ts';
import { caseRow } from '../records.ts';

/** What differs from what was handed in; a case with any of these is read by itself, never in a batch. */
export const reviewChanges = z.object({
  textEdits: z.number().int().describe('Places where a level amended the answer in this round'),
  textBy: z.string().nullable().describe('Who amended it last'),
  files: z.number().int().describe('Photos and papers of the case'),
  dueMoved: z.boolean(),
  returned: z.boolean().describe('Handed in again after a return or a callback'),
});

export const reviewRow = caseRow
  .extend({
    levels: z.number().int(),
    excerpt: z.string().describe('The answer as it would be signed'),
    since: instant.describe('When this level began'),
    changes: reviewChanges,
    mayBatch: z.union([z.literal(true), z.string()]),
    toldFirstAt: instant.nullable(),
  })
  .meta({ id: 'ReviewRow' });
export type ReviewRow = z.output<typeof reviewRow>;

/** One version of the answer: level 0 as handed in, others as a level amended it. */
export const resultVersion = z.object({
  round: z.number().int(),
  level: z.number().int(),
  text: z.string(),
  fileIds: z.array(id),
  dueAt: instant.nullable(),
  by: z.string(),
  at: instant,
});
export type ResultVersion = z.output<typeof resultVersion>;

export const reviewSheet = z
  .object({
    versions: z.array(resultVersion).describe('Of all rounds, oldest first'),
    levels: z.array(
      z.object({
        level: z.number().int(),
        since: instant.nullable().describe('Null while it is not reached'),
        signedAt: instant.nullable(),
        minutes: z.number().int().nullable().describe('How long it lay there, so far'),
      }),
    ),
    returns: z.array(z.object({ round: z.number().int(), by: z.string(), at: instant, reason: z.string() })),
    changes: reviewChanges,
    mayBatch: z.union([z.literal(true), z.string()]),
    toldFirst: z
      .object({ at: instant, by: z.string(), reason: z.string(), completedAt: instant.nullable() })
      .nullable()
      .describe('先办后签: the requester was told before the signatures were complete'),
  })
  .meta({ id: 'ReviewSheet' });
export type ReviewSheet = z.output<typeof reviewSheet>;

/**
 * What one signature covers, in canonical JSON; its digest is the signature's. Texts stand as their digests, so
 * that the signature repeats nobody's words.
 */
export interface SignedContent {
  number: string;
  textDigest: string;
  resultDigest: string;
  files: { fileId: string; digest: string }[];
  dueAt: string | null;
  round: number;
  level: number;
  instruction: string;
  signer: string;
  accountId: string;
  onBehalfOf: string | null;
  role: string;
  way: 'single' | 'batch';
  at: string;
  /** Digest of the signature before it in this round; null for the first. */
  previous: string | null;
}

/** `fits`: as signed. `changed`: what was signed was altered afterwards. `broken`: the signature itself was. */
export const verdicts = ['fits', 'changed', 'broken', 'unkept'] as const;
export type Verdict = (typeof verdicts)[number];

export const faults = ['digest', 'chain', 'trail', 'signer', 'number', 'text', 'result', 'files'] as const;
export type SignatureFault = (typeof faults)[number];

/** What came after the signature and does not touch it. */
export const laterNotes = ['amended_later', 'files_added', 'due_moved', 'earlier_round'] as const;

export const verifiedSignature = z.object({
  round: z.number().int(),
  level: z.number().int(),
  signer: z.string(),
  onBehalfOf: z.string().nullable(),
  at: instant,
  digest: z.string(),
  verdict: z.enum(verdicts),
  faults: z.array(z.enum(faults)),
  later: z.array(z.enum(laterNotes)),
});
export type VerifiedSignature = z.output<typeof verifiedSignature>;
