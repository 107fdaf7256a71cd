import { dayOf } from '#kernel/calendar/time.ts';
import { plantPeople } from '#modules/people/index.ts';
import type { DemoStreet } from '../types.ts';
import type { Stage } from './stage.ts';

export interface Planted {
  personIds: Map<string, string>;
  householdIds: Map<string, string>;
}

/**
 * The register as the communities brought it: every household, and everybody who was born by then. People who only
 * work here are no residents.
 */
export async function plantRegister(stage: Stage, street: DemoStreet): Promise<Planted> {
  const day = dayOf(stage.clock.now());
  const residents = street.persons.filter((person) => person.householdCode !== null && person.bornOn <= day);
  const keys = new Set(residents.map((person) => person.key));
  return await plantPeople(stage.office(), {
    households: street.households.map((home) => ({
      key: home.code,
      areaCode: home.entranceCode,
      room: home.room,
      houseUse: home.houseUse,
      tags: home.tags,
    })),
    persons: residents.map((person) => ({
      ...person,
      householdKey: person.householdCode,
      areaCode: null,
    })),
    guardianships: street.guardianships
      .filter((bond) => keys.has(bond.childKey))
      .map((bond) => ({
        minorKey: bond.childKey,
        guardianKey: bond.guardianKey,
        relation: bond.relation,
        givenOn: bond.givenOn < day ? bond.givenOn : day,
        // Taken back later, through the same door as everybody.
        withdrawnOn: null,
      })),
  });
}
