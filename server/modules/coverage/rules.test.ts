import { describe, expect, it } from 'vitest';
import * as rules from './rules.ts';

const holding = (accountId: string, areaPath: string, staffing: rules.Holding['staffing'] = null) => ({
  accountId,
  role: 'grid_worker',
  staffing,
  areaPath,
});

describe('an entrance is covered', () => {
  it.each([
    ['by a warden of its own', '/s/c/g/b/e1/', true],
    ['by the warden of its building', '/s/c/g/b/', true],
    ['not by the entrance beside it', '/s/c/g/b/e2/', false],
    ['not by an entrance whose code begins alike', '/s/c/g/b/e/', false],
  ])('%s', (_, areaPath, covered) => {
    expect(rules.coveredBy([holding('a', areaPath)])('/s/c/g/b/e1/')).toBe(covered);
  });
});

describe('figures of a place', () => {
  const entrances = [
    { path: '/s/g/e1/', householdsDeclared: 24, files: 3 },
    { path: '/s/g/e2/', householdsDeclared: null, files: 6 },
    { path: '/s/g/e3/', householdsDeclared: null, files: 0 },
  ];

  it('take the dwellings as built where they are known, else the files', () => {
    const figures = rules.figuresOf({
      entrances,
      wardens: [holding('a', '/s/g/e1/'), holding('b', '/s/g/e1/'), holding('b', '/s/g/e2/')],
      workers: [holding('w', '/s/g/', 'full_time'), holding('p', '/s/g/', 'part_time')],
      warnings: 0,
    });
    expect(figures).toMatchObject({
      entrances: 3,
      entrancesWithoutWarden: 1,
      wardens: 2,
      households: 30,
      householdFiles: 9,
      gridWorkers: 1,
      householdsPerWorker: 30,
    });
  });

  it('have no ratio without a worker', () => {
    const figures = rules.figuresOf({ entrances, wardens: [], workers: [], warnings: 0 });
    expect(figures.householdsPerWorker).toBeNull();
    expect(figures.entrancesWithoutWarden).toBe(3);
  });
});

describe('staffing against its declared kind', () => {
  const worker = (id: string, staffing: rules.Holding['staffing']) => holding(id, '/s/g/', staffing);

  it.each([
    ['nobody', [], ['coverage.grid_without_full_time']],
    ['one full-time', [worker('a', 'full_time')], []],
    ['two posts of one full-time person', [worker('a', 'full_time'), worker('a', 'full_time')], []],
    [
      'two full-time people',
      [worker('a', 'full_time'), worker('b', 'full_time')],
      ['coverage.grid_with_many_full_time'],
    ],
    ['one professional', [worker('a', 'professional')], []],
    [
      'one part-time only',
      [worker('a', 'part_time')],
      ['coverage.grid_without_full_time', 'coverage.grid_with_one_part_time'],
    ],
    [
      'one full-time and two part-time',
      [worker('a', 'full_time'), worker('b', 'part_time'), worker('c', 'part_time')],
      [],
    ],
  ] as const)('a grid with %s', (_, holdings, warnings) => {
    expect(rules.gridWarnings(holdings)).toEqual(warnings);
  });

  it.each([
    ['full_time', 1, []],
    ['full_time', 2, ['coverage.full_time_on_many_grids']],
    ['professional', 1, ['coverage.professional_on_one_grid']],
    ['professional', 4, []],
    ['part_time', 1, []],
    ['part_time', 2, ['coverage.part_time_on_many_grids']],
    [null, 1, ['coverage.staffing_missing']],
  ] as const)('%s on %i grids', (staffing, count, warnings) => {
    expect(rules.workerWarnings(staffing, count)).toEqual(warnings);
  });

  it('a post on a community looks after its grids, a post on a building after the grid around it', () => {
    const grids = [{ path: '/s/c/g1/' }, { path: '/s/c/g2/' }, { path: '/s/d/g3/' }];
    expect(rules.gridsOf(holding('a', '/s/c/'), grids)).toHaveLength(2);
    expect(rules.gridsOf(holding('a', '/s/c/g1/b/'), grids)).toEqual([{ path: '/s/c/g1/' }]);
  });
});
