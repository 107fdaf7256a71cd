import { areasByCodes, type Place, type PlantedArea, plantAreas } from '#modules/territory/index.ts';
import type { DemoStreet } from '../types.ts';
import type { Stage } from './stage.ts';

/** Doors that were walled up during the year: history, no longer counted. */
export const closedGates = [
  { code: '110112003012001E01U2', parentCode: '110112003012001E01', name: '西关1号平房院东便门' },
  { code: '110112003005002E01U2', parentCode: '110112003005002E01', name: '后南仓7号平房院后门' },
] as const;

/** Estates, buildings and entrances below the grids of the pack. */
export async function plantPlaces(stage: Stage, street: DemoStreet): Promise<void> {
  await plantAreas(stage.office(), [
    ...street.estates.map(
      (estate): PlantedArea => ({
        level: 'estate',
        kind: estate.kind,
        code: estate.code,
        name: estate.name,
        parentCode: estate.gridCode,
        note: `${estate.builtIn}年建成`,
      }),
    ),
    ...street.buildings.map(
      (building): PlantedArea => ({
        level: 'building',
        code: building.code,
        name: building.name,
        parentCode: building.estateCode,
        note: `${building.floors}层`,
      }),
    ),
    ...entrancesOf(street),
    ...closedGates.map((gate): PlantedArea => ({ level: 'entrance', kind: 'gate', ...gate })),
  ]);
}

function entrancesOf(street: DemoStreet): PlantedArea[] {
  const homes = Map.groupBy(street.households, (household) => household.entranceCode);
  return street.entrances.map((entrance) => ({
    level: 'entrance',
    kind: entrance.kind,
    code: entrance.code,
    name: doorName(entrance.name),
    parentCode: entrance.buildingCode ?? entrance.estateCode,
    householdsDeclared: homes.get(entrance.code)?.length ?? 0,
  }));
}

/** `3号楼2单元` stands below `3号楼`, so that its own name is `2单元`. */
function doorName(name: string): string {
  return /\d+单元$/.exec(name)?.[0] ?? name;
}

/** Every place that the records of the demo name, by its code. */
export async function placesOf(stage: Stage, codes: Iterable<string>): Promise<Map<string, Place>> {
  return await areasByCodes(stage.office(), [...new Set(codes)]);
}
