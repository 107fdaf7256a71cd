import { expect, test } from 'vitest';
import {
  calendarDay,
  clock,
  dayName,
  dayStamp,
  daysBetween,
  dueBy,
  duration,
  figure,
  moment,
  percent,
  promise,
  stamp,
  untilDue,
} from './formats.ts';

/** Saturday 21 November 2026, 10:22 in Beijing. */
const now = new Date('2026-11-21T02:22:00Z');

test.each([
  ['2026-11-21T15:59:00Z', '今天'],
  ['2026-11-21T16:00:00Z', '明天'],
  ['2026-11-20T15:59:59Z', '昨天'],
  ['2026-11-19T15:59:59Z', '11月19日 周四'],
  ['2026-12-31T16:00:00Z', '2027年1月1日 周五'],
  ['2025-11-21T02:00:00Z', '2025年11月21日 周五'],
])('the day of %s is said as %s', (at, said) => {
  expect(dayName(at, now)).toBe(said);
});

test('a promise names day and hour', () => {
  expect(dueBy('2026-11-21T10:00:00Z', now)).toBe('今天 18:00前');
  // A natural day ends at midnight; people call that the day before.
  expect(dueBy('2026-11-21T16:00:00Z', now)).toBe('今天 24:00前');
  expect(promise('2026-12-07T16:00:00Z', now)).toEqual({ day: '12月7日 周一', clock: null });
  expect(moment('2026-11-20T13:40:00Z', now)).toBe('昨天 21:40');
});

test('a day at the top of a page is said in full', () => {
  expect(calendarDay(now)).toBe('11月21日 星期六');
  expect(clock('2026-11-21T00:12:00Z')).toBe('8:12');
});

test('desk tables are short and carry the year only when it is another', () => {
  expect(stamp('2026-11-21T02:22:00Z', now)).toBe('11-21 10:22');
  expect(stamp('2025-01-03T01:05:00Z', now)).toBe('2025-01-03 09:05');
  expect(dayStamp('2026-11-20T16:30:00Z')).toBe('2026-11-21');
});

const minute = 60_000;
test.each([
  [20_000, '1 分'],
  [40 * minute, '40 分'],
  [60 * minute, '1 小时'],
  [320 * minute, '5 小时 20 分'],
  [24 * 60 * minute, '1 天'],
  [27 * 60 * minute, '1 天 3 小时'],
  [100 * 60 * minute, '4 天'],
])('%d ms last %s', (ms, said) => {
  expect(duration(ms)).toBe(said);
});

test('a deadline is either ahead or late', () => {
  expect(untilDue('2026-11-21T07:42:00Z', now)).toBe('剩 5 小时 20 分');
  expect(untilDue('2026-11-21T00:22:00Z', now)).toBe('超时 2 小时');
});

test('figures get separators from ten thousand on', () => {
  expect([9800, 10_000, 75_000, -12_345].map(figure)).toEqual(['9800', '10,000', '75,000', '-12,345']);
  expect(percent(0.9623)).toBe('96.2%');
});

test.each([
  ['2026-11-21', '2026-11-21', '2026年11月21日'],
  ['2026-11-02', '2026-11-30', '2026年11月2日至30日'],
  ['2026-11-02', '2026-12-01', '2026年11月2日至12月1日'],
  ['2025-12-30', '2026-01-02', '2025年12月30日至2026年1月2日'],
])('%s to %s are the days %s', (from, to, said) => {
  expect(daysBetween(from, to)).toBe(said);
});
