// The roster from a sheet: one row is one resident with the home, or a home that stands empty.
import { z } from 'zod';
import { phone } from '#contract/common.ts';
import { careTags, guardianRelations, houseUses, relations, sexes } from '#contract/people/codes.ts';
import {
  houseUseSynonyms,
  registerTitles,
  relationSynonyms,
  rosterColumns,
  tagSeparators,
} from '#contract/people/sheets/words.ts';
import { guardianRelationLabels, houseUseLabels, relationLabels, sexLabels } from '#contract/people/words.ts';
import type { ImportColumn, ImportDefinition } from '#kernel/imports/definition.ts';
import { idNumberFault } from '#kernel/mask/identityNumber.ts';
import { saveRoster } from './service/roster.ts';
import { tagsOf } from './tags.ts';

const short = z.string().max(60).optional();

const idNumber = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .superRefine((text, refinement) => {
    const fault = idNumberFault(text);
    if (fault) refinement.addIssue({ code: 'custom', message: fault.code });
  });

const tags = z.string().transform((text, refinement) => {
  const found = tagsOf(text.split(tagSeparators));
  if ('unknown' in found) refinement.addIssue({ code: 'custom', message: 'roster.tag_unknown' });
  return 'tags' in found ? found.tags : [];
});

const line = z
  .object({
    entranceCode: short,
    community: short,
    estate: short,
    building: short,
    unit: short,
    room: z
      .string()
      .max(30)
      .transform((text) => text.normalize('NFKC').trim()),
    houseUse: z.enum(houseUses).optional(),
    name: z.string().max(40).optional(),
    relation: z.enum(relations).optional(),
    sex: z.enum(sexes).optional(),
    idNumber: idNumber.optional(),
    bornOn: z.iso.date().optional(),
    phone: z
      .string()
      .refine((text) => phone.safeParse(text).success, { error: 'roster.phone' })
      .optional(),
    careTags: tags.pipe(z.array(z.enum(careTags))).optional(),
    guardianName: z.string().max(40).optional(),
    guardianRelation: z.enum(guardianRelations).optional(),
    consentNote: z.string().max(100).optional(),
    note: z.string().max(500).optional(),
  })
  .refine((row) => row.entranceCode !== undefined || row.estate !== undefined || row.building !== undefined, {
    error: 'roster.place_missing',
    path: ['entranceCode'],
  });
export type RosterLine = z.output<typeof line>;

type Key = keyof typeof rosterColumns;

/** `自住` and what else people write → the code. */
function options<Code extends string>(
  labels: Record<Code, string>,
  synonyms: Readonly<Record<string, Code>> = {},
) {
  const own = Object.entries(labels).map(([code, label]) => [label as string, code]);
  return { ...Object.fromEntries(own), ...synonyms } as Record<string, string>;
}

const more: Partial<Record<Key, Partial<ImportColumn>>> = {
  room: { required: true },
  houseUse: { options: options(houseUseLabels, houseUseSynonyms) },
  name: { mask: 'name' },
  relation: { options: options(relationLabels, relationSynonyms) },
  sex: { options: options(sexLabels) },
  idNumber: { kind: 'digits', mask: 'id_number' },
  bornOn: { kind: 'day' },
  phone: { kind: 'digits', mask: 'phone' },
  guardianName: { mask: 'name' },
  guardianRelation: { options: options(guardianRelationLabels) },
};

const columns = (Object.keys(rosterColumns) as Key[]).map(
  (key): ImportColumn => ({ key, required: false, kind: 'text', ...rosterColumns[key], ...more[key] }),
);

export const rosterIn: ImportDefinition<RosterLine> = {
  name: 'residents',
  title: registerTitles.residents,
  permission: 'person.edit',
  columns,
  schema: line,
  keyOf: (row) =>
    row.idNumber ??
    [row.entranceCode, row.community, row.estate, row.building, row.unit, row.room, row.name ?? ''].join('|'),
  save: async (context, row, { mode }) => (await saveRoster(context, [row], mode))[0] ?? 'unchanged',
  saveBatch: (context, rows, { mode }) => saveRoster(context, rows, mode),
};
