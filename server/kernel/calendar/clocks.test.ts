import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClockType, dueAfterPause, dueAt, elapsed } from '#kernel/calendar/clocks.ts';
import { workCalendar } from '#kernel/calendar/days.ts';
import { nationalDays } from '#kernel/calendar/national.ts';
import { dayOf, instantOn } from '#kernel/calendar/time.ts';

const calendar = workCalendar(await nationalDays());
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const local = (instant: Date) =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const vectors: [
  start: string,
  urgent: string,
  workHour: string,
  workDay: string,
  natural: string,
  rolled: string,
][] = [
  [
    '2026-09-30 16:30',
    '2026-09-30 18:30',
    '2026-10-08 10:30',
    '2026-10-13 18:00',
    '2026-10-07',
    '2026-10-08',
  ],
  [
    '2026-02-13 17:30',
    '2026-02-13 19:30',
    '2026-02-14 11:30',
    '2026-02-27 18:00',
    '2026-02-20',
    '2026-02-24',
  ],
  [
    '2026-11-20 17:30',
    '2026-11-20 19:30',
    '2026-11-23 11:30',
    '2026-11-27 18:00',
    '2026-11-27',
    '2026-11-27',
  ],
  [
    '2026-10-09 23:50',
    '2026-10-10 01:50',
    '2026-10-10 12:00',
    '2026-10-15 18:00',
    '2026-10-16',
    '2026-10-16',
  ],
];

test.each(vectors)(
  'limits that start at %s end as the regulations count',
  (start, urgent, workHour, workDay, natural, rolled) => {
    expect(local(dueAt(at(start), 2, 'urgent_hour', calendar).dueAt)).toBe(urgent);
    expect(local(dueAt(at(start), 4, 'work_hour', calendar).dueAt)).toBe(workHour);
    expect(local(dueAt(at(start), 5, 'work_day', calendar).dueAt)).toBe(workDay);

    const days = dueAt(at(start), 7, 'natural_day', calendar);
    expect(days.lastDay).toBe(natural);
    expect(days.dueAt).toEqual(instantOn(natural, 24 * 3_600_000));
    expect(dueAt(at(start), 7, 'natural_day', calendar, { rollHoliday: true }).lastDay).toBe(rolled);
    expect(days.warnings).toEqual([]);
  },
);

test('a limit that reaches an unpublished year warns of it and counts Monday to Friday', () => {
  const due = dueAt(at('2026-12-31 10:00'), 1, 'work_day', calendar);

  expect(local(due.dueAt)).toBe('2027-01-01 18:00');
  expect(due.warnings).toEqual([{ code: 'calendar.year_unpublished', details: { year: 2027 } }]);
});

test('a continuous clock needs no calendar and never warns', () => {
  expect(dueAt(at('2031-01-01 10:00'), 24, 'urgent_hour', calendar).warnings).toEqual([]);
  expect(dueAt(at('2031-01-01 10:00'), 7, 'natural_day', calendar).warnings).toEqual([]);
});

test('other working hours move the close of business', () => {
  const workingHours = [{ from: '09:00', to: '17:00' }];

  expect(local(dueAt(at('2026-11-20 16:30'), 1, 'work_hour', calendar, { workingHours }).dueAt)).toBe(
    '2026-11-23 09:30',
  );
  expect(local(dueAt(at('2026-11-20 16:30'), 1, 'work_day', calendar, { workingHours }).dueAt)).toBe(
    '2026-11-23 17:00',
  );
});

test.each([
  [[{ from: '14:00', to: '12:00' }]],
  [
    [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '18:00' },
    ],
  ],
  [[{ from: '8am', to: '12:00' }]],
  [[]],
])('working hours that make no sense are refused: %j', (workingHours) => {
  expect(() => dueAt(at('2026-11-20 16:30'), 1, 'work_hour', calendar, { workingHours })).toThrow();
});

