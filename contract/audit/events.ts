import { z } from 'zod';
import { day } from '#contract/common.ts';
import { event } from '#contract/define.ts';

export const trailVerified = event(
  'audit.verified',
  z.object({ intact: z.boolean(), checkedCount: z.number().int(), brokenAtSeq: z.number().int().nullable() }),
);
export const trailExported = event(
  'audit.exported',
  z.object({ reason: z.string(), filter: z.record(z.string(), z.unknown()) }),
);
export const headPublished = event(
  'audit.head_published',
  z.object({ day, seq: z.number().int(), hash: z.string() }),
);
