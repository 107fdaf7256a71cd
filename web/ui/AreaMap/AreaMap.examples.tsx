import type { MapArea } from '#contract/territory/records.ts';
import type { Examples } from '../examples.ts';
import { AreaMap } from './AreaMap.tsx';

const grid = (index: number, west: number, south: number, gridType: string): MapArea => ({
  areaId: `00000000-0000-7000-8000-00000000000${index}`,
  level: 'grid',
  code: `99010100100100${index}`,
  name: `北廊社区第${index}网格`,
  gridType,
  label: { longitude: west + 0.0011, latitude: south + 0.0009 },
  schematic: true,
  shape: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [west, south],
          [west + 0.0022, south],
          [west + 0.0022, south + 0.0018],
          [west, south + 0.0018],
          [west, south],
        ],
      ],
    ],
  },
});

const areas = [
  grid(1, 110, 35, 'residential'),
  grid(2, 110.0022, 35, 'commercial'),
  grid(3, 110.0022, 35.0018, 'residential'),
];
const gridTypes = [
  { code: 'residential', label: '居住型', color: '#0050B3' },
  { code: 'commercial', label: '商圈型', color: '#D98019' },
];

export const areaMapExamples: Examples = {
  types: <AreaMap title="网格" areas={areas} gridTypes={gridTypes} selectedId={areas[1]?.areaId} />,
  density: (
    <AreaMap
      title="户数"
      areas={areas}
      density={{ word: '户 / 网格', valueOf: (area) => Number(area.code.slice(-1)) * 60 }}
      points={[{ id: '1', longitude: 110.001, latitude: 35.0005, word: '凉亭', sign: '歇' }]}
      onPick={() => {}}
    />
  ),
  nothing: <AreaMap title="网格" areas={[]} />,
};
