import { z } from 'zod';
import { day, line, text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { calendarDay, calendarState, calendarYear, noticePreview, systemStatus } from './records.ts';

export const calendarYearMin = 2020;
export const calendarYearMax = 2099;
const yearParams = z.object({ year: z.coerce.number().int().min(calendarYearMin).max(calendarYearMax) });

export const readCalendarState = endpoint({
  name: 'calendar.state',
  method: 'GET',
  path: '/api/calendar',
  summary: 'Which years of the working calendar are published, and which are missed.',
  access: 'signed_in',
  output: calendarState,
});

export const readCalendarYear = endpoint({
  name: 'calendar.year',
  method: 'GET',
  path: '/api/calendar/:year',
  summary: 'Every day of a year as deadlines count it here.',
  access: 'signed_in',
  params: yearParams,
  output: calendarYear,
});

const notice = z.object({
  text: text(60_000).describe('The notice itself, or lines `2027-01-01 放假 元旦`, or a table of all days'),
});

export const previewNotice = endpoint({
  name: 'calendar.preview_notice',
  method: 'POST',
  path: '/api/calendar/:year/preview',
  summary: 'Reads a yearly holiday notice and says what it would change; writes nothing.',
  access: 'calendar.edit',
  idempotent: false,
  params: yearParams,
  body: notice,
  output: noticePreview,
});

export const readNoticeFile = endpoint({
  name: 'calendar.read_notice_file',
  method: 'POST',
  path: '/api/calendar/:year/file',
  summary: 'Turns a CSV or Excel file (date, kind, name) into lines for the preview; writes nothing.',
  access: 'calendar.edit',
  kind: 'upload',
  idempotent: false,
  params: yearParams,
  output: z.object({ text: z.string() }),
});

export const publishNotice = endpoint({
  name: 'calendar.publish_notice',
  method: 'POST',
  path: '/api/calendar/:year',
  summary: 'Publishes a year from its notice; the whole year must be clear.',
  access: 'calendar.edit',
  params: yearParams,
  body: notice.extend({ source: line(120).describe('Number of the notice') }),
  output: calendarYear,
});

const dayParams = z.object({ day });

export const setCalendarDay = endpoint({
  name: 'calendar.set_day',
  method: 'PUT',
  path: '/api/calendar/days/:day',
  summary: 'Sets one day apart for this street, with a reason.',
  access: 'calendar.edit',
  params: dayParams,
  body: z.object({ isWorkday: z.boolean(), name: text(20).default(''), reason: line(100) }),
  output: calendarDay,
});

export const resetCalendarDay = endpoint({
  name: 'calendar.reset_day',
  method: 'POST',
  path: '/api/calendar/days/:day/reset',
  summary: 'Lets the national calendar count again for a day.',
  access: 'calendar.edit',
  params: dayParams,
  output: calendarDay,
});

export const readSystemStatus = endpoint({
  name: 'system.status',
  method: 'GET',
  path: '/api/system',
  summary: 'Version, database, event trail, job queue and calendar, for the system administrator.',
  access: 'system.read',
  output: systemStatus,
});
