// What came with a case from outside, as it came: the panel 原单 of the case page.
import { z } from 'zod';
import { instant } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { origins } from '../codes.ts';
import { caseParams } from '../shapes.ts';
import { orderColumns } from './words.ts';

const keys = Object.keys(orderColumns) as [keyof typeof orderColumns, ...(keyof typeof orderColumns)[]];

const named = {
  column: z.enum(keys).nullable().describe('A column the wizard knows; null for one it does not'),
  header: z.string().describe('Header in the sheet of a column the wizard does not know'),
};

export const caseOriginal = z
  .object({
    origin: z.enum(origins),
    receivedAt: instant,
    changedAt: instant.nullable().describe('When the sender last changed it; null when never'),
    cells: z
      .array(z.object({ ...named, value: z.string() }))
      .describe('Last version; personal values masked'),
    changes: z
      .array(z.object({ ...named, at: instant, before: z.string().nullable(), after: z.string() }))
      .describe('Newest first'),
  })
  .meta({ id: 'CaseOriginal' });
export type CaseOriginal = z.output<typeof caseOriginal>;

export const readOriginal = endpoint({
  name: 'cases.read_original',
  method: 'GET',
  path: '/api/cases/:caseId/original',
  summary: 'The order a case was made from, as it came; null for a case that began here.',
  access: 'case.read',
  params: caseParams,
  output: z.object({ original: caseOriginal.nullable() }),
});
