import type { CareTag, Relation } from '#contract/people/codes.ts';
import { nameOf } from './names.ts';
import { personas } from './personas.ts';
import { streetPlan } from './plan.ts';
import type { Random } from './random.ts';
import type { DemoPerson } from './types.ts';

export interface NewPerson {
  sex: 'female' | 'male';
  /** Full years on the demo's day; ignored when `bornOn` is given. */
  age?: number;
  bornOn?: string;
  name?: string;
  surname?: string;
  householdCode?: string | null;
  relation?: Relation | null;
  careTags?: readonly CareTag[];
  personaKey?: string | null;
  /** False for children and for elders without a phone. */
  hasPhone?: boolean;
}

export interface Register {
  persons: DemoPerson[];
  add(person: NewPerson): DemoPerson;
}

/** Numbers people and gives each a name and a phone that nobody else has. */
export function openRegister(chance: Random): Register {
  const persons: DemoPerson[] = [];
  const phoneOffset = chance.between(0, 99_999_999);
  const nicknames = new Set(personas.map((persona) => persona.name));
  return {
    persons,
    add(given) {
      const bornOn = given.bornOn ?? birthdayOf(chance, given.age ?? chance.between(24, 58));
      const number = persons.length + 1;
      const person: DemoPerson = {
        key: `p${String(number).padStart(5, '0')}`,
        name: given.name ?? freeName(chance, given, bornOn, nicknames),
        sex: given.sex,
        bornOn,
        phone: given.hasPhone === false ? null : phoneOf(number, phoneOffset),
        householdCode: given.householdCode ?? null,
        relation: given.relation ?? null,
        careTags: given.careTags ?? [],
        personaKey: given.personaKey ?? null,
      };
      persons.push(person);
      return person;
    },
  };
}

// Nobody else carries the name of a persona, so that a search finds the one a visitor looks for.
function freeName(chance: Random, given: NewPerson, bornOn: string, taken: ReadonlySet<string>): string {
  const bornIn = Number(bornOn.slice(0, 4));
  let name = nameOf(chance, given.sex, bornIn, given.surname);
  while (taken.has(name)) name = nameOf(chance, given.sex, bornIn, given.surname);
  return name;
}

// Multiplying by a number without a common factor with 10^8 walks through all eight-digit numbers before repeating.
function phoneOf(number: number, offset: number): string {
  return `199${String((number * 61_803_399 + offset) % 100_000_000).padStart(8, '0')}`;
}

function birthdayOf(chance: Random, age: number): string {
  const [year, month, day] = streetPlan.day.split('-').map(Number) as [number, number, number];
  const latest = Date.UTC(year - age, month - 1, day);
  return new Date(latest - chance.between(0, 364) * 86_400_000).toISOString().slice(0, 10);
}
