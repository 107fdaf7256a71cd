import { createHash } from 'node:crypto';
import { beiyuan } from '../packs/beiyuan/pack.ts';
import { buildHouseholds } from './households.ts';
import { foundOrganisations } from './organisations.ts';
import { personas } from './personas.ts';
import { buildPlaces } from './places.ts';
import { streetPlan } from './plan.ts';
import { random } from './random.ts';
import { openRegister } from './register.ts';
import { settleResidents } from './residents.ts';
import type { Staff } from './staff.ts';
import { appointStaff } from './staff.ts';
import type { DemoPost, DemoStreet } from './types.ts';

export const demoSeed = 'jia-beiyuan-1';

/** The whole demo street, always the same for the same seed. Takes well under two seconds. */
export function peopleOfTheStreet(seed: string = demoSeed): DemoStreet {
  const chance = random(seed);
  const register = openRegister(chance.fork('register'));
  const places = buildPlaces(beiyuan, chance.fork('places'));
  const households = buildHouseholds(places, chance.fork('households'));
  const residents = settleResidents(places, households, register, chance.fork('residents'));
  const offices = foundOrganisations(places, residents, register, chance.fork('organisations'));
  const staff: Staff = { posts: [], delegations: [] };
  appointStaff({
    places,
    households,
    residents,
    organisations: offices.organisations,
    register,
    chance: chance.fork('staff'),
    staff,
  });
  return {
    seed,
    day: streetPlan.day,
    estates: places.estates,
    buildings: places.buildings,
    entrances: places.entrances,
    households,
    persons: register.persons,
    guardianships: residents.guardianships,
    organisations: offices.organisations,
    memberships: offices.memberships,
    posts: [...staff.posts, ...residents.wardens, ...offices.posts, ...residentPosts(register.persons)],
    delegations: staff.delegations,
  };
}

/** SHA-256 over the whole street: two streets are the same when their digests are. */
export function digestOf(street: DemoStreet): string {
  return createHash('sha256').update(JSON.stringify(street)).digest('hex');
}

/** Residents need no post to use the platform; the personas among them have one, so that a visitor can enter as them. */
function residentPosts(persons: DemoStreet['persons']): DemoPost[] {
  return personas
    .filter((persona) => persona.role === 'resident')
    .map((persona) => {
      const person = persons.find((candidate) => candidate.personaKey === persona.key);
      if (!person) throw new Error(`nobody is ${persona.key}`);
      return {
        personKey: person.key,
        role: 'resident',
        areaCode: persona.areaCode,
        organisationCode: null,
        staffing: null,
        startsOn: '2025-01-01',
      };
    });
}
