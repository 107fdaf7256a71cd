import { z } from 'zod';
import { instant } from '#contract/common.ts';

export const ratingPage = z
  .object({
    number: z.string(),
    title: z.string(),
    unit: z.string().nullable(),
    answer: z.string().nullable(),
    state: z.enum(['open', 'answered', 'expired', 'over']).describe('`over`: it is no longer asked'),
    expiresAt: instant,
  })
  .meta({ id: 'RatingPage' });
export type RatingPage = z.output<typeof ratingPage>;

export const ratingAnswered = z
  .object({ again: z.boolean().describe('The answer began a new round') })
  .meta({ id: 'RatingAnswered' });
