import { z } from 'zod';
import { day, id, instant, line, page, paging, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { areaKinds, levels } from './levels.ts';
import { area, areaCode, areaName, datum, gridType, levelCount } from './records.ts';

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
