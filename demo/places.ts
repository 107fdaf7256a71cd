import type { PackArea, Polygon } from '../packs/areas.ts';
import { readAreas } from '../packs/areas.ts';
import { centroid } from '../packs/geometry.ts';
import type { Pack } from '../packs/pack.ts';
import type { CommunityPlan, GridPlan } from './plan.ts';
import { estateStyles, streetPlan } from './plan.ts';
import type { Random } from './random.ts';
import { shares } from './random.ts';
import { buildingSites, stairwellSites } from './sites.ts';
import type { DemoBuilding, DemoEntrance, DemoEstate } from './types.ts';

export interface Places {
  areas: readonly PackArea[];
  estates: DemoEstate[];
  buildings: DemoBuilding[];
  entrances: DemoEntrance[];
}

interface Site {
  grid: PackArea & { boundary: Polygon };
  community: CommunityPlan;
  plan: GridPlan;
}

/** Every estate, building and entrance of the street; 1,324 stairwells and 25 courtyards. */
export function buildPlaces(pack: Pack, chance: Random): Places {
  const areas = readAreas(pack);
  const sites = sitesOf(areas);
  const stairwells = divideStairwells(sites);
  const places: Places = { areas, estates: [], buildings: [], entrances: [] };
  for (const site of sites) {
    const estate = placeEstate(site, chance);
    places.estates.push(estate);
    if (site.plan.kind === 'courtyard') places.entrances.push(gateOf(estate));
    else placeBuildings(places, site, estate, stairwells.get(site) ?? 0, chance);
  }
  return places;
}

function sitesOf(areas: readonly PackArea[]): Site[] {
  const grids = new Map(areas.map((area) => [area.code, area]));
  return streetPlan.communities.flatMap((community) =>
    community.grids.flatMap((plan, index): Site[] => {
      const grid = grids.get(community.code + String(index + 1).padStart(3, '0'));
      if (!grid?.boundary) throw new Error(`plan and map disagree on grid ${index + 1} of ${community.code}`);
      return plan.kind === 'no_housing'
        ? []
        : [{ grid: { ...grid, boundary: grid.boundary }, community, plan }];
    }),
  );
}

/** What the plan leaves open is shared out; an estate with larger stairwells gets fewer of them. */
function divideStairwells(sites: readonly Site[]): Map<Site, number> {
  const known = new Map<Site, number>();
  const open: Site[] = [];
  for (const site of sites) {
    const total =
      site.plan.buildings?.reduce((sum, count) => sum + count, 0) ?? site.community.stairwells ?? null;
    if (site.plan.kind === 'courtyard') continue;
    if (total === null) open.push(site);
    else known.set(site, total);
  }
  const left = streetPlan.stairwells - [...known.values()].reduce((sum, count) => sum + count, 0);
  const weights = open.map(({ plan }) => {
    const style = estateStyles[plan.style];
    return 1 / Math.sqrt(style.floors * style.flats);
  });
  shares(left, weights).forEach((count, index) => {
    known.set(open[index] as Site, count);
  });
  return known;
}

function placeEstate({ grid, community, plan }: Site, chance: Random): DemoEstate {
  return {
    code: `${grid.code}E01`,
    kind: plan.kind === 'courtyard' ? 'courtyard' : 'estate',
    name: plan.name,
    gridCode: grid.code,
    communityCode: community.code,
    propertyCode: null,
    builtIn: yearBuilt(plan, chance),
    point: (([x, y]) => [Number(x.toFixed(6)), Number(y.toFixed(6))] as const)(centroid(grid.boundary)),
  };
}

function yearBuilt(plan: GridPlan, chance: Random): number {
  const [first, last] = builtBetween[plan.kind === 'courtyard' ? 'courtyard' : plan.style];
  return chance.between(first, last);
}

const builtBetween = {
  courtyard: [1950, 1978],
  walkup_2: [1983, 1996],
  walkup_3: [1990, 2002],
  midrise: [2000, 2012],
  tower: [2006, 2019],
} as const;

function gateOf(estate: DemoEstate): DemoEntrance {
  return {
    code: `${estate.code}U1`,
    kind: 'gate',
    buildingCode: null,
    estateCode: estate.code,
    gridCode: estate.gridCode,
    number: 1,
    name: estate.name,
    floors: 1,
    point: estate.point,
  };
}

function placeBuildings(places: Places, site: Site, estate: DemoEstate, stairwells: number, chance: Random) {
  const style = estateStyles[site.plan.style];
  const sizes = site.plan.buildings ?? buildingSizes(stairwells, style.stairwells, chance);
  const points = buildingSites(site.grid.boundary, sizes.length);
  sizes.forEach((size, index) => {
    const number = index + 1;
    const building: DemoBuilding = {
      code: `${estate.code}B${String(number).padStart(2, '0')}`,
      estateCode: estate.code,
      number,
      name: `${number}号楼`,
      floors: style.floors,
      point: points[index] as DemoBuilding['point'],
    };
    places.buildings.push(building);
    places.entrances.push(...stairwellsOf(site, estate, building, size));
  });
}

function stairwellsOf(site: Site, estate: DemoEstate, building: DemoBuilding, count: number): DemoEntrance[] {
  return stairwellSites(site.grid.boundary, building.point, count).map((point, index) => ({
    code: `${building.code}U${index + 1}`,
    kind: 'unit',
    buildingCode: building.code,
    estateCode: estate.code,
    gridCode: estate.gridCode,
    number: index + 1,
    name: `${building.number}号楼${index + 1}单元`,
    floors: building.floors,
    point,
  }));
}

/** Divides stairwells into buildings of the size the style allows; the last one takes the rest. */
function buildingSizes(total: number, [least, most]: readonly [number, number], chance: Random): number[] {
  const sizes: number[] = [];
  for (let left = total; left > 0; ) {
    const size = left <= most ? left : Math.min(chance.between(least, most), left - 1);
    sizes.push(size);
    left -= size;
  }
  return sizes;
}
