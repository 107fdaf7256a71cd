import { describe, expect, test } from 'vitest';
import { dateOf, digitsOf, isErrorCell, looksLikeFormula } from './cells.ts';
import { serialText, styleOfFormat } from './formats.ts';

test.each([
  ['13800001111', { digits: '13800001111' }],
  ['+86 138-0000-1111', { digits: '13800001111' }],
  ['010-6955 1234', { digits: '01069551234' }],
  ['１３８０００01111', { digits: '13800001111' }],
  ["'13800001111", { digits: '13800001111' }],
  ['13800001111.0', { digits: '13800001111' }],
  ['11010519491231002x', { digits: '11010519491231002X' }],
  ['1.3800001111E+10', { digits: '13800001111' }],
  ['1.38E+10', { fault: 'lost' }],
  ['8.26081308493182E+17', { fault: 'lost' }],
  ['138****1111', { fault: 'not_digits' }],
  ['保密', { fault: 'not_digits' }],
])('digits of %s', (cell, expected) => {
  expect(digitsOf(cell)).toEqual(expected);
});

test.each([
  ['2026-11-19', '2026-11-19'],
  ['2026/1/9', '2026-01-09'],
  ['2026.11.19', '2026-11-19'],
  ['2026年11月19日', '2026-11-19'],
  ['20261119', '2026-11-19'],
  ['20261119084931', '2026-11-19 08:49:31'],
  ['2026/11/19 9:12:00', '2026-11-19 09:12:00'],
  ['2026-11-19 10:45', '2026-11-19 10:45:00'],
  ['2026年11月19日 9时5分', '2026-11-19 09:05:00'],
  ['46345.4583333333', '2026-11-19 11:00:00'],
  ['46345', '2026-11-19'],
  ['2026-11-18T23:30:00.000Z', '2026-11-19 07:30:00'],
  ['2026-11-19 00:30:00+00:00', '2026-11-19 08:30:00'],
  ['2026-11-19T08:30+08:00', '2026-11-19 08:30:00'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['2026-11-19 25:00', null],
  ['昨天', null],
  ['', null],
])('date of %s is %s', (cell, expected) => {
  expect(dateOf(cell)).toBe(expected);
});

test.each([
  ["=cmd|' /C calc'!A0", true],
  ['＝1+1', true],
  ['@SUM(A1)', true],
  ['+1+cmd|x', true],
  ['-2+3+cmd()', true],
  [' =A1', true],
  ['+86 13800001111', false],
  ['-5', false],
  ['-', false],
  ['=', false],
  ['王秀兰', false],
])('%s would run as a formula: %s', (cell, expected) => {
  expect(looksLikeFormula(cell)).toBe(expected);
});

test('cells of failed formulas are known', () => {
  expect(['#N/A', '#REF!', '#1号楼'].map(isErrorCell)).toEqual([true, true, false]);
});

describe('what a number format makes of a number', () => {
  test.each([
    ['General', 'plain'],
    ['0.00%', 'plain'],
    ['#,##0.00_);[Red](#,##0.00)', 'plain'],
    ['yyyy-mm-dd', 'date'],
    ['yyyy"年"m"月"', 'date'],
    ['[$-409]d-mmm-yy;@', 'date'],
    ['m/d/yy h:mm', 'instant'],
    ['yyyy\\-mm\\-dd\\ hh:mm:ss', 'instant'],
    ['h:mm:ss', 'time'],
    ['[h]:mm', 'time'],
    ['mm:ss', 'time'],
    ['0000', { digits: 4 }],
  ] as const)('%s', (code, expected) => {
    expect(styleOfFormat(200, code)).toEqual(expected);
  });

  test('serial days around the day that never was', () => {
    expect([1, 59, 61].map((serial) => serialText(serial, 'date'))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
    expect(serialText(0.5, 'time')).toBe('12:00:00');
    expect(serialText(46_345.999_999, 'instant')).toBe('2026-11-20 00:00:00');
    expect(serialText(3_000_000, 'date')).toBeNull();
  });
});