test.each([
  ['work_day', 1.5],
  ['natural_day', 0.5],
  ['work_hour', -1],
  ['urgent_hour', Number.NaN],
] as [ClockType, number][])('%s of %d is refused', (clock, amount) =>
  expect(() => dueAt(at('2026-11-20 16:30'), amount, clock, calendar)).toThrow(),
);

test.each([
  ['over lunch', '2026-11-20 11:00', '2026-11-20 15:00', 2],
  ['over a weekend', '2026-11-20 17:00', '2026-11-23 09:00', 2],
  ['on a holiday', '2026-10-02 08:00', '2026-10-02 18:00', 0],
  ['on a make-up Saturday', '2026-10-10 08:00', '2026-10-10 18:00', 8],
  ['backwards', '2026-11-20 15:00', '2026-11-20 11:00', 0],
])('working hours %s', (_, from, to, hours) => {
  expect(elapsed(at(from), at(to), 'work_hour', calendar).amount).toBe(hours);
});

test('a paused clock gives back what was left, and nothing when it had run out', () => {
  const due = at('2026-11-20 17:00');

  const resumed = dueAfterPause(due, at('2026-11-20 15:00'), at('2026-11-24 08:30'), 'work_hour', calendar);
  expect(local(resumed.dueAt)).toBe('2026-11-24 10:30');
  expect(
    dueAfterPause(due, at('2026-11-20 17:30'), at('2026-11-24 08:30'), 'work_hour', calendar).dueAt,
  ).toEqual(due);

  const sevenDays = dueAt(at('2026-11-02 10:00'), 7, 'natural_day', calendar).dueAt;
  expect(
    dueAfterPause(sevenDays, at('2026-11-04 10:00'), at('2026-11-20 10:00'), 'natural_day', calendar).lastDay,
  ).toBe('2026-11-25');
});

const moment = fc.date({ min: at('2023-01-01 00:00'), max: at('2026-10-31 23:59'), noInvalidDate: true });
const clockType = fc.constantFrom<ClockType>('urgent_hour', 'work_hour', 'work_day', 'natural_day');

test('a later start or a larger amount never ends earlier', () => {
  fc.assert(
    fc.property(
      moment,
      fc.nat(40 * 86_400),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 5 }),
      clockType,
      fc.boolean(),
      (start, laterBySeconds, amount, more, clock, rollHoliday) => {
        const later = new Date(start.getTime() + laterBySeconds * 1000);
        const end = dueAt(start, amount, clock, calendar, { rollHoliday }).dueAt.getTime();

        expect(dueAt(later, amount, clock, calendar, { rollHoliday }).dueAt.getTime()).toBeGreaterThanOrEqual(
          end,
        );
        expect(
          dueAt(start, amount + more, clock, calendar, { rollHoliday }).dueAt.getTime(),
        ).toBeGreaterThanOrEqual(end);
      },
    ),
    { numRuns: 500, seed: 110112003 },
  );
});

test('working hours end inside working hours of a workday, and measure back to the amount', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 120 * 60 }), (start, minutes) => {
      const end = dueAt(start, minutes / 60, 'work_hour', calendar).dueAt;
      const minuteOfDay = (end.getTime() - instantOn(dayOf(end)).getTime()) / 60_000;

      expect(calendar.find(dayOf(end))?.isWorkday).toBe(true);
      expect((minuteOfDay > 480 && minuteOfDay <= 720) || (minuteOfDay > 840 && minuteOfDay <= 1080)).toBe(
        true,
      );
      expect(elapsed(start, end, 'work_hour', calendar).amount).toBeCloseTo(minutes / 60, 6);
    }),
    { numRuns: 500, seed: 110112003 },
  );
});

test('days measure back to the amount', () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom<ClockType>('work_day', 'natural_day'),
      (start, days, clock) => {
        expect(elapsed(start, dueAt(start, days, clock, calendar).dueAt, clock, calendar).amount).toBe(days);
      },
    ),
    { numRuns: 500, seed: 110112003 },
  );
});
