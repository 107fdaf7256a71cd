// The reads that other modules may use.
import type { ConsentPurpose } from '#contract/people/codes.ts';
import { ageOn, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { areaChain } from '#modules/territory/index.ts';
import { isChild, isMinor } from '../rules.ts';
import { phoneTailIndex } from '../store/columns.ts';
import { findHousehold } from '../store/households.ts';
import {
  activeByPhone,
  activeByPhones,
  findPerson,
  listPersonRows,
  type PersonRow,
  personsByIds,
} from '../store/persons.ts';
import { consentsStanding, wardshipsOf } from '../store/protection.ts';
import { ownPerson } from './ownPerson.ts';

/** Who holds a phone number; null where nobody or more than one person does (a family that shares it). */
export async function findPersonByPhone(
  context: Context,
  phone: string,
): Promise<{ personId: string; name: string; areaId: string; areaPath: string } | null> {
  const [row, ...others] = await activeByPhone(context, phone);
  if (!row || others.length > 0) return null;
  return { personId: row.id, name: row.name, areaId: row.area_id, areaPath: row.area_path };
}

/** Phone → person, for registers that name many; a number that nobody or more than one person holds is missing. */
export async function findPersonsByPhones(
  context: Context,
  phones: readonly string[],
): Promise<Map<string, { personId: string; name: string }>> {
  const holders = await activeByPhones(context, phones);
  return new Map(
    [...holders].flatMap(([phone, [row, ...others]]) =>
      row && others.length === 0 ? [[phone, { personId: row.id, name: row.name }] as const] : [],
    ),
  );
}

/** Residents of the viewer's areas whose name contains a text, for services that search by name; at most `limit`. */
export async function personsNamed(context: Context, name: string, limit: number): Promise<string[]> {
  const { rows } = await listPersonRows(context, { name }, { limit, uncounted: true });
  return rows.map(({ id }) => id);
}

/** Id → name in the clear, for services that mask it themselves before it leaves. */
export async function personNames(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await personsByIds(context, ids);
  return new Map([...rows].map(([id, row]) => [id, row.name]));
}

export interface Home {
  areaId: string;
  areaPath: string;
  community: string | null;
  entrance: string;
  room: string | null;
}

/** Where a person lives; null for somebody unknown, erased or gone. */
export async function findHomeOfPerson(context: Context, personId: string): Promise<Home | null> {
  const row = await findPerson(context, personId);
  if (row?.status !== 'active') return null;
  const household = row.household_id ? await findHousehold(context, row.household_id) : undefined;
  const chain = await areaChain(context, row.area_id);
  const spoken = chain.filter((area) => ['estate', 'building', 'entrance'].includes(area.level));
  return {
    areaId: row.area_id,
    areaPath: row.area_path,
    community: chain.find((area) => area.level === 'community')?.name ?? null,
    entrance: (spoken.length > 0 ? spoken : chain.slice(-1)).map((area) => area.name).join(''),
    room: household?.room ?? null,
  };
}

export interface PersonFact {
  personId: string;
  /** In the clear, for services that show it to the family itself or mask it. */
  name: string;
  bornOn: string | null;
  age: number | null;
  /** Under 14. */
  isChild: boolean;
  /** Under 18. */
  isMinor: boolean;
  areaId: string;
  areaPath: string;
  active: boolean;
}

/** Id → facts; an unknown id is missing. */
export async function personFacts(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, PersonFact>> {
  const rows = await personsByIds(context, ids);
  return new Map([...rows].map(([id, row]) => [id, factOf(context, row)]));
}

/** The children in somebody's care, under 18 and still here. */
export async function wardsOfPerson(context: Context, guardianId: string): Promise<PersonFact[]> {
  return (await wardsOfPersons(context, [guardianId])).get(guardianId) ?? [];
}

/** Guardian → the children in that person's care; who answers for nobody is missing. */
export async function wardsOfPersons(
  context: Context,
  guardianIds: readonly string[],
): Promise<Map<string, PersonFact[]>> {
  const bonds = await wardshipsOf(context, guardianIds);
  const minors = await personFacts(
    context,
    bonds.map((one) => one.minor_id),
  );
  const byGuardian = Map.groupBy(bonds, (one) => one.guardian_id);
  return new Map(
    [...byGuardian].map(([guardianId, own]) => [
      guardianId,
      own.flatMap((one) => minors.get(one.minor_id) ?? []).filter((one) => one.active && one.isMinor),
    ]),
  );
}

/** The person behind the caller. @throws Problem 409 `person.not_linked`. */
export async function callerFact(context: Context): Promise<PersonFact> {
  return factOf(context, await ownPerson(context));
}

/** Person → purposes they, or their guardians, allow now. */
export async function standingConsents(
  context: Context,
  personIds: readonly string[],
): Promise<Map<string, ReadonlySet<ConsentPurpose>>> {
  const standing = await consentsStanding(context, personIds);
  return new Map(
    [...Map.groupBy(standing, (row) => row.person_id)].map(([id, given]) => [
      id,
      new Set(given.map(({ purpose }) => purpose)),
    ]),
  );
}

/** Those of the persons whose phone ends in these four digits. */
export async function personsWithPhoneTail(
  context: Context,
  ids: readonly string[],
  tail: string,
): Promise<string[]> {
  const index = phoneTailIndex(context.services.crypto, tail);
  const rows = await personsByIds(context, ids);
  return [...rows.values()]
    .filter((row) => row.status === 'active' && row.phone_tail_index === index)
    .map((row) => row.id);
}

function factOf(context: Context, row: PersonRow): PersonFact {
  const today = dayOf(context.now);
  return {
    personId: row.id,
    name: row.name,
    bornOn: row.born_on,
    age: ageOn(today, row.born_on),
    isChild: isChild(today, row.born_on),
    isMinor: isMinor(today, row.born_on),
    areaId: row.area_id,
    areaPath: row.area_path,
    active: row.status === 'active',
  };
}
