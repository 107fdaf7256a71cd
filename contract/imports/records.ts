import { z } from 'zod';
import { can, id, instant } from '#contract/common.ts';

/** Where an import stands. `stopped` and `failed` can be run again and go on at the next row. */
export const importStatuses = [
  'uploaded',
  'mapped',
  'previewed',
  'running',
  'finished',
  'stopped',
  'failed',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Whether rows that exist already are brought up to date or left alone. */
export const importModes = ['add_and_update', 'add_only'] as const;
export type ImportMode = (typeof importModes)[number];

const count = z.number().int().min(0);

export const importCounts = z.object({
  created: count,
  updated: count,
  unchanged: count,
  duplicate: count.describe('Rows that repeat an earlier row of the same file'),
  failed: count,
});
export type ImportCounts = z.output<typeof importCounts>;

export const register = z
  .object({
    register: z.string(),
    title: z.string(),
    columns: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        required: z.boolean(),
        explanation: z.string(),
      }),
    ),
  })
  .meta({ id: 'ImportRegister' });
export type ImportRegister = z.output<typeof register>;

export const mapping = z.record(z.string().max(60), z.number().int().min(0).max(199));

export const importRecord = z
  .object({
    importId: id,
    register: z.string(),
    title: z.string(),
    fileName: z.string(),
    status: z.enum(importStatuses),
    mode: z.enum(importModes),
    sheets: z.array(z.string()),
    sheet: count,
    headerRow: z.number().int().nullable().describe('Row in Excel; null where none was found'),
    headers: z.array(z.string()),
    mapping: mapping.describe('Key of a column → place in the sheet, from 0'),
    remembered: z.boolean().describe('The mapping was used before for the same headers'),
    missing: z.array(z.string()).describe('Keys of required columns without a place'),
    rowsTotal: count.nullable().describe('Rows below the header; null before the preview'),
    rowsDone: count,
    counts: importCounts,
    fault: z.string().nullable().describe('Code, where the import failed'),
    sameFileAs: z.object({ importId: id, at: instant }).nullable(),
    byName: z.string(),
    at: instant,
    finishedAt: instant.nullable(),
    version: z.number().int(),
    can: can('map', 'preview', 'run', 'stop', 'result'),
  })
  .meta({ id: 'Import' });
export type ImportRecord = z.output<typeof importRecord>;

/** What is wrong with one cell, or with the row where `column` is null. */
export const cellFault = z.object({ column: z.string().nullable(), code: z.string(), sentence: z.string() });
export type ShownFault = z.output<typeof cellFault>;

export const previewRow = z.object({
  rowNumber: z.number().int(),
  cells: z.record(z.string(), z.string()),
  faults: z.array(cellFault),
  outcome: z.enum(['created', 'updated', 'unchanged', 'duplicate', 'failed']),
});
export type PreviewRow = z.output<typeof previewRow>;

export const preview = z
  .object({
    import: importRecord,
    rows: z.array(previewRow),
    counts: importCounts.describe('Of the rows that were tried; faults and duplicates of all rows'),
    triedRows: count.describe('Rows whose outcome was tried out and taken back'),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.output<typeof preview>;
