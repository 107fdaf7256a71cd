import { z } from 'zod';
import { can, id, instant } from '#contract/common.ts';

/** A program that may hand in reports; its key is known to itself only. */
export const open311Key = z
  .object({
    keyId: id,
    name: z.string().describe('Which program, run by whom'),
    madeBy: z.string(),
    madeAt: instant,
    lastUsedAt: instant.nullable(),
    requestCount: z.number().int().describe('Reports it has handed in'),
    revokedAt: instant.nullable(),
    revokedBy: z.string().nullable(),
    can: can('revoke'),
  })
  .meta({ id: 'Open311Key' });
export type Open311Key = z.output<typeof open311Key>;
