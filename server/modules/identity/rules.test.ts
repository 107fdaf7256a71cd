import { describe, expect, it } from 'vitest';
import { breaksSeparation, datesInOrder, delegationFits, fitsLevel, passwordExpiry } from './rules.ts';

describe('posts', () => {
  it.each([
    [['system_admin'], 'security_admin', true],
    [['security_admin'], 'audit_admin', true],
    [['grid_worker'], 'audit_admin', true],
    [['audit_admin'], 'grid_worker', true],
    [['resident'], 'audit_admin', false],
    [['audit_admin'], 'resident', false],
    [['grid_worker'], 'grid_lead', false],
    [[], 'system_admin', false],
  ] as const)('who holds %j and would be %s breaks the separation: %s', (held, next, expected) => {
    expect(breaksSeparation([...held], next)).toBe(expected);
  });

  it.each([
    ['door_warden', 'entrance', true],
    ['door_warden', 'street', false],
    ['grid_worker', 'grid', true],
    ['grid_worker', 'entrance', false],
    ['principal', 'street', true],
    ['principal', 'community', false],
    ['community_secretary', 'community', true],
  ] as const)('a %s of one %s: %s', (role, level, expected) => {
    expect(fitsLevel(role, level)).toBe(expected);
  });

  it('an end may not lie before the start', () => {
    expect(datesInOrder('2026-11-21', '2026-11-20')).toBe(false);
    expect(datesInOrder('2026-11-21', '2026-11-21')).toBe(true);
    expect(datesInOrder('2026-11-21', undefined)).toBe(true);
  });
});

describe('delegations', () => {
  const now = new Date('2026-11-21T02:00:00Z');

  it.each([
    ['2026-11-21T00:00:00Z', '2026-11-28T00:00:00Z', true, 'a week from today'],
    ['2026-11-28T00:00:00Z', '2026-11-21T00:00:00Z', false, 'backwards'],
    ['2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z', false, 'already over'],
    ['2026-11-21T00:00:00Z', '2027-11-21T00:00:00Z', false, 'for a year'],
  ])('%s to %s fits: %s (%s)', (startsAt, endsAt, expected) => {
    expect(delegationFits(startsAt, endsAt, now)).toBe(expected);
  });
});

describe('passwords', () => {
  it('expire ninety days after the change, on the day in Beijing', () => {
    expect(passwordExpiry('2026-08-23T16:30:00.000Z')).toBe('2026-11-22');
    expect(passwordExpiry(null)).toBeNull();
  });
});
