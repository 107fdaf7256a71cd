// Counting what is covered, and where the staffing contradicts its kind. Pure: places and posts in, figures out.
import type { CoverageFigures, Staffing, StaffingWarning } from '#contract/coverage/records.ts';

export interface Entrance {
  path: string;
  householdsDeclared: number | null;
  /** Household files at this entrance. */
  files: number;
}

/** A current post, as identity tells it. */
export interface Holding {
  accountId: string;
  role: string;
  staffing: Staffing | null;
  areaPath: string;
}

/** Dwellings as built where the entrance says so, else its household files. */
export function householdsOf(entrance: Entrance): number {
  return entrance.householdsDeclared ?? entrance.files;
}

/** The grids a post looks after: its own, all below it, or the one around it. */
export function gridsOf<G extends { path: string }>(holding: Holding, grids: readonly G[]): G[] {
  return grids.filter(
    (grid) => grid.path.startsWith(holding.areaPath) || holding.areaPath.startsWith(grid.path),
  );
}

/** Figures of one place from what lies inside it. `warnings` are those of its grids and workers. */
export function figuresOf(inside: {
  entrances: readonly Entrance[];
  wardens: readonly Holding[];
  workers: readonly Holding[];
  warnings: number;
}): CoverageFigures {
  const { entrances, wardens, workers, warnings } = inside;
  const covered = coveredBy(wardens);
  const households = sum(entrances.map(householdsOf));
  const gridWorkers = people(workers.filter((worker) => worker.staffing !== 'part_time'));
  return {
    entrances: entrances.length,
    entrancesWithoutWarden: entrances.filter((entrance) => !covered(entrance.path)).length,
    wardens: people(wardens),
    households,
    householdFiles: sum(entrances.map((entrance) => entrance.files)),
    gridWorkers,
    householdsPerWorker: gridWorkers === 0 ? null : Math.round(households / gridWorkers),
    warnings,
  };
}

/** A warden at an entrance, or at a building or courtyard above it, covers it: any prefix of its path is held. */
export function coveredBy(wardens: readonly Holding[]): (path: string) => boolean {
  const held = new Set(wardens.map((warden) => warden.areaPath));
  return (path) => {
    for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1)) {
      if (held.has(path.slice(0, end + 1))) return true;
    }
    return false;
  };
}

/** 专职一格一员: exactly one full-time worker. 兼职一格多员: none, or more than one. */
export function gridWarnings(holdings: readonly Holding[]): StaffingWarning[] {
  const count = (staffing: Staffing) => people(holdings.filter((holding) => holding.staffing === staffing));
  const fullTime = count('full_time');
  const warnings: StaffingWarning[] = [];
  // A professional who looks after several grids stands in for a full-time worker.
  if (fullTime === 0 && count('professional') === 0) warnings.push('coverage.grid_without_full_time');
  if (fullTime > 1) warnings.push('coverage.grid_with_many_full_time');
  if (count('part_time') === 1) warnings.push('coverage.grid_with_one_part_time');
  return warnings;
}

/** 专职一格一员, 专业一员多格, 兼职一格多员: the declared kind against the number of grids held. */
export function workerWarnings(staffing: Staffing | null, gridCount: number): StaffingWarning[] {
  if (staffing === null) return ['coverage.staffing_missing'];
  if (staffing === 'professional') return gridCount > 1 ? [] : ['coverage.professional_on_one_grid'];
  if (gridCount <= 1) return [];
  return [staffing === 'full_time' ? 'coverage.full_time_on_many_grids' : 'coverage.part_time_on_many_grids'];
}

function people(holdings: readonly Holding[]): number {
  return new Set(holdings.map((holding) => holding.accountId)).size;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
