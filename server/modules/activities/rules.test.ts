import { describe, expect, it } from 'vitest';
import { ageOn } from '#kernel/calendar/time.ts';
import {
  companyFault,
  coverageOf,
  mayCome,
  offerUntil,
  overlaps,
  publishFault,
  riskFault,
  spanFault,
  weekOf,
} from './rules.ts';

const ages = (age_min: number | null, age_max: number | null, accompanied_below: number | null) => ({
  age_min,
  age_max,
  accompanied_below,
});
const lights = ages(4, 12, 10);

describe('who may come', () => {
  it.each([
    [3, { refused: 'sign_up.too_young' }],
    [4, { accompanies: false }],
    [12, { accompanies: false }],
    [13, { refused: 'sign_up.too_old' }],
    [38, { accompanies: true }],
    [null, { refused: 'sign_up.age_unknown' }],
  ])('at %s', (age, outcome) => {
    expect(mayCome(lights, age)).toEqual(outcome);
  });

  it('an adult above the ages has no part where no child needs company', () => {
    expect(mayCome(ages(4, 12, null), 38)).toEqual({ refused: 'sign_up.adults_only' });
  });

  it('an unknown age matters only where ages do', () => {
    expect(mayCome(ages(null, null, null), null)).toEqual({ accompanies: false });
  });

  it('a small child needs an adult of the same tap', () => {
    const child = { personId: 'a', age: 6 };
    const big = { personId: 'b', age: 11 };
    const mother = { personId: 'c', age: 38 };
    expect(companyFault(lights, [child, big])).toBe('sign_up.needs_adult');
    expect(companyFault(lights, [child, mother])).toBeNull();
    expect(companyFault(lights, [big])).toBeNull();
  });

  it('is a year older from the birthday on', () => {
    expect(ageOn('2026-03-08', '2018-03-09')).toBe(7);
    expect(ageOn('2026-03-09', '2018-03-09')).toBe(8);
    expect(ageOn('2026-03-09', null)).toBeNull();
  });
});

describe('times', () => {
  const at = (from: string, to: string) => ({
    starts_at: `2026-11-28T${from}:00Z`,
    ends_at: `2026-11-28T${to}:00Z`,
  });

  it('overlap when one begins before the other ends', () => {
    expect(overlaps(at('01:00', '02:30'), at('02:00', '03:00'))).toBe(true);
    expect(overlaps(at('01:00', '02:00'), at('02:00', '03:00'))).toBe(false);
  });

  it('an offer stands for its hours, and never beyond the beginning', () => {
    const now = new Date('2026-11-27T10:00:00Z');
    expect(offerUntil(now, 2, '2026-11-28T01:00:00Z')).toBe('2026-11-27T12:00:00.000Z');
    expect(offerUntil(now, 24, '2026-11-28T01:00:00Z')).toBe('2026-11-28T01:00:00.000Z');
  });

  it('a week is Monday to Sunday', () => {
    expect(weekOf('2026-11-21')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(weekOf('2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(weekOf('2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  });

  it('sign-up opens before it closes, and closes before the end', () => {
    const span = {
      ...at('01:00', '02:00'),
      opens_at: '2026-11-20T00:00:00Z',
      closes_at: '2026-11-28T01:00:00Z',
    };
    expect(spanFault(span)).toBeNull();
    expect(spanFault({ ...span, closes_at: '2026-11-19T00:00:00Z' })).toBe('activity.session_order');
    expect(spanFault({ ...span, closes_at: '2026-11-28T02:01:00Z' })).toBe('activity.session_order');
  });
});

describe('publishing', () => {
  const now = new Date('2026-11-21T02:00:00Z');
  const session = {
    starts_at: '2026-11-28T01:00:00Z',
    ends_at: '2026-11-28T02:00:00Z',
    opens_at: '2026-11-21T00:00:00Z',
    closes_at: '2026-11-28T01:00:00Z',
  };
  const draft = {
    state: 'draft' as const,
    template: false,
    risk_level: 'low' as const,
    risk_told: null,
    insurance: null,
    agreement: null,
    age_min: null,
    age_max: null,
  };

  it('needs a session to come', () => {
    expect(publishFault(draft, [session], now, false)).toBeNull();
    expect(publishFault(draft, [], now, false)).toBe('activity.no_session');
    expect(publishFault(draft, [{ ...session, starts_at: '2026-11-20T01:00:00Z' }], now, false)).toBe(
      'activity.session_past',
    );
    expect(publishFault({ ...draft, template: true }, [session], now, true)).toBe('activity.is_template');
    expect(publishFault({ ...draft, state: 'cancelled' }, [session], now, true)).toBe(
      'activity.already_cancelled',
    );
  });

  it('of a risk tells it; of a high one is insured, agreed and approved', () => {
    const high = { ...draft, risk_level: 'high' as const, risk_told: '水边' };
    expect(riskFault({ ...draft, risk_level: 'medium' })).toBe('activity.risk_not_told');
    expect(riskFault(high)).toBe('activity.not_insured');
    const told = { ...high, insurance: '团体意外险', agreement: '已签' };
    expect(publishFault(told, [session], now, false)).toBe('activity.needs_approval');
    expect(publishFault(told, [session], now, true)).toBeNull();
  });
});

describe('how far a group reaches', () => {
  it.each([
    ['residents', 180, 190, 190, 95],
    ['family', 400, 190, 190, 100],
    ['residents', 3, 0, null, null],
    ['school', 45, 190, null, null],
    ['children', 45, 190, null, null],
  ] as const)('a group of %s with %i members at %i homes', (kind, members, at, homes, coverage) => {
    expect(coverageOf({ kind, members }, at)).toEqual({ homes, coverage });
  });
});
