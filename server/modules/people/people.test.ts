import { beforeAll, describe, expect, test } from 'vitest';
import { getPerson, listPersons, registerHousehold, registerPerson } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type Caller, type TestStreet, testStreet } from '../../../tests/kit/street.ts';

let street: TestStreet;
let grid: Caller;
let doors: Map<string, string>;
beforeAll(async () => {
  street = await testStreet();
  grid = await street.as('周网格');
  const { items } = await (await street.as('高主任')).call(listAreas, {
    query: { level: 'entrance', limit: 200 },
  });
  doors = new Map(items.map((area) => [area.code, area.areaId]));
});
const door = (code: string) => doors.get(code) ?? '';
const own = '990101001001001E01B01U1';

describe('registering', () => {
  test('a person in a household is found and masked', async () => {
    const household = await grid.call(registerHousehold, {
      body: { areaId: door(own), room: '301', houseUse: 'owned' },
    });
    const person = await grid.call(registerPerson, {
      body: { name: '欧阳娜娜', phone: '13812345678', householdId: household.householdId, relation: 'head' },
    });
    expect(person).toMatchObject({ name: '欧阳**', phone: '138****5678' });
    const list = await grid.call(listPersons, { query: { name: '欧' } });
    expect(list).toMatchObject({ total: 1, items: [{ personId: person.personId }] });
    const refused = await (await street.as('吴网格')).refusal(getPerson, {
      params: { personId: person.personId },
    });
    expect(refused).toMatchObject({ status: 403, code: 'person.outside_your_area' });
  });
});
