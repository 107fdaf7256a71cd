import { describe, expect, test } from 'vitest';
import { capSince, mayOpen, maySettle, median, monthScoreOf, offerStatus, ratingMove } from './rules.ts';

const offer = { stock_left: 1, paused: false, valid_from: '2026-11-01', valid_to: '2026-11-30' };

test.each([
  ['2026-11-21', {}, 'active', 'open'],
  ['2026-10-31', {}, 'active', 'early'],
  ['2026-12-01', {}, 'active', 'over'],
  ['2026-11-21', { paused: true }, 'active', 'paused'],
  ['2026-11-21', {}, 'suspended', 'paused'],
  ['2026-11-21', { stock_left: 0 }, 'active', 'sold_out'],
] as const)('on %s %o of a merchant that is %s the offer is %s', (today, change, merchant, status) => {
  expect(offerStatus({ ...offer, ...change }, merchant, today)).toBe(status);
});

test.each([
  ['day', '2026-11-20T16:00:00.000Z'],
  ['week', '2026-11-15T16:00:00.000Z'],
  ['month', '2026-10-31T16:00:00.000Z'],
] as const)('a cap by %s counts from %s', (period, since) => {
  // A Saturday morning in Beijing; the week began on Monday the 16th.
  expect(capSince(period, new Date('2026-11-21T02:00:00.000Z'))?.toISOString()).toBe(since);
});

test('a month is frozen once nothing in it can be undone', () => {
  expect(mayOpen('2026-10', new Date('2026-10-31T16:09:59.000Z'), 10)).toBe(false);
  expect(mayOpen('2026-10', new Date('2026-10-31T16:10:00.000Z'), 10)).toBe(true);
});

describe('a settlement', () => {
  const at = new Date('2026-11-02T02:00:00.000Z');
  const row = { state: 'open', opened_by: 'a', silent_until: '2026-11-08T02:00:00.000Z' } as const;

  test.each([
    ['sign', 'confirmed', 'b', true],
    ['sign', 'confirmed', 'a', 'settlement.same_person'],
    ['sign', 'open', 'b', 'settlement.not_confirmed'],
    ['sign', 'appealed', 'b', 'settlement.appeal_open'],
    ['sign', 'signed', 'b', 'settlement.signed_already'],
    ['confirm', 'open', 'b', true],
    ['confirm', 'appealed', 'b', true],
    ['confirm', 'closed', 'b', 'settlement.closed'],
    ['appeal', 'confirmed', 'b', 'settlement.not_open'],
    ['answer', 'open', 'b', 'settlement.not_appealed'],
    ['close', 'confirmed', 'a', 'settlement.not_signed'],
    ['close', 'signed', 'a', true],
    ['close', 'closed', 'a', 'settlement.closed'],
  ] as const)('%s while it is %s by %s: %s', (deed, state, by, outcome) => {
    expect(maySettle(deed, { ...row, state }, by, at)).toBe(outcome);
  });

  test('a merchant that says nothing for a week has agreed', () => {
    expect(maySettle('sign', row, 'b', new Date('2026-11-08T02:00:00.000Z'))).toBe(true);
  });
});

describe('the score of a month', () => {
  test('follows the median: one angry voice among many moves nothing', () => {
    expect(median([1, 5, 5, 5, 5])).toBe(5);
    expect(median([1, 5])).toBe(1);
    expect(ratingMove([1, 5, 5, 5, 5])).toBe(5);
    expect(ratingMove([1, 1, 1])).toBe(-5);
    expect(ratingMove([3, 3, 4])).toBe(0);
    expect(ratingMove([1, 1])).toBe(0);
  });

  test('begins at 80, adds the items, stays between 0 and 100', () => {
    expect(monthScoreOf([5, -8], [5, 5, 5])).toMatchObject({
      base: 80,
      items: -3,
      rating_move: 5,
      score: 82,
    });
    expect(monthScoreOf([-10, -10, -10, -60], []).score).toBe(0);
    expect(monthScoreOf([30], []).score).toBe(100);
  });
});
