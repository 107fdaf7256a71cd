import { describe, expect, it } from 'vitest';
import type { Level } from '#contract/territory/levels.ts';
import * as rules from './rules.ts';

const street = '/990101001/';
const community = `${street}990101001001/`;

const placeAt = (level: Level, path: string, validTo: string | null = null) => ({
  level,
  code: path.split('/').at(-2) ?? '',
  path,
  name: path,
  validTo,
});

describe('where a place may be', () => {
  it.each([
    ['street', 'community', null],
    ['street', 'grid', null],
    ['street', 'entrance', null],
    ['community', 'big_grid', null],
    ['grid', 'building', null],
    ['building', 'entrance', null],
    ['community', 'community', 'area.level_not_below'],
    ['grid', 'big_grid', 'area.level_not_below'],
    ['entrance', 'building', 'area.level_not_below'],
    ['building', 'street', 'area.level_not_below'],
  ] as const)('below %s a %s: %s', (above, below, refused) => {
    expect(rules.refuseParent(placeAt(above, community), below)?.refused ?? null).toBe(refused);
  });

  it('nothing begins below a place that has ended', () => {
    expect(rules.refuseParent(placeAt('grid', community, '2026-01-01'), 'building')?.refused).toBe(
      'area.parent_retired',
    );
  });

  it('a place does not go into itself, and the street goes nowhere', () => {
    const grid = placeAt('grid', `${community}990101001001001/`);
    const building = placeAt('building', `${grid.path}L1/`);
    expect(rules.refuseMove(grid, building)?.refused).toBe('area.into_itself');
    expect(rules.refuseMove(placeAt('street', street), grid)?.refused).toBe('area.is_street');
    expect(rules.refuseMove(building, placeAt('community', community))).toBeNull();
  });
});

describe('codes', () => {
  it.each([
    ['community', '990101001003', street, null],
    ['community', '990101002003', street, 'area.code_invalid'],
    ['community', '99010100103', street, 'area.code_invalid'],
    ['grid', '990101001001009', community, null],
    ['grid', '990101001002009', community, 'area.code_invalid'],
    ['grid', '990101001001009', `${community}990101001001-B1/`, null],
    ['grid', '990101001777001', street, null],
    ['big_grid', '990101001001-B1', community, null],
    ['estate', 'E/1', community, 'area.code_invalid'],
    ['estate', '-1', community, 'area.code_invalid'],
    ['entrance', 'x'.repeat(41), community, 'area.code_invalid'],
  ] as const)('%s %s below %s: %s', (level, code, path, refused) => {
    expect(rules.refuseCode(level, code, path)?.refused ?? null).toBe(refused);
  });

  it.each([
    ['community', placeAt('street', street), [], '990101001001'],
    ['grid', placeAt('community', community), ['990101001001001', '990101001001007'], '990101001001008'],
    ['grid', placeAt('big_grid', `${community}990101001001-B1/`), [], '990101001001001'],
    ['estate', placeAt('grid', `${community}990101001001001/`), [], '990101001001001-E01'],
    ['building', placeAt('estate', `${community}X-E01/`), ['X-E01-L09', 'X-E01-L10-M01'], 'X-E01-L10'],
  ] as const)('the next %s code below a place', (level, parent, taken, code) => {
    const prefix = rules.codePrefix(level, parent);
    expect(rules.nextCode(level, prefix, taken)).toBe(code);
    expect(rules.refuseCode(level, code, parent.path)).toBeNull();
  });
});

describe('kinds and types', () => {
  it('a kind belongs to its level', () => {
    expect(rules.refuseKind('community', 'village')).toBeNull();
    expect(rules.refuseKind('grid', 'village')?.refused).toBe('area.kind_of_other_level');
    expect(rules.refuseKind('grid', null)).toBeNull();
  });

  it('only a grid has a type, and a known one', () => {
    expect(rules.refuseGridType('grid', 'residential', ['residential'])).toBeNull();
    expect(rules.refuseGridType('grid', 'harbour', ['residential'])?.refused).toBe('area.grid_type_unknown');
    expect(rules.refuseGridType('building', 'residential', ['residential'])?.refused).toBe(
      'area.grid_type_not_here',
    );
  });
});

describe('days', () => {
  const grid = { ...placeAt('grid', community), validFrom: '2026-03-01' };

  it('a place with living children does not end, nor before it began', () => {
    expect(rules.refuseRetire(grid, '2026-11-21', 2)).toEqual({
      refused: 'area.has_children',
      details: { count: 2 },
    });
    expect(rules.refuseRetire(grid, '2026-02-28', 0)?.refused).toBe('area.day_before_start');
    expect(rules.refuseRetire(grid, '2026-03-01', 0)).toBeNull();
  });

  it('a border begins today or earlier and not before the one it replaces', () => {
    expect(rules.refuseBoundaryDay('2026-11-22', '2026-11-21', null)?.refused).toBe('boundary.in_future');
    expect(rules.refuseBoundaryDay('2026-10-01', '2026-11-21', '2026-11-01')?.refused).toBe(
      'boundary.before_present',
    );
    expect(rules.refuseBoundaryDay('2026-11-01', '2026-11-21', '2026-11-01')).toBeNull();
  });
});
