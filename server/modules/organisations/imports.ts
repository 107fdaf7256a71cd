// The register from a sheet: one row is one organisation with its first contact.
import { z } from 'zod';
import { phone } from '#contract/common.ts';
import { creditCodeFault, normalCreditCode } from '#contract/organisations/creditCode.ts';
import { organisationKinds } from '#contract/organisations/kinds.ts';
import {
  type OrganisationColumn,
  organisationColumns,
  organisationSheetWords as words,
} from '#contract/organisations/sheet.ts';
import { organisationKindLabels } from '#contract/organisations/words.ts';
import type { ImportColumn, ImportDefinition } from '#kernel/imports/definition.ts';
import { saveRows } from './service/import.ts';

const creditCode = z
  .string()
  .transform(normalCreditCode)
  .superRefine((code, refinement) => {
    const fault = creditCodeFault(code);
    if (fault) refinement.addIssue({ code: 'custom', message: fault });
  });

const row = z.object({
  name: z.string().max(120),
  kind: z.enum(organisationKinds).optional(),
  shortName: z.string().max(40).optional(),
  creditCode: creditCode.optional(),
  industry: z.string().max(60).optional(),
  area: z.string().max(60),
  address: z.string().max(200).optional(),
  partyMemberCount: z.number().int().min(0).max(100_000).optional(),
  partyOrganisation: z.string().max(120).optional(),
  councilMember: z.enum(['yes', 'no']).optional(),
  contactName: z.string().max(40).optional(),
  contactDuty: z.string().max(40).optional(),
  contactPhone: z
    .string()
    .refine((text) => phone.safeParse(text).success, { error: 'organisation.phone' })
    .optional(),
});
export type OrganisationLine = z.output<typeof row>;

const kinds: Partial<Record<OrganisationColumn, Partial<ImportColumn>>> = {
  name: { required: true },
  area: { required: true },
  kind: {
    options: Object.fromEntries(organisationKinds.map((kind) => [organisationKindLabels[kind], kind])),
  },
  councilMember: { options: { [words.yes]: 'yes', [words.no]: 'no' } },
  partyMemberCount: { kind: 'number' },
  contactName: { mask: 'name' },
  contactPhone: { kind: 'digits', mask: 'phone' },
};

const columns: ImportColumn[] = (Object.keys(organisationColumns) as OrganisationColumn[]).map((key) => {
  const { label, synonyms, explanation } = organisationColumns[key];
  return { key, label, synonyms, explanation, kind: 'text', required: false, ...kinds[key] };
});

export const organisationsIn: ImportDefinition<OrganisationLine> = {
  name: 'organisations',
  title: words.importTitle,
  permission: 'organisation.edit',
  columns,
  schema: row,
  keyOf: (line) => line.creditCode ?? `${line.name}|${line.area}`,
  save: async (context, line, options) => {
    const [outcome] = await saveRows(context, [line], options.mode);
    return outcome ?? 'unchanged';
  },
  saveBatch: (context, lines, options) => saveRows(context, lines, options.mode),
};
