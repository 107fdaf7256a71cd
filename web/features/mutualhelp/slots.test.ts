import { expect, test } from 'vitest';
import { daysFrom, timesOf } from './slots.ts';

const now = new Date('2026-11-21T02:00:00.000Z');

test('the days begin at midnight in Beijing', () => {
  expect(daysFrom(now, 2).map((day) => new Date(day).toISOString())).toEqual([
    '2026-11-20T16:00:00.000Z',
    '2026-11-21T16:00:00.000Z',
  ]);
});

test('a slot that has begun starts soon, one that is nearly over cannot be chosen', () => {
  const [today = 0, tomorrow = 0] = daysFrom(now, 2);
  expect(timesOf(today, 'morning', now)).toEqual({
    startsAt: '2026-11-21T02:10:00.000Z',
    endsAt: '2026-11-21T04:00:00.000Z',
  });
  expect(timesOf(today, 'morning', new Date('2026-11-21T03:45:00.000Z'))).toBeNull();
  expect(timesOf(tomorrow, 'evening', now)).toEqual({
    startsAt: '2026-11-22T10:00:00.000Z',
    endsAt: '2026-11-22T14:00:00.000Z',
  });
});
