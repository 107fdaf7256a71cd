import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  readNoticeFile as fileEndpoint,
  previewNotice as previewEndpoint,
  publishNotice as publishEndpoint,
  resetCalendarDay as resetEndpoint,
  setCalendarDay as setEndpoint,
  readCalendarYear as yearEndpoint,
} from '#contract/system/endpoints.ts';
import { dayReset, daySet, yearPublished } from '#contract/system/events.ts';
import type {
  CalendarDayRecord,
  CalendarState,
  CalendarYear,
  NoticePreview,
} from '#contract/system/records.ts';
import { noticeColumns } from '#contract/system/words.ts';
import { forgetCalendar } from '#kernel/calendar/kept.ts';
import {
  deleteStreetDay,
  nationalDaysBetween,
  publishedYears,
  saveNationalDays,
  saveStreetDay,
  streetDaysBetween,
} from '#kernel/calendar/stored.ts';
import type { Context } from '#kernel/context.ts';
import type { Upload } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { detectHeader } from '#kernel/sheets/header.ts';
import { openSheet } from '#kernel/sheets/open.ts';
import type { SheetRow } from '#kernel/sheets/sheet.ts';
import { guessedDay, missingYears, type Notice, readNotice } from '../rules.ts';
import { viewDay, viewYear } from '../view.ts';

export async function readCalendarState(context: Context): Promise<CalendarState> {
  const published = await publishedYears(context.db);
  const missing = missingYears(context.now, published);
  const last = published.at(-1);
  return {
    publishedYears: published,
    until: last === undefined ? null : `${last}-12-31`,
    missingYears: missing,
    warnings: missing.map((year) => context.services.sentence('calendar.year_unpublished', { year })),
  };
}

export async function readCalendarYear(
  context: Context,
  { year }: Pick<InputOf<typeof yearEndpoint>, 'year'>,
): Promise<CalendarYear> {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const national = await nationalDaysBetween(context.db, span);
  const own = await streetDaysBetween(context.db, context.streetId, span);
  return viewYear(year, national, own);
}

export async function previewNotice(
  context: Context,
  { year, text }: InputOf<typeof previewEndpoint>,
): Promise<NoticePreview> {
  const notice = readNotice(year, text);
  return {
    year,
    faults: notice.faults.map(({ code, line, details }) => ({
      code,
      line,
      sentence: context.services.sentence(code, details),
    })),
    holidays: notice.holidays,
    makeupWorkdays: notice.makeupWorkdays,
    workdayCount: notice.workdayCount,
    changedCount: await countChanged(context, notice),
  };
}

async function countChanged(context: Context, { days }: Notice): Promise<number> {
  const from = days[0]?.day ?? '';
  const to = days.at(-1)?.day ?? '';
  const stored = await nationalDaysBetween(context.db, { from, to });
  const kinds = new Map(stored.map((row) => [row.day, row.kind]));
  return days.filter((day) => kinds.get(day.day) !== day.kind).length;
}

/** @throws Problem 422 `calendar.notice_faulty` with every fault as a sentence */
export async function publishNotice(
  context: Context,
  input: InputOf<typeof publishEndpoint>,
): Promise<CalendarYear> {
  const { year, text, source } = input;
  const notice = readNotice(year, text);
  if (notice.faults.length > 0) {
    const { faults } = await previewNotice(context, { year, text });
    throw new Problem('calendar.notice_faulty', 422, { count: faults.length, faults });
  }

  await saveNationalDays(context.db, notice.days, source);
  forgetCalendar(context);
  await context.emit({
    name: yearPublished.name,
    subject: { module: 'calendar', id: String(year) },
    data: { year, workdayCount: notice.workdayCount, source },
  });
  return await readCalendarYear(context, { year });
}

/** Columns date, kind, name as the lines that the preview reads; what is wrong in them the preview says. */
export async function readNoticeFile(
  _: Context,
  { file }: InputOf<typeof fileEndpoint> & { file: Upload },
): Promise<OutputOf<typeof fileEndpoint>> {
  const sheet = await openSheet(file.path, file.fileName);
  try {
    const rows: SheetRow[] = [];
    for await (const row of sheet.rows()) {
      rows.push(row);
      if (rows.length >= fileRowsMax) break;
    }
    const header = detectHeader(rows, noticeColumns);
    if (!header || header.missing.length > 0) throw new Problem('sheet.no_header', 422);
    const { day = 0, kind = 0, name } = header.mapping;
    const lines = rows
      .filter((row) => row.number > header.rowNumber)
      .map(({ cells }) =>
        [cells[day]?.slice(0, 10), cells[kind], name === undefined ? '' : cells[name]].join(' '),
      );
    return { text: lines.map((line) => line.trim()).join('\n') };
  } finally {
    await sheet.close();
  }
}

/** A whole year and a title. */
const fileRowsMax = 400;

export async function setCalendarDay(
  context: Context,
  { day, isWorkday, name, reason }: InputOf<typeof setEndpoint>,
): Promise<CalendarDayRecord> {
  const usual = guessedDay(day);
  await saveStreetDay(context.db, {
    street_id: context.streetId,
    day,
    is_workday: isWorkday,
    kind: isWorkday ? (usual.isWorkday ? 'workday' : 'makeup_workday') : 'holiday',
    name,
    reason,
    set_at: context.now,
    set_by: context.actor.displayName,
  });
  forgetCalendar(context);
  await context.emit({
    name: daySet.name,
    subject: { module: 'calendar', id: day },
    data: { day, isWorkday },
  });
  return await readDay(context, day);
}

/** @throws Problem 409 `calendar.day_not_local` */
export async function resetCalendarDay(
  context: Context,
  { day }: InputOf<typeof resetEndpoint>,
): Promise<CalendarDayRecord> {
  if (!(await deleteStreetDay(context.db, context.streetId, day)))
    throw new Problem('calendar.day_not_local', 409, { day });
  forgetCalendar(context);
  await context.emit({ name: dayReset.name, subject: { module: 'calendar', id: day }, data: { day } });
  return await readDay(context, day);
}

async function readDay(context: Context, day: string): Promise<CalendarDayRecord> {
  const [national] = await nationalDaysBetween(context.db, { from: day, to: day });
  const [own] = await streetDaysBetween(context.db, context.streetId, { from: day, to: day });
  return viewDay(day, national, own);
}
