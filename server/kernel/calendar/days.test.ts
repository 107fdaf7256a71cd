import { expect, test } from 'vitest';
import { calendarReader, parseCalendarCsv, workCalendar } from '#kernel/calendar/days.ts';
import { nationalDays } from '#kernel/calendar/national.ts';

const days = await nationalDays();

test.each([
  [2023, 365, 249],
  [2024, 366, 251],
  [2025, 365, 248],
  [2026, 365, 248],
])('year %d has %d days and %d workdays', (year, count, workdays) => {
  const ofYear = days.filter((day) => day.day.startsWith(`${year}-`));
  expect(new Set(ofYear.map((day) => day.day)).size).toBe(count);
  expect(ofYear.filter((day) => day.isWorkday)).toHaveLength(workdays);
});

test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
  '%s is a working weekend day',
  (day) =>
    expect(days.find((one) => one.day === day)).toMatchObject({ isWorkday: true, kind: 'makeup_workday' }),
);

test('a local day replaces the national one', () => {
  const calendar = workCalendar([
    ...days,
    { day: '2026-11-20', isWorkday: false, kind: 'holiday', name: '街道停电' },
  ]);
  expect(calendarReader(calendar).isWorkday('2026-11-20')).toBe(false);
  expect(calendar.years).toEqual([2023, 2024, 2025, 2026]);
});

test.each([
  ['2026-02-30,1,1,workday,', 2],
  ['2026-02-03,1,1,festival,', 2],
  ['2026-02-03,1,1,workday,\n2026-02-04,1,yes,workday,', 3],
])('a line that cannot be read is named: %j', (lines, line) => {
  expect(() => parseCalendarCsv(`date,weekday,is_workday,kind,name\n${lines}\n`)).toThrow(
    expect.objectContaining({ code: 'calendar.day_invalid', details: expect.objectContaining({ line }) }),
  );
});
