// Entrances from a sheet: one row is one entrance, with the estate and the building it stands in.
import { z } from 'zod';
import { type AreaSheetColumn, areaSheetColumns, areaSheetWords } from '#contract/territory/sheet.ts';
import { areaKindWords } from '#contract/territory/words.ts';
import type { ImportColumn, ImportDefinition } from '#kernel/imports/definition.ts';
import { saveEntrance } from './service/importEntrance.ts';

const row = z.object({
  community: z.string().max(60).optional(),
  grid: z.string().max(60),
  estate: z.string().max(60).optional(),
  estateKind: z.enum(['estate', 'courtyard']).optional(),
  building: z.string().max(60).optional(),
  entrance: z.string().max(60),
  households: z.number().int().min(0).max(20_000).optional(),
  aliases: z.string().max(300).optional(),
});
export type EntranceLine = z.output<typeof row>;

const more: Partial<Record<AreaSheetColumn, Partial<ImportColumn>>> = {
  grid: { required: true },
  entrance: { required: true },
  estateKind: {
    options: { [areaKindWords.estate]: 'estate', [areaKindWords.courtyard]: 'courtyard' },
  },
  households: { kind: 'number' },
};

export const entrancesIn: ImportDefinition<EntranceLine> = {
  name: 'areas',
  title: areaSheetWords.entrances,
  permission: 'area.edit',
  columns: (Object.keys(areaSheetColumns) as AreaSheetColumn[]).map((key) => {
    const { label, synonyms, explanation } = areaSheetColumns[key];
    return { key, label, synonyms, explanation, kind: 'text', required: false, ...more[key] };
  }),
  schema: row,
  keyOf: (line) =>
    [line.community, line.grid, line.estate, line.building, line.entrance]
      .map((text) => text ?? '')
      .join('/'),
  save: saveEntrance,
};
