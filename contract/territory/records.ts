import { z } from 'zod';
import { can, day, id, instant } from '#contract/common.ts';
import { areaKinds, levels } from './levels.ts';

/** Digits for the levels of the division code, letters and hyphens below; never a slash, which joins paths. */
export const areaCode = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/);

export const areaName = z.object({
  areaId: id,
  level: z.enum(levels),
  name: z.string(),
});
export type AreaName = z.output<typeof areaName>;

export const area = z
  .object({
    areaId: id,
    level: z.enum(levels),
    kind: z.enum(areaKinds).nullable(),
    code: z.string(),
    name: z.string(),
    aliases: z.array(z.string()).describe('Other names people use for it; address parsing reads them'),
    parentId: id.nullable(),
    path: z.string().describe('Codes from the street down, `/110112003/110112003009/`'),
    gridType: z.string().nullable().describe('Code of a grid type; grids only'),
    householdsDeclared: z
      .number()
      .int()
      .nullable()
      .describe('Number of dwellings as built, until the household files are complete'),
    note: z.string(),
    validFrom: day,
    validTo: day.nullable().describe('First day on which it no longer exists'),
    version: z.number().int(),
    changedAt: instant,
    changedBy: z.string(),
    childrenCount: z.number().int(),
    can: can('edit', 'reshape', 'add_child'),
  })
  .meta({ id: 'Area' });
export type Area = z.output<typeof area>;

/** How many areas of a level and kind live below a place. */
export const levelCount = z.object({
  level: z.enum(levels),
  kind: z.enum(areaKinds).nullable(),
  count: z.number().int(),
});
export type LevelCount = z.output<typeof levelCount>;

export const gridType = z
  .object({ code: z.string(), label: z.string(), color: z.string().regex(/^#[0-9A-Fa-f]{6}$/) })
  .meta({ id: 'GridType' });
export type GridType = z.output<typeof gridType>;
