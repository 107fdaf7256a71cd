import { z } from 'zod';
import { day, id, instant, line, page, paging, phone, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { areaKinds, levels, resourceKinds } from './levels.ts';
import {
  area,
  areaCode,
  areaName,
  boundary,
  boundaryMatch,
  datum,
  gridType,
  levelCount,
  mapArea,
  position,
  resource,
} from './records.ts';

const areaParams = z.object({ areaId: id });
const aliases = z.array(line(60)).max(20);

/** What the list, and its export, can be narrowed to. */
export const areaFilter = z.object({
  level: z.enum(levels).optional(),
  kind: z.enum(areaKinds).optional(),
  gridType: line(40).optional(),
  areaId: id.optional().describe('Only this area and everything below it'),
  parentId: id.optional().describe('Only the children of this area'),
  search: line(40).optional().describe('Part of the name, an alias or the code'),
  when: z.enum(['current', 'retired', 'all']).default('current'),
});

export const listAreas = endpoint({
  name: 'territory.list_areas',
  method: 'GET',
  path: '/api/areas',
  summary: 'Areas inside the viewer’s areas, in the order of the tree.',
  access: 'area.read',
  query: areaFilter.extend(paging),
  output: page(area),
});

export const readArea = endpoint({
  name: 'territory.read_area',
  method: 'GET',
  path: '/api/areas/:areaId',
  summary: 'One area with the names above it and the counts below it.',
  access: 'area.read',
  params: areaParams,
  output: area.extend({
    chain: z.array(areaName).describe('From the street down to the area itself'),
    counts: z.array(levelCount),
  }),
});

export const createArea = endpoint({
  name: 'territory.create_area',
  method: 'POST',
  path: '/api/areas',
  summary: 'Adds an area below another one; a code is made where none is given.',
  access: 'area.edit',
  body: z.object({
    parentId: id,
    level: z.enum(levels),
    kind: z.enum(areaKinds).optional(),
    code: areaCode.optional(),
    name: line(60),
    aliases: aliases.default([]),
    gridType: line(40).optional(),
    householdsDeclared: z.coerce.number().int().min(0).max(20_000).optional(),
    note: text(500).default(''),
    validFrom: day.optional(),
  }),
  output: area,
});

export const changeArea = endpoint({
  name: 'territory.change_area',
  method: 'POST',
  path: '/api/areas/:areaId',
  summary: 'Renames an area or corrects what is known about it.',
  access: 'area.edit',
  params: areaParams,
  body: z.object({
    name: line(60).optional(),
    kind: z.enum(areaKinds).optional(),
    aliases: aliases.optional(),
    gridType: line(40).nullable().optional(),
    householdsDeclared: z.coerce.number().int().min(0).max(20_000).nullable().optional(),
    note: text(500).optional(),
    version,
  }),
  output: area,
});

export const moveArea = endpoint({
  name: 'territory.move_area',
  method: 'POST',
  path: '/api/areas/:areaId/move',
  summary: 'Puts an area with everything below it under another one; may give it a new code.',
  access: 'area.edit',
  params: areaParams,
  body: z.object({ parentId: id, code: areaCode.optional(), reason: line(200), version }),
  output: area,
});

export const retireArea = endpoint({
  name: 'territory.retire_area',
  method: 'POST',
  path: '/api/areas/:areaId/retire',
  summary: 'Ends an area on a day; nothing is deleted.',
  access: 'area.edit',
  params: areaParams,
  body: z.object({ validTo: day.optional(), reason: line(200), version }),
  output: area,
});

export const countAreas = endpoint({
  name: 'territory.count_areas',
  method: 'GET',
  path: '/api/areas/counts',
  summary: 'How many areas of each level and kind live below a place, or in all the viewer’s areas.',
  access: 'area.read',
  query: z.object({ areaId: id.optional() }),
  output: z.object({ counts: z.array(levelCount) }),
});

export const listAreaHistory = endpoint({
  name: 'territory.list_area_history',
  method: 'GET',
  path: '/api/areas/:areaId/history',
  summary: 'What happened to a place, newest first.',
  access: 'area.read',
  params: areaParams,
  output: z.object({
    entries: z.array(
      z.object({
        eventId: id,
        at: instant,
        who: z.string(),
        event: z.string(),
        fields: z.array(z.string()).describe('Names of the fields that changed, for people'),
        reason: z.string().nullable(),
      }),
    ),
  }),
});

export const listGridTypes = endpoint({
  name: 'territory.list_grid_types',
  method: 'GET',
  path: '/api/grid-types',
  summary: 'Types of grid with their colours on the map.',
  access: 'signed_in',
  output: z.object({ gridTypes: z.array(gridType) }),
});

// Places for everybody: names only, as they stand on the doors.

export const listPlaces = endpoint({
  name: 'territory.list_places',
  method: 'GET',
  path: '/api/places',
  summary:
    'Names of the places right below one, for choosing where something is; from the street without one.',
  access: 'signed_in',
  query: z.object({ parentId: id.optional() }),
  output: z.object({
    places: z.array(areaName.extend({ childrenCount: z.number().int() })),
  }),
});

export const findAreaAt = endpoint({
  name: 'territory.find_area_at',
  method: 'GET',
  path: '/api/areas/at',
  summary: 'The smallest place with a border around a position, its grid, and the names above it.',
  access: 'signed_in',
  query: z.object({
    longitude: z.coerce.number().min(-180).max(180),
    latitude: z.coerce.number().min(-90).max(90),
    datum: datum.default('CGCS2000'),
  }),
  output: z.object({
    area: areaName.nullable(),
    grid: areaName.nullable(),
    chain: z.array(areaName),
    nearest: areaName
      .extend({ metres: z.number().int() })
      .nullable()
      .describe('Outside every grid: the nearest one within a kilometre'),
  }),
});

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
