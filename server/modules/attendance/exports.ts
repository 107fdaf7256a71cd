// The ledger as a sheet, in the order of the list page.
import type { z } from 'zod';
import { hoursFilter } from '#contract/attendance/desk.ts';
import { type HoursColumn, hoursColumns, hoursSheetWords as words } from '#contract/attendance/sheet.ts';
import { creditWords, hourSourceWords } from '#contract/attendance/words.ts';
import { dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage } from '#kernel/cursor.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import { maskName } from '#kernel/mask/mask.ts';
import type { ColumnKind, SheetCell } from '#kernel/sheets/sheet.ts';
import { personNames } from '#modules/people/index.ts';
import { entryNames, filterOf } from './service/ledger.ts';
import { type EntryRow, listEntries } from './store/hours.ts';
import type { EntryNames } from './view.ts';

const rowsPerRead = 500;

const kinds: Partial<Record<HoursColumn, ColumnKind>> = {
  day: 'date',
  hours: 'number',
};

export const hoursOut: ExportDefinition<z.output<typeof hoursFilter>> = {
  name: 'hours',
  title: words.exportTitle,
  permission: 'activity.read',
  columns: (Object.keys(hoursColumns) as HoursColumn[]).map((key) => ({
    key,
    header: hoursColumns[key].label,
    width: hoursColumns[key].width,
    kind: kinds[key] ?? 'text',
  })),
  filter: hoursFilter,
  async *rows(context, wanted, { masked }) {
    const filter = await filterOf(context, wanted);
    let cursor: string | undefined;
    do {
      const page = cutPage(
        await listEntries(context, filter, { cursor, limit: rowsPerRead }),
        rowsPerRead,
        (row) => [row.day, row.id],
      );
      const names = await namesFor(context, page.rows, masked);
      for (const row of page.rows) yield cells(row, names);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
};

/** `2026-11-21 10:00`, as it is said here. */
const stampOf = (at: string) => {
  const ms = Date.parse(at) - Date.parse(instantOn(dayOf(new Date(at))).toISOString());
  const [hour, minute] = [Math.floor(ms / 3_600_000), Math.floor((ms % 3_600_000) / 60_000)];
  return `${dayOf(new Date(at))} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

async function namesFor(context: Context, rows: readonly EntryRow[], masked: boolean): Promise<EntryNames> {
  const people = await personNames(
    context,
    rows.map((row) => row.person_id),
  );
  const shown = masked ? new Map([...people].map(([id, name]) => [id, maskName(name)])) : people;
  return await entryNames(context, rows, shown);
}

function cells(row: EntryRow, names: EntryNames): Record<HoursColumn, SheetCell> {
  return {
    name: names.people.get(row.person_id) ?? '',
    project: row.title,
    organisation: row.organisation_id
      ? (names.organisations.get(row.organisation_id) ?? names.street)
      : names.street,
    day: row.day,
    startedAt: stampOf(row.started_at),
    endedAt: stampOf(row.ended_at),
    hours: Math.round(row.minutes / 6) / 10,
    credit: creditWords[row.credit],
    source: hourSourceWords[row.source],
    late: row.late ? words.yes : words.no,
    corrected: row.corrects_id ? row.reason : null,
    signedBy: row.signed_by,
    recordedAt: stampOf(row.recorded_at),
    entryId: row.id,
  };
}
