// 挂账台账, the five standard ledgers, and the sheets for print (W13).
import { z } from 'zod';
import { day, id, instant, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { caseRecord, caseRow } from '../records.ts';
import { deed } from '../shapes.ts';

export const suspendedRow = caseRow
  .extend({
    plan: z.string(),
    until: instant.nullable().describe('Next review; null when closed apart'),
    since: instant,
    by: z.string(),
    renewals: z.number().int(),
    closure: z.enum(['special', 'error']).nullable(),
    canRenew: z.union([z.literal(true), z.string()]),
    canResume: z.union([z.literal(true), z.string()]),
  })
  .meta({ id: 'SuspendedCase' });
export type SuspendedRow = z.output<typeof suspendedRow>;

export const listSuspended = endpoint({
  name: 'cases.list_suspended',
  method: 'GET',
  path: '/api/case-suspensions',
  summary: 'The long-term ledger by next review date; or what was closed apart and never counts as solved.',
  access: 'case.read',
  query: z.object({
    which: z.enum(['suspended', 'special']).default('suspended'),
    areaId: id.optional(),
    ...paging,
  }),
  output: page(suspendedRow),
});

export const renewSuspension = deed(
  'renew_suspension',
  'case.review',
  'Keeps it on the ledger, with a plan and a next review of 60 days at most.',
  { plan: line(1000), until: instant, requesterTold: z.literal(true) },
);

export const ledgers = ['intake', 'handling', 'suspension', 'callback', 'signature'] as const;
export type Ledger = (typeof ledgers)[number];

export const ledgerFilter = z.object({
  from: day.optional(),
  to: day.optional(),
  areaId: id.optional(),
});

export const readLedger = endpoint({
  name: 'cases.read_ledger',
  method: 'GET',
  path: '/api/case-ledgers/:ledger',
  summary: 'One standard ledger by its own date, newest first; masked, as its export writes it.',
  access: 'case.read',
  params: z.object({ ledger: z.enum(ledgers) }),
  query: ledgerFilter.extend(paging),
  output: page(z.object({ caseId: id, rowId: z.string(), cells: z.array(z.string().nullable()) })).extend({
    columns: z.array(z.string()),
  }),
});

export const sheetsMax = 50;

export const readSheets = endpoint({
  name: 'cases.read_sheets',
  method: 'GET',
  path: '/api/case-sheets',
  summary: 'What the printed sheets of up to 50 cases say, masked.',
  access: 'case.read',
  query: z.object({
    ids: z.preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(id).min(1).max(sheetsMax),
    ),
  }),
  output: z.object({
    street: z.string(),
    printedBy: z.string(),
    printedAt: instant,
    cases: z.array(caseRecord),
  }),
});
