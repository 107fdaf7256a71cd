import { z } from 'zod';
import { event } from '#contract/define.ts';

export const fileStored = event('file.stored', z.object({ digest: z.string() }));
