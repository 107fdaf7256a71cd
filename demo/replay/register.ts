import type { InputOf } from '#contract/define.ts';
import { registerPerson } from '#contract/people/endpoints.ts';
import { addGuardianship } from '#contract/people/protection.ts';
import { dayOf, daysBetween } from '#kernel/calendar/time.ts';
import { plantPeople } from '#modules/people/index.ts';
import type { DemoGuardianship, DemoPerson, DemoStreet } from '../types.ts';
import { goTo, type Holder, perform, type Stage } from './stage.ts';

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

/** Children born during the year are registered at the counter, some days after their birth. */
export async function registerNewborns(
  stage: Stage,
  street: DemoStreet,
  planted: Planted,
  clerkOf: (person: DemoPerson) => Holder,
): Promise<number> {
  const newborns = street.persons.filter(
    (person) => person.householdCode !== null && !planted.personIds.has(person.key),
  );
  const bonds = Map.groupBy(street.guardianships, (bond) => bond.childKey);
  for (const child of newborns.toSorted((a, b) => a.bornOn.localeCompare(b.bornOn))) {
    const age = daysBetween(child.bornOn, stage.today);
    goTo(stage, Math.max(0, age - daysUntilRegistered), 11);
    const personId = await registerChild(stage, planted, clerkOf(child), child, bonds.get(child.key) ?? []);
    planted.personIds.set(child.key, personId);
  }
  return newborns.length;
}

const daysUntilRegistered = 20;

async function registerChild(
  stage: Stage,
  planted: Planted,
  clerk: Holder,
  child: DemoPerson,
  [first, ...others]: readonly DemoGuardianship[],
): Promise<string> {
  const guardian = (bond: DemoGuardianship | undefined) => ({
    personId: planted.personIds.get(bond?.guardianKey ?? '') ?? '',
    relation: bond?.relation ?? 'other',
  });
  const body = {
    name: child.name,
    sex: child.sex,
    bornOn: child.bornOn,
    householdId: planted.householdIds.get(child.householdCode ?? ''),
    ...(child.relation ? { relation: child.relation } : {}),
    careTags: [...child.careTags],
    guardian: guardian(first),
    consent: { evidenceNote: `出生登记${child.key.slice(1)}` },
  } satisfies Partial<InputOf<typeof registerPerson>>;
  const { personId } = await perform(stage, clerk, registerPerson, { body });
  for (const bond of others) {
    const { personId: guardianId, relation } = guardian(bond);
    await perform(stage, clerk, addGuardianship, {
      params: { personId },
      body: { guardianId, relation, verified: true },
    });
  }
  return personId;
}
