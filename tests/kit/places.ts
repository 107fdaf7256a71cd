// Estates, buildings and entrances of the test street, below the grids of its pack.
import type { PlantedArea } from '#modules/territory/index.ts';

const grids = ['990101001001001', '990101001001002', '990101001002001', '990101001002002'];

function estateOf(grid: string, index: number): PlantedArea[] {
  const estate = `${grid}E01`;
  const building = `${estate}B01`;
  return [
    { level: 'estate', kind: 'estate', code: estate, name: `梧桐里${index + 1}号院`, parentCode: grid },
    { level: 'building', code: building, name: '1号楼', parentCode: estate },
    { level: 'entrance', code: `${building}U1`, name: '1单元', parentCode: building },
    { level: 'entrance', code: `${building}U2`, name: '2单元', parentCode: building },
  ];
}

export const testPlaces: readonly PlantedArea[] = grids.flatMap(estateOf);
