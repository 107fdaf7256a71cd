import { describe, expect, it } from 'vitest';
import { instantText } from './instants.ts';

describe('an instant of the database', () => {
  it.each([
    '2026-11-21 18:07:46+08',
    '2026-11-21 18:07:46.1+08',
    '2026-11-21 18:07:46.123456+08',
    '2026-11-21 18:07:46.999999+08',
    '2026-12-31 23:59:59.999+00',
    '2026-03-01 00:30:00-04',
    '2026-03-01 00:30:00+05:30',
    '1927-12-31 23:54:08+08:05',
    '9999-12-31 08:00:00+08',
    '0999-01-01 00:00:00+00',
  ])('%s is the same moment in ISO', (text) => {
    expect(instantText(text)).toBe(
      new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
    );
  });

  it('refuses what is no moment', () => {
    expect(() => instantText('infinity')).toThrow(RangeError);
  });
});
