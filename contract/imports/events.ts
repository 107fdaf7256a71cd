import { z } from 'zod';
import { event } from '#contract/define.ts';
import { importCounts } from './records.ts';

export const importStarted = event(
  'import.started',
  z.object({ register: z.string(), nextRow: z.number().int() }),
);

export const importFinished = event(
  'import.finished',
  z.object({ register: z.string(), counts: importCounts }),
);

export const importStopped = event(
  'import.stopped',
  z.object({ register: z.string(), nextRow: z.number().int() }),
);
