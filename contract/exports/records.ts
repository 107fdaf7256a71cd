import { z } from 'zod';
import { can, id, instant } from '#contract/common.ts';

/** `ready` is masked; `waiting` wants the whole numbers and needs another person's consent. */
export const exportStatuses = ['ready', 'waiting', 'approved', 'refused', 'downloaded'] as const;
export type ExportStatus = (typeof exportStatuses)[number];

export const exportRecord = z
  .object({
    exportId: id,
    register: z.string(),
    title: z.string(),
    filterText: z.string().describe('What the requester saw as the filter of the list'),
    reason: z.string(),
    masked: z.boolean(),
    status: z.enum(exportStatuses),
    byName: z.string(),
    byRole: z.string(),
    at: instant,
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    expiresAt: instant.nullable(),
    downloadedAt: instant.nullable(),
    version: z.number().int(),
    can: can('decide', 'download'),
  })
  .meta({ id: 'Export' });
export type ExportRecord = z.output<typeof exportRecord>;
