// Two sheets of the street's practice: the duty list and the dispatch directory.
import { z } from 'zod';
import { communityDuties } from '#contract/cases/codes.ts';
import {
  communityDutyWritten,
  type DirectoryColumn,
  type DutyColumn,
  directoryColumns,
  dutyColumns,
  dutySheetWords as words,
} from '#contract/cases/duty/words.ts';
import type { ImportColumn, ImportDefinition } from '#kernel/imports/definition.ts';
import { saveDuties, saveEntry } from '../service/duty/import.ts';

const dutyLine = z.object({
  code: z.string().max(40),
  text: z.string().max(500),
  category: z.string().max(60).optional(),
  owner: z.string().max(120).optional(),
  leader: z.string().max(60).optional(),
  communityDuty: z.enum(communityDuties).optional(),
  basis: z.string().max(300).optional(),
  frequency: z.string().max(60).optional(),
  matters: z.string().max(400).optional(),
});
export type DutyLine = z.output<typeof dutyLine>;

const directoryLine = z.object({
  matter: z.string().max(60),
  area: z.string().max(60).optional(),
  lead: z.string().max(120),
  helpers: z.string().max(400).optional(),
  rule: z.string().max(300).optional(),
  dutyItem: z.string().max(40).optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
});
export type DirectoryLine = z.output<typeof directoryLine>;

const required: readonly string[] = ['code', 'text', 'matter', 'lead'];
const more: Readonly<Record<string, Partial<ImportColumn>>> = {
  communityDuty: { options: communityDutyWritten },
  validFrom: { kind: 'day' },
  validTo: { kind: 'day' },
};

const columnOf = (
  key: string,
  { label, synonyms, explanation }: { label: string; synonyms: readonly string[]; explanation: string },
): ImportColumn => ({
  key,
  label,
  synonyms,
  explanation,
  kind: 'text',
  required: required.includes(key),
  ...more[key],
});

export const dutyItemsIn: ImportDefinition<DutyLine> = {
  name: 'duty_items',
  title: words.dutyTitle,
  permission: 'duty.edit',
  columns: (Object.keys(dutyColumns) as DutyColumn[]).map((key) => columnOf(key, dutyColumns[key])),
  schema: dutyLine,
  keyOf: ({ code }) => code,
  save: async (context, line, { mode }) => {
    const [outcome] = await saveDuties(context, [line], mode);
    return outcome ?? 'unchanged';
  },
  saveBatch: (context, lines, { mode }) => saveDuties(context, lines, mode),
};

export const directoryIn: ImportDefinition<DirectoryLine> = {
  name: 'dispatch_directory',
  title: words.directoryTitle,
  permission: 'duty.edit',
  columns: (Object.keys(directoryColumns) as DirectoryColumn[]).map((key) =>
    columnOf(key, directoryColumns[key]),
  ),
  schema: directoryLine,
  keyOf: ({ matter, area, validFrom }) => [matter, area ?? '', validFrom ?? ''].join('|'),
  save: (context, line, { mode }) => saveEntry(context, line, mode),
};
