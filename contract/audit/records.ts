import { z } from 'zod';
import { day, id, instant } from '#contract/common.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** One line of the trail: who did what, when, to which record. It holds codes and figures, never personal values. */
export const auditEvent = z
  .object({
    eventId: id,
    seq: z.number().int().nullable().describe('Place in the chain; null for the seconds before it is sealed'),
    at: instant,
    actor: z.object({ accountId: id.nullable(), name: z.string() }).describe('No account: the system itself'),
    actingRole: z.string().nullable(),
    name: z.string(),
    subject: z.object({
      module: z.string(),
      id: z.string(),
      accountName: z
        .string()
        .nullable()
        .describe('Where the record is an account: whose it is; masked for residents'),
    }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    areaPath: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.output<typeof auditEvent>;

export const auditEventDetail = auditEvent
  .extend({
    payloadHash: digest,
    seal: z
      .object({ seq: z.number().int(), previousHash: digest, hash: digest, sealedAt: instant })
      .nullable(),
    payloadIntact: z.boolean().describe('The stored line still gives its hash'),
  })
  .meta({ id: 'AuditEventDetail' });
export type AuditEventDetail = z.output<typeof auditEventDetail>;

/** The head of the chain as it stood at the end of a day; who has kept one can tell whether the past was rewritten. */
export const auditHead = z
  .object({ day, seq: z.number().int(), hash: digest, publishedAt: instant })
  .meta({ id: 'AuditHead' });
export type AuditHead = z.output<typeof auditHead>;

export const chainReport = z
  .object({
    intact: z.boolean(),
    checkedCount: z.number().int(),
    unsealedCount: z.number().int(),
    head: z.object({ seq: z.number().int(), hash: digest }),
    brokenAt: z
      .object({ seq: z.number().int(), reason: z.enum(['missing', 'payload', 'link', 'head']) })
      .nullable()
      .describe('First place that no longer agrees; `head`: with the published head of that number'),
    headsChecked: z.number().int(),
    checkedAt: instant,
  })
  .meta({ id: 'ChainReport' });
export type ChainReport = z.output<typeof chainReport>;
