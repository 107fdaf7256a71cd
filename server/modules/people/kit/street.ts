// Shared by the tests of this module: doors by code, people by name, and short ways to register somebody.
import { getPerson, listPersons, registerHousehold, registerPerson } from '#contract/people/endpoints.ts';
import type { HouseholdRecord, PersonRecord } from '#contract/people/records.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type Caller, type TestStreet, testStreet } from '../../../../tests/kit/street.ts';

/** Entrances of the test street, by the short names the tests use. */
const codes = {
  first: '990101001001001E01B01U1',
  firstOther: '990101001001001E01B01U2',
  second: '990101001001002E01B01U1',
  secondCommunity: '990101001002001E01B01U1',
} as const;
export type DoorName = keyof typeof codes;

export interface People {
  street: TestStreet;
  as(name: string): Promise<Caller>;
  door(name: DoorName): string;
  household(by: Caller, at: DoorName, room: string): Promise<HouseholdRecord>;
  person(by: Caller, body: PersonBody): Promise<PersonRecord>;
  /** Somebody of the kit's families. */
  named(name: string): Promise<PersonRecord>;
}

type PersonBody = NonNullable<Parameters<typeof bodyOf>[0]>;
const bodyOf = (body: NonNullable<(typeof registerPerson)['body']['_zod']['input']>) => body;

export async function testPeopleOfStreet(): Promise<People> {
  const street = await testStreet();
  const principal = await street.as('高主任');
  const { items } = await principal.call(listAreas, { query: { level: 'entrance', limit: 200 } });
  const doors = new Map(items.map((area) => [area.code, area.areaId]));
  return {
    street,
    as: (name) => street.as(name),
    door: (name) => doors.get(codes[name]) ?? '',
    household: (by, at, room) =>
      by.call(registerHousehold, { body: { areaId: doors.get(codes[at]) ?? '', room, houseUse: 'owned' } }),
    person: (by, body) => by.call(registerPerson, { body }),
    named: async (name) => {
      const { items: found } = await principal.call(listPersons, { query: { name } });
      const [first] = found;
      if (!first) throw new Error(`${name} does not live in the test street.`);
      return await principal.call(getPerson, { params: { personId: first.personId } });
    },
  };
}
