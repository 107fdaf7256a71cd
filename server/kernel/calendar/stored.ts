// The calendar in the database: the national days, and before them the days a street set apart.
import { type Kysely, sql } from 'kysely';
import type { InstantColumn } from '#kernel/database/columns.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { type CalendarDay, type DayKind, type WorkCalendar, workCalendar } from './days.ts';

interface StreetDaysTable {
  street_id: number;
  day: string;
  is_workday: boolean;
  kind: DayKind;
  name: string;
  reason: string;
  set_at: InstantColumn;
  set_by: string;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    street_days: StreetDaysTable;
  }
}

export interface Span {
  from: string;
  to: string;
}

/** National days of the span, ascending. */
export async function nationalDaysBetween(db: Kysely<Tables>, { from, to }: Span) {
  return await db
    .selectFrom('calendar_days')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
}

/** Days the street set apart within the span, ascending. */
export async function streetDaysBetween(db: Kysely<Tables>, streetId: number, { from, to }: Span) {
  return await db
    .selectFrom('street_days')
    .selectAll()
    .where('street_id', '=', streetId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
}

/** The calendar by which a street counts its deadlines within the span. */
export async function readCalendar(db: Kysely<Tables>, streetId: number, span: Span): Promise<WorkCalendar> {
  const national = await nationalDaysBetween(db, span);
  const own = await streetDaysBetween(db, streetId, span);
  return workCalendar([...national, ...own].map(dayOfRow));
}

function dayOfRow(row: { day: string; is_workday: boolean; kind: DayKind; name: string }): CalendarDay {
  return { day: row.day, isWorkday: row.is_workday, kind: row.kind, name: row.name };
}

/** Years of which every day is known, ascending. */
export async function publishedYears(db: Kysely<Tables>): Promise<number[]> {
  const year = sql<number>`extract(year from day)::integer`;
  const rows = await db
    .selectFrom('calendar_days')
    .select([year.as('year'), (build) => build.fn.countAll<number>().as('count')])
    .groupBy(year)
    .orderBy(year)
    .execute();
  return rows.filter((row) => row.count >= 365).map((row) => row.year);
}

/** Writes national days; a day already there is replaced. */
export async function saveNationalDays(
  db: Kysely<Tables>,
  days: readonly CalendarDay[],
  source: string,
): Promise<void> {
  if (days.length === 0) return;
  await db
    .insertInto('calendar_days')
    .values(
      days.map(({ day, isWorkday, kind, name }) => ({ day, is_workday: isWorkday, kind, name, source })),
    )
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet((build) => ({
        is_workday: build.ref('excluded.is_workday'),
        kind: build.ref('excluded.kind'),
        name: build.ref('excluded.name'),
        source: build.ref('excluded.source'),
      })),
    )
    .execute();
}

export async function saveStreetDay(
  db: Kysely<Tables>,
  row: Omit<StreetDaysTable, 'set_at'> & { set_at: Date },
): Promise<void> {
  const { street_id, day, ...columns } = row;
  await db
    .insertInto('street_days')
    .values(row)
    .onConflict((conflict) => conflict.columns(['street_id', 'day']).doUpdateSet(columns))
    .execute();
}

/** True when the street had set the day apart. */
export async function deleteStreetDay(db: Kysely<Tables>, streetId: number, day: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom('street_days')
    .where('street_id', '=', streetId)
    .where('day', '=', day)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}
