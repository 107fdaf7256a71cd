// Borders, the sheet of a grid, and what is marked on it.
import { z } from 'zod';
import { day, id, instant, line, phone, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { levels, resourceKinds } from './levels.ts';
import {
  area,
  areaName,
  boundary,
  boundaryMatch,
  datum,
  levelCount,
  mapArea,
  position,
  resource,
} from './records.ts';

const areaParams = z.object({ areaId: id });

// Borders

export const mapAreas = endpoint({
  name: 'territory.map_areas',
  method: 'GET',
  path: '/api/areas/map',
  summary: 'Present borders of one level below a place, and of the place itself.',
  access: 'area.read',
  query: z.object({ areaId: id.optional(), level: z.enum(levels).optional() }),
  output: z.object({
    place: areaName,
    outline: mapArea.nullable(),
    level: z.enum(levels).nullable(),
    areas: z.array(mapArea),
    /** Borders of the communities, drawn stronger over the grids. */
    frames: z.array(mapArea),
    schematic: z.boolean(),
  }),
});

export const listBoundaries = endpoint({
  name: 'territory.list_boundaries',
  method: 'GET',
  path: '/api/areas/:areaId/boundaries',
  summary: 'Present and former borders of a place, newest first.',
  access: 'area.read',
  params: areaParams,
  output: z.object({ boundaries: z.array(boundary) }),
});

export const drawBoundary = endpoint({
  name: 'territory.draw_boundary',
  method: 'POST',
  path: '/api/areas/:areaId/boundaries',
  summary: 'Gives a place a new border from a day on; the former one is closed and kept.',
  access: 'area.edit',
  params: areaParams,
  body: z.object({
    shape: text(1_000_000).describe('GeoJSON or WKT'),
    datum,
    validFrom: day.optional(),
    source: line(200),
    schematic: z.boolean().default(false),
    replaces: id.nullable().describe('The present border as the editor saw it; null where there was none'),
  }),
  output: boundary,
});

const boundaryFile = {
  datum,
  assignments: text(200_000).default('{}').describe('JSON: feature number → areaId'),
};

export const previewBoundaries = endpoint({
  name: 'territory.preview_boundaries',
  method: 'POST',
  path: '/api/areas/boundaries/preview',
  summary: 'Reads a GeoJSON or WKT file and says which shape would become the border of which place.',
  access: 'area.edit',
  kind: 'upload',
  idempotent: false,
  body: z.object(boundaryFile),
  output: z.object({ matches: z.array(boundaryMatch) }),
});

export const importBoundaries = endpoint({
  name: 'territory.import_boundaries',
  method: 'POST',
  path: '/api/areas/boundaries/import',
  summary: 'Makes the matched shapes of the file the present borders; the others are left out and listed.',
  access: 'area.edit',
  kind: 'upload',
  body: z.object({
    ...boundaryFile,
    validFrom: day.optional(),
    source: line(200),
    schematic: z.stringbool().default(false),
  }),
  output: z.object({ drawn: z.number().int(), leftOut: z.array(boundaryMatch) }),
});

// The sheet of a grid (经络图)

export const readSheet = endpoint({
  name: 'territory.read_sheet',
  method: 'GET',
  path: '/api/areas/:areaId/sheet',
  summary: 'Everything about a place that is printed on its sheet, except people.',
  access: 'area.read',
  params: areaParams,
  output: z.object({
    area,
    chain: z.array(areaName),
    outline: mapArea.nullable(),
    inner: z.array(mapArea),
    neighbours: z.array(mapArea),
    resources: z.array(resource),
    counts: z.array(levelCount),
    buildings: z.array(
      z.object({
        areaId: id,
        name: z.string(),
        estateName: z.string().nullable(),
        entrancesCount: z.number().int(),
        householdsDeclared: z.number().int(),
      }),
    ),
    householdsDeclared: z.number().int(),
    asOf: instant,
  }),
});

const resourceFields = {
  kind: z.enum(resourceKinds),
  name: line(60),
  position: position.nullable().default(null),
  datum: datum.default('CGCS2000').describe('Of the position'),
  publicPhone: phone.nullable().default(null),
  note: text(300).default(''),
};
const resourceParams = z.object({ resourceId: id });

export const listResources = endpoint({
  name: 'territory.list_resources',
  method: 'GET',
  path: '/api/areas/:areaId/resources',
  summary: 'What is marked on the sheets of a place and of everything below it.',
  access: 'area.read',
  params: areaParams,
  output: z.object({ resources: z.array(resource) }),
});

export const addResource = endpoint({
  name: 'territory.add_resource',
  method: 'POST',
  path: '/api/areas/:areaId/resources',
  summary: 'Marks a facility, unit, risk or point on the sheet.',
  access: 'area.edit',
  params: areaParams,
  body: z.object(resourceFields),
  output: resource,
});

export const changeResource = endpoint({
  name: 'territory.change_resource',
  method: 'POST',
  path: '/api/area-resources/:resourceId',
  summary: 'Corrects a mark on the sheet.',
  access: 'area.edit',
  params: resourceParams,
  body: z.object({ ...resourceFields, version }),
  output: resource,
});

export const removeResource = endpoint({
  name: 'territory.remove_resource',
  method: 'POST',
  path: '/api/area-resources/:resourceId/remove',
  summary: 'Takes a mark off the sheet; it stays in the history.',
  access: 'area.edit',
  params: resourceParams,
  body: z.object({ reason: line(200), version }),
  output: z.object({ done: z.literal(true) }),
});
