import type { HouseUse } from '#contract/people/codes.ts';
import type { Places } from './places.ts';
import { estateStyles, fullySampledGrid, streetPlan } from './plan.ts';
import type { Random } from './random.ts';
import type { DemoEntrance, DemoHousehold } from './types.ts';

const uses: readonly (readonly [HouseUse, number])[] = [
  ['owned', 70],
  ['rented', 24],
  ['vacant', 6],
];
/** Ground-floor flats that are shops, offices or pump rooms. */
const groundFloorUsedOtherwise = 0.06;

// Four flats of that grid's ground floor are offices of the property company, which leaves 152 households.
const officesInFullGrid = ['B01U1-102', 'B02U1-101', 'B04U1-102', 'B05U2-101'];

/** Every home of the street, with its use; who lives there is known for a sample only. */
export function buildHouseholds(places: Places, chance: Random): DemoHousehold[] {
  const styleOf = new Map(
    streetPlan.communities.flatMap((community) =>
      community.grids.map((grid, index) => [community.code + String(index + 1).padStart(3, '0'), grid.style]),
    ),
  );
  return places.entrances.flatMap((entrance) => {
    if (entrance.kind === 'gate') return courtyardHomes(entrance, chance);
    const style = styleOf.get(entrance.gridCode);
    if (!style) throw new Error(`no plan for grid ${entrance.gridCode}`);
    return stairwellHomes(entrance, estateStyles[style].flats, chance);
  });
}

function stairwellHomes(entrance: DemoEntrance, flats: number, chance: Random): DemoHousehold[] {
  const homes: DemoHousehold[] = [];
  for (let floor = 1; floor <= entrance.floors; floor++)
    for (let flat = 1; flat <= flats; flat++) {
      const room = String(floor * 100 + flat);
      if (!usedOtherwise(entrance, floor, room, chance)) homes.push(home(entrance, floor, room, chance));
    }
  return homes;
}

function usedOtherwise(entrance: DemoEntrance, floor: number, room: string, chance: Random): boolean {
  if (entrance.gridCode === fullySampledGrid)
    return officesInFullGrid.some((office) => `${entrance.code}-${room}`.endsWith(office));
  return floor === 1 && chance.chance(groundFloorUsedOtherwise);
}

function courtyardHomes(entrance: DemoEntrance, chance: Random): DemoHousehold[] {
  const [least, most] = streetPlan.householdsOfCourtyard;
  const count = chance.between(least, most);
  return Array.from({ length: count }, (_, index) => home(entrance, 1, `${index + 1}号`, chance));
}

function home(entrance: DemoEntrance, floor: number, room: string, chance: Random): DemoHousehold {
  return {
    code: `${entrance.code}-${room}`,
    entranceCode: entrance.code,
    floor,
    room,
    houseUse: chance.weighted(uses),
    tags: [],
  };
}
