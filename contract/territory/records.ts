import { z } from 'zod';
import { can, day, id, instant } from '#contract/common.ts';
import { areaKinds, levels, resourceKinds } from './levels.ts';

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

/** Degrees in CGCS2000 unless a datum is named beside it. */
export const position = z.object({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
});
export type PositionRecord = z.output<typeof position>;

const lonLat = z.tuple([z.number(), z.number()]);

/** GeoJSON MultiPolygon in CGCS2000, longitude before latitude. */
export const shape = z
  .object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(lonLat))) })
  .meta({ id: 'Shape' });
export type Shape = z.output<typeof shape>;

export const datums = ['CGCS2000', 'WGS-84', 'GCJ-02', 'BD-09'] as const;
export const datum = z.enum(datums);

export const boundary = z
  .object({
    boundaryId: id,
    areaId: id,
    validFrom: day,
    validTo: day
      .nullable()
      .describe('First day on which another border is in force; null for the present one'),
    areaM2: z.number().int(),
    label: position.describe('Where the name is written: the position farthest from the border'),
    datumOfSource: datum,
    schematic: z.boolean().describe('A drawing, not a survey: every map drawn from it says so'),
    source: z.string(),
    recordedAt: instant,
    recordedBy: z.string(),
    shape,
  })
  .meta({ id: 'Boundary' });
export type Boundary = z.output<typeof boundary>;

/** A place on a map: what is needed to draw it, no more. */
export const mapArea = z
  .object({
    areaId: id,
    level: z.enum(levels),
    code: z.string(),
    name: z.string(),
    gridType: z.string().nullable(),
    label: position,
    schematic: z.boolean(),
    shape,
  })
  .meta({ id: 'MapArea' });
export type MapArea = z.output<typeof mapArea>;

export const resource = z
  .object({
    resourceId: id,
    areaId: id,
    areaName: z.string(),
    kind: z.enum(resourceKinds),
    name: z.string(),
    position: position.nullable(),
    publicPhone: z
      .string()
      .nullable()
      .describe('A number that hangs on the door anyway, never a private one'),
    note: z.string(),
    version: z.number().int(),
    changedAt: instant,
    changedBy: z.string(),
    can: can('edit'),
  })
  .meta({ id: 'AreaResource' });
export type AreaResource = z.output<typeof resource>;

/** One shape of an imported file and what would become of it. */
export const boundaryMatch = z
  .object({
    feature: z.number().int().describe('Number of the shape in the file, from 1'),
    given: z.object({ code: z.string().nullable(), name: z.string().nullable() }),
    state: z.enum(['matched', 'unmatched', 'faulty', 'outside_your_area']),
    matchedBy: z.enum(['code', 'alias', 'name', 'hand']).nullable(),
    area: areaName.nullable(),
    areaM2: z.number().int().nullable(),
    label: position.nullable(),
    metresMoved: z.number().int().nullable().describe('From the middle of the present border to the new one'),
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    shape: shape.nullable(),
  })
  .meta({ id: 'BoundaryMatch' });
export type BoundaryMatch = z.output<typeof boundaryMatch>;
