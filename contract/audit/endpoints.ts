import { z } from 'zod';
import { day, id, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { auditEvent, auditEventDetail, auditHead, chainReport } from './records.ts';

export const auditFilter = z.object({
  actor: line(40).optional().describe('Part of the name of who did it'),
  actorId: id.optional(),
  name: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .optional()
    .describe('An event, `person.revealed`, or all of a noun, `person`'),
  module: z
    .string()
    .regex(/^[a-z_]+$/)
    .optional(),
  subjectId: line(80).optional(),
  areaPath: z
    .string()
    .regex(/^\/([\w-]+\/)+$/)
    .optional(),
  from: day.optional(),
  to: day.optional(),
  personalData: z
    .literal(['true', true])
    .transform(() => true as const)
    .optional()
    .describe('Only who looked at, took or erased personal data'),
});

export const listAuditEvents = endpoint({
  name: 'audit.list',
  method: 'GET',
  path: '/api/audit/events',
  summary: 'The trail, newest first.',
  access: 'audit.read',
  query: auditFilter.extend(paging),
  output: page(auditEvent),
});

export const getAuditEvent = endpoint({
  name: 'audit.get',
  method: 'GET',
  path: '/api/audit/events/:eventId',
  summary: 'One line of the trail with its link in the chain.',
  access: 'audit.read',
  params: z.object({ eventId: id }),
  output: auditEventDetail,
});

export const verifyTrail = endpoint({
  name: 'audit.verify',
  method: 'POST',
  path: '/api/audit/verify',
  summary: 'Recomputes every hash of the trail and compares it with the published heads.',
  access: 'audit.read',
  callsPerMinuteMax: 60,
  output: chainReport,
});

export const exportTrail = endpoint({
  name: 'audit.export',
  method: 'GET',
  path: '/api/audit/export',
  summary: 'The filtered trail as CSV with hashes; the export itself is recorded with its reason.',
  access: 'audit.read',
  kind: 'stream',
  callsPerMinuteMax: 60,
  query: auditFilter.extend({ reason: line(200) }),
  output: z.unknown(),
});

export const listAuditHeads = endpoint({
  name: 'audit.heads',
  method: 'GET',
  path: '/api/audit/heads',
  summary: 'Daily heads of the street’s event chain, open to everybody, newest first.',
  access: 'public',
  query: z.object(paging),
  output: page(auditHead),
});
