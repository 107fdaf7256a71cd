// Who lives in the test street before any test: two households of the first entrance, one of the second grid.
import type { PlantedPeople } from '#modules/people/index.ts';

const first = '990101001001001E01B01U1';
const second = '990101001001002E01B01U1';

type Home = readonly [key: string, areaCode: string, room: string];
const homes: readonly Home[] = [
  ['chen', first, '101'],
  ['zhao', first, '102'],
  ['qian', second, '201'],
];

const nobodyElse = { careTags: [], areaCode: null } as const;

export const testFamilies: PlantedPeople = {
  households: homes.map(([key, areaCode, room]) => ({ key, areaCode, room, houseUse: 'owned', tags: [] })),
  persons: [
    {
      ...nobodyElse,
      key: '陈居民',
      name: '陈居民',
      sex: 'female',
      bornOn: '1988-05-06',
      phone: '19900001001',
      householdKey: 'chen',
      relation: 'head',
    },
    {
      ...nobodyElse,
      key: '陈小树',
      name: '陈小树',
      sex: 'male',
      bornOn: '2018-03-09',
      phone: null,
      householdKey: 'chen',
      relation: 'child',
    },
    {
      ...nobodyElse,
      key: '赵楼长',
      name: '赵楼长',
      sex: 'male',
      bornOn: '1950-02-01',
      phone: '19900001002',
      householdKey: 'zhao',
      relation: 'head',
    },
    {
      ...nobodyElse,
      key: '钱奶奶',
      name: '钱奶奶',
      sex: 'female',
      bornOn: '1940-10-01',
      phone: '19900003001',
      householdKey: 'qian',
      relation: 'head',
      careTags: ['lives_alone'],
    },
  ],
  guardianships: [
    {
      minorKey: '陈小树',
      guardianKey: '陈居民',
      relation: 'mother',
      givenOn: '2026-03-01',
      withdrawnOn: null,
    },
  ],
};
