import { addResource, listBoundaries } from '#contract/territory/mapEndpoints.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const inGrid = (world: World) => ({ params: { areaId: world.id('grid') } });
const atGrid = (world: World) => ({ query: { areaId: world.id('grid') } });

const ring = [
  [110.0011, 35.0021],
  [110.0015, 35.0021],
  [110.0015, 35.0025],
  [110.0011, 35.0025],
  [110.0011, 35.0021],
];
const shape = { type: 'Polygon', coordinates: [ring] };

/** A file with one shape, given by hand to the first grid. */
function borderFile(world: World) {
  const feature = { type: 'Feature', properties: { name: 'A' }, geometry: shape };
  return {
    file: {
      name: 'borders.geojson',
      content: JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
    },
    body: { datum: 'CGCS2000', assignments: JSON.stringify({ 1: world.id('grid') }), source: '测绘院' },
  };
}

async function newResource(world: World) {
  return (await world.as('李书记')).call(addResource, {
    params: { areaId: world.id('grid') },
    body: { kind: 'fire_point', name: '消火栓' },
  });
}

export const territoryExamples: Record<string, Example> = {
  'territory.list_areas': list((world) => world.id('grid')),
  'territory.count_areas': record(atGrid),
  'territory.read_area': record(inGrid),
  'territory.create_area': record((world) => ({
    body: { parentId: world.id('grid'), level: 'estate', kind: 'estate', name: '新院' },
  })),
  'territory.change_area': record(async (world) => {
    const { areaId, version } = await world.newArea('estate', 'building');
    return { params: { areaId }, body: { note: '外墙修缮', version } };
  }),
  'territory.move_area': record(async (world) => {
    const { areaId, version } = await world.newArea('estate', 'building');
    return { params: { areaId }, body: { parentId: world.id('grid'), reason: '划分调整', version } };
  }),
  'territory.retire_area': record(async (world) => {
    const { areaId, version } = await world.newArea('estate', 'building');
    return { params: { areaId }, body: { reason: '拆除', version } };
  }),
  'territory.list_area_history': record(inGrid),
  'territory.list_grid_types': self(),
  // Names on the doors are open to everybody of the street, and to nobody of another.
  'territory.list_places': list(
    (world) => world.id('estate'),
    { outsider: null },
    (world) => ({
      query: { parentId: world.id('grid') },
    }),
  ),
  'territory.find_area_at': list(
    (world) => world.id('grid'),
    { outsider: null },
    () => ({
      query: { longitude: 110.001, latitude: 35.003 },
    }),
  ),
  'territory.map_areas': record(atGrid),
  'territory.list_boundaries': record(inGrid),
  'territory.draw_boundary': record(async (world) => {
    const { boundaries } = await (await world.as('李书记')).call(listBoundaries, inGrid(world));
    const replaces = boundaries.find((boundary) => boundary.validTo === null)?.boundaryId ?? null;
    return {
      ...inGrid(world),
      body: { shape: JSON.stringify(shape), datum: 'CGCS2000', source: '测绘院', replaces },
    };
  }),
  // The answer tells of each shape by itself; a shape for a place of others is left out and leaves no trace.
  'territory.preview_boundaries': self(borderFile),
  'territory.import_boundaries': self(borderFile),
  'territory.read_sheet': record(inGrid),
  'territory.list_resources': record(inGrid),
  'territory.add_resource': record((world) => ({ ...inGrid(world), body: { kind: 'risk', name: '坡道' } })),
  'territory.change_resource': record(async (world) => {
    const { resourceId, version } = await newResource(world);
    return { params: { resourceId }, body: { kind: 'fire_point', name: '消火栓2', version } };
  }),
  'territory.remove_resource': record(async (world) => {
    const { resourceId, version } = await newResource(world);
    return { params: { resourceId }, body: { reason: '已拆除', version } };
  }),
  'coverage.read': record(atGrid),
  'coverage.list_uncovered': record(atGrid),
  'coverage.read_staffing': record(atGrid),
  'coverage.list_responsible': record(atGrid),
  'coverage.list_my_entrances': list((world) => world.id('entrance')),
};
