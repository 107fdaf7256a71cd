// The duty list and the dispatch directory as sheets: the same columns going out as coming in.
import { z } from 'zod';
import { dutyFilter } from '#contract/cases/duty/endpoints.ts';
import {
  type DirectoryColumn,
  type DutyColumn,
  directoryColumns,
  dutyColumns,
  dutySheetWords as words,
} from '#contract/cases/duty/words.ts';
import { communityDutyLabels } from '#contract/cases/words.ts';
import { cutPage } from '#kernel/cursor.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import type { SheetCell } from '#kernel/sheets/sheet.ts';
import { present as presentEntries } from './service/duty/directory.ts';
import { present as presentDuties } from './service/duty/items.ts';
import { entryCursor, listEntryRows } from './store/directory.ts';
import { listDutyRows } from './store/duty.ts';

const rowsPerRead = 500;
const joined = (parts: readonly string[]): string => parts.join(words.listMark);

export const dutyItemsOut: ExportDefinition<z.output<typeof dutyFilter>> = {
  name: 'duty_items',
  title: words.dutyTitle,
  permission: 'case.read',
  columns: (Object.keys(dutyColumns) as DutyColumn[]).map((key) => ({
    key,
    header: dutyColumns[key].label,
    width: dutyColumns[key].width,
    kind: 'text',
  })),
  filter: dutyFilter,
  async *rows(context, filter) {
    let cursor: string | undefined;
    do {
      const found = await listDutyRows(context, { ...filter, cursor, limit: rowsPerRead });
      const page = cutPage(found, rowsPerRead, (row) => [row.code]);
      for (const item of await presentDuties(context, page.rows))
        yield {
          code: item.code,
          category: item.category,
          text: item.text,
          owner: item.owner?.name ?? null,
          leader: item.leader,
          communityDuty: communityDutyLabels[item.communityDuty],
          basis: item.basis,
          frequency: item.frequency,
          matters: joined(item.matters.map(({ code, name }) => `${code} ${name}`)),
        } satisfies Record<DutyColumn, SheetCell>;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
};

const directoryFilter = z.object({ matterCode: z.string().max(20).optional() });

export const directoryOut: ExportDefinition<z.output<typeof directoryFilter>> = {
  name: 'dispatch_directory',
  title: words.directoryTitle,
  permission: 'case.read',
  columns: (Object.keys(directoryColumns) as DirectoryColumn[]).map((key) => ({
    key,
    header: directoryColumns[key].label,
    width: directoryColumns[key].width,
    kind: 'text',
  })),
  filter: directoryFilter,
  async *rows(context, filter) {
    let cursor: string | undefined;
    do {
      const found = await listEntryRows(context, { ...filter, cursor, limit: rowsPerRead });
      const page = cutPage(found, rowsPerRead, entryCursor);
      for (const entry of await presentEntries(context, page.rows))
        yield {
          matter: `${entry.matter.code} ${entry.matter.name}`,
          area: entry.area?.name ?? null,
          lead: entry.lead.name,
          helpers: joined(entry.helpers.map(({ name }) => name)),
          rule: entry.rule,
          dutyItem: entry.dutyItem?.code ?? null,
          validFrom: entry.validFrom,
          validTo: entry.validTo,
        } satisfies Record<DirectoryColumn, SheetCell>;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
};
