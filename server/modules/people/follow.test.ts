import { expect, test } from 'vitest';
import { getHousehold, listHouseholds, listPersons } from '#contract/people/endpoints.ts';
import { changeArea, listAreas, moveArea } from '#contract/territory/endpoints.ts';
import { testPeopleOfStreet } from './kit/street.ts';

const people = await testPeopleOfStreet();
const principal = await people.as('高主任');
const chief = await people.as('唐科长');

async function area(search: string, level: 'estate' | 'building' | 'grid') {
  const { items } = await principal.call(listAreas, { query: { search, level } });
  const [found] = items;
  if (!found) throw new Error(`no ${level} ${search}`);
  return found;
}

test('addresses follow a renamed estate, of households and of people without one', async () => {
  const grid = await people.as('周网格');
  await people.person(grid, { name: '单立户', areaId: people.door('first') });
  const estate = await area('990101001001001E01', 'estate');
  await chief.call(changeArea, {
    params: { areaId: estate.areaId },
    body: { version: estate.version, name: '桂花苑' },
  });
  await people.street.react();
  await people.street.react();

  const { items } = await principal.call(listPersons, { query: { address: '桂花苑1号楼' } });
  expect(items.map((one) => one.name).toSorted()).toEqual(['单**', '赵**', '陈**', '陈**']);
  expect((await principal.call(listPersons, { query: { address: '梧桐里1号院' } })).items).toEqual([]);
  expect((await principal.call(listHouseholds, { query: { address: '桂花苑1号楼1单元101' } })).total).toBe(1);
});

test('people follow a building that was moved to another grid', async () => {
  const estate = await area('990101001001001E01', 'estate');
  const target = await area('990101001001002', 'grid');
  await chief.call(moveArea, {
    params: { areaId: estate.areaId },
    body: { version: estate.version, parentId: target.areaId, reason: '网格调整' } as never,
  });
  await people.street.react();

  const other = await people.as('吴网格');
  const homes = (await other.call(listHouseholds)).items;
  expect(homes.map((home) => home.room)).toEqual(['101', '102', '201']);
  const [first] = homes;
  expect(await other.call(getHousehold, { params: { householdId: first?.householdId ?? '' } })).toMatchObject(
    {
      members: [{ name: '陈**' }, { name: '陈**' }],
    },
  );
  expect((await (await people.as('周网格')).call(listHouseholds)).items).toEqual([]);
});
