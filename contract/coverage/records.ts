import { z } from 'zod';
import { id, instant } from '#contract/common.ts';
import { roles } from '#contract/identity/roles.ts';
import { levels } from '#contract/territory/levels.ts';
import { areaName } from '#contract/territory/records.ts';

/** Households one grid worker should look after, as the source street works; a default until a street sets its own. */
export const householdsPerWorkerTarget = 150;

/** Figures of one place. A figure never stands for a person: workers are counted, not judged. */
export const coverageFigures = z.object({
  entrances: z.number().int(),
  entrancesWithoutWarden: z.number().int(),
  wardens: z.number().int().describe('People who are door wardens here; two may share an entrance'),
  households: z
    .number()
    .int()
    .describe('Dwellings as built where an entrance says so, else its household files'),
  householdFiles: z.number().int(),
  gridWorkers: z.number().int().describe('Full-time grid workers'),
  householdsPerWorker: z.number().nullable().describe('Null where there is no worker'),
  warnings: z.number().int().describe('Grids and posts whose staffing contradicts its declared kind'),
});
export type CoverageFigures = z.output<typeof coverageFigures>;

export const coverageRow = coverageFigures
  .extend({ areaId: id, name: z.string(), level: z.enum(levels), gridType: z.string().nullable() })
  .meta({ id: 'CoverageRow' });
export type CoverageRow = z.output<typeof coverageRow>;

export const coverage = z
  .object({
    place: areaName,
    total: coverageFigures,
    rows: z.array(coverageRow),
    target: z.number().int(),
    asOf: instant,
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.output<typeof coverage>;

export const uncoveredEntrance = z
  .object({
    areaId: id,
    name: z.string(),
    place: z.string().describe('Names above it below the street, joined'),
    households: z.number().int(),
  })
  .meta({ id: 'UncoveredEntrance' });
export type UncoveredEntrance = z.output<typeof uncoveredEntrance>;

export const staffings = ['full_time', 'professional', 'part_time'] as const;
export type Staffing = (typeof staffings)[number];

export const staffingWarnings = [
  'coverage.grid_without_full_time',
  'coverage.grid_with_many_full_time',
  'coverage.grid_with_one_part_time',
  'coverage.full_time_on_many_grids',
  'coverage.professional_on_one_grid',
  'coverage.part_time_on_many_grids',
  'coverage.staffing_missing',
] as const;
export type StaffingWarning = (typeof staffingWarnings)[number];

export const gridStaffing = z
  .object({
    areaId: id,
    name: z.string(),
    gridType: z.string().nullable(),
    leads: z.array(z.string()),
    fullTime: z.array(z.string()),
    professional: z.array(z.string()),
    partTime: z.array(z.string()),
    warnings: z.array(z.enum(staffingWarnings)),
  })
  .meta({ id: 'GridStaffing' });
export type GridStaffing = z.output<typeof gridStaffing>;

export const workerStaffing = z
  .object({
    accountId: id,
    name: z.string(),
    role: z.enum(roles),
    staffing: z.enum(staffings).nullable(),
    grids: z.array(areaName),
    warnings: z.array(z.enum(staffingWarnings)),
  })
  .meta({ id: 'WorkerStaffing' });
export type WorkerStaffing = z.output<typeof workerStaffing>;

/** Somebody responsible for a place, as it hangs in the stairwell: name, office, where. */
export const responsible = z
  .object({
    name: z.string(),
    role: z.enum(roles),
    staffing: z.enum(staffings).nullable(),
    area: areaName,
  })
  .meta({ id: 'Responsible' });
export type Responsible = z.output<typeof responsible>;

/** An entrance of the viewer with its wardens and households, for the field shell. */
export const myEntrance = z
  .object({
    areaId: id,
    name: z.string(),
    place: z.string(),
    buildingId: id.nullable(),
    wardens: z.array(z.string()),
    households: z.number().int(),
    vacant: z.number().int(),
    householdsDeclared: z.number().int().nullable(),
  })
  .meta({ id: 'MyEntrance' });
export type MyEntrance = z.output<typeof myEntrance>;
