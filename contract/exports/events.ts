import { z } from 'zod';
import { event } from '#contract/define.ts';

const what = { register: z.string(), masked: z.boolean() };

export const exportMade = event(
  'export.made',
  z.object({ ...what, reason: z.string(), filterText: z.string() }),
);

export const exportDecided = event(
  'export.decided',
  z.object({ ...what, approved: z.boolean(), reason: z.string(), requestedBy: z.uuid() }),
);

export const exportDownloaded = event('export.downloaded', z.object(what));
