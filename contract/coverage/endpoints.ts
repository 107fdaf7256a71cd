import { z } from 'zod';
import { id, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { areaName, levelCount } from '#contract/territory/records.ts';
import {
  coverage,
  gridStaffing,
  myEntrance,
  responsible,
  uncoveredEntrance,
  workerStaffing,
} from './records.ts';

const place = z.object({ areaId: id.optional().describe('The viewer’s own area where it is not given') });

export const readCoverage = endpoint({
  name: 'coverage.read',
  method: 'GET',
  path: '/api/coverage',
  summary: 'Wardens, households and grid workers of a place, and of each place right below it.',
  access: 'post.read',
  query: place,
  output: coverage,
});

export const listUncovered = endpoint({
  name: 'coverage.list_uncovered',
  method: 'GET',
  path: '/api/coverage/entrances',
  summary: 'Entrances without a door warden.',
  access: 'post.read',
  query: place.extend(paging),
  output: page(uncoveredEntrance),
});

export const readStaffing = endpoint({
  name: 'coverage.read_staffing',
  method: 'GET',
  path: '/api/coverage/staffing',
  summary: 'Who works on which grid, and where the posts contradict their declared staffing.',
  access: 'post.read',
  query: place,
  output: z.object({
    place: areaName,
    grids: z.array(gridStaffing),
    workers: z.array(workerStaffing),
  }),
});

export const listResponsible = endpoint({
  name: 'coverage.list_responsible',
  method: 'GET',
  path: '/api/coverage/responsible',
  summary: 'Who is responsible for a place, from its community down to its wardens.',
  access: 'area.read',
  query: z.object({ areaId: id }),
  output: z.object({ responsible: z.array(responsible), wardens: z.number().int() }),
});

export const listMyEntrances = endpoint({
  name: 'coverage.list_my_entrances',
  method: 'GET',
  path: '/api/coverage/mine',
  summary: 'Entrances in the viewer’s areas with their wardens and households.',
  access: 'area.read',
  query: place.extend({ ...paging, search: line(40).optional() }),
  output: page(myEntrance).extend({
    places: z.array(areaName).describe('The viewer’s own areas'),
    counts: z.array(levelCount),
  }),
});
