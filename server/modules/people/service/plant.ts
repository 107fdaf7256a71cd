// A whole register at once, for setting up a street.
import type { CareTag, GuardianRelation, HouseholdTag, HouseUse, Relation } from '#contract/people/codes.ts';
import { noticeVersion } from '#contract/people/codes.ts';
import { peopleLoaded } from '#contract/people/events.ts';
import { dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { areasByCodes } from '#modules/territory/index.ts';
import { type Door, doorsOf } from '../places.ts';
import { isChild, roomOrder, storedTags } from '../rules.ts';
import { addressColumns, idNumberColumns, nameColumns, phoneColumns } from '../store/columns.ts';
import { insertConsents, insertGuardianships, insertHouseholds, insertPersons } from '../store/plant.ts';

export interface PlantedHousehold {
  /** Known to the caller only; persons name it. */
  key: string;
  areaCode: string;
  room: string;
  houseUse: HouseUse;
  tags: readonly HouseholdTag[];
}

export interface PlantedPerson {
  /** Known to the caller only; guardianships name it. */
  key: string;
  name: string;
  sex: 'female' | 'male' | null;
  bornOn: string | null;
  phone: string | null;
  householdKey: string | null;
  relation: Relation | null;
  /** Where there is no household. */
  areaCode: string | null;
  careTags: readonly CareTag[];
}

export interface PlantedGuardianship {
  minorKey: string;
  guardianKey: string;
  relation: GuardianRelation;
  givenOn: string;
  withdrawnOn: string | null;
}

export interface PlantedPeople {
  households: readonly PlantedHousehold[];
  persons: readonly PlantedPerson[];
  guardianships: readonly PlantedGuardianship[];
}

/**
 * Set-based: a few statements for thousands of rows; one event names them all by number, and each batch
 * of ids stands in the trail. The caller's keys are answered with the ids they became.
 * @throws Error for an unknown area code or key, or a child under 14 without guardian: set-up data is code.
 */
export async function plantPeople(
  context: Context,
  planted: PlantedPeople,
): Promise<{ personIds: Map<string, string>; householdIds: Map<string, string> }> {
  const doors = await doorsByCode(context, planted);
  const stamp = {
    registered_at: context.now.toISOString(),
    updated_at: context.now.toISOString(),
    updated_by: context.actor.displayName,
    version: 1,
  };

  const households = new Map(
    planted.households.map((one) => [one.key, { ...householdRow(context, one, doors), ...stamp }]),
  );
  const persons = new Map(
    planted.persons.map((one) => [
      one.key,
      {
        ...personRow(context, one, one.householdKey ? known(households, one.householdKey) : null, doors),
        ...stamp,
      },
    ]),
  );
  refuseUnguarded(context, planted);

  await insertHouseholds(context, [...households.values()]);
  await insertPersons(context, [...persons.values()]);
  const idOf = (key: string) => known(persons, key).id;
  await plantGuardians(context, planted.guardianships, idOf);
  await announceLoaded(context, {
    personIds: [...persons.values()].map((row) => row.id),
    householdIds: [...households.values()].map((row) => row.id),
  });
  return {
    personIds: new Map([...persons].map(([key, row]) => [key, row.id])),
    householdIds: new Map([...households].map(([key, row]) => [key, row.id])),
  };
}

const idsInEventMax = 2_000;

/** Every written row stands in the trail by its id, some thousand to an event. */
export async function announceLoaded(
  context: Context,
  loaded: {
    personIds: readonly string[];
    householdIds: readonly string[];
    changedPersonIds?: readonly string[];
    changedHouseholdIds?: readonly string[];
  },
): Promise<void> {
  const lists = [
    loaded.personIds,
    loaded.householdIds,
    loaded.changedPersonIds ?? [],
    loaded.changedHouseholdIds ?? [],
  ];
  const longest = Math.max(...lists.map((list) => list.length));
  for (let from = 0; from < longest; from += idsInEventMax) {
    const [personIds, householdIds, changedPersonIds, changedHouseholdIds] = lists.map((list) =>
      list.slice(from, from + idsInEventMax),
    );
    await context.emit({
      name: peopleLoaded.name,
      subject: { module: 'people', id: context.newId() },
      data: { personIds, householdIds, changedPersonIds, changedHouseholdIds },
    });
  }
}

async function doorsByCode(context: Context, planted: PlantedPeople): Promise<Map<string, Door>> {
  const codes = new Set([
    ...planted.households.map((one) => one.areaCode),
    ...planted.persons.flatMap((one) => one.areaCode ?? []),
  ]);
  const areas = await areasByCodes(context, [...codes]);
  const doors = await doorsOf(context, [...areas.values()]);
  const byId = new Map(doors.map((door) => [door.areaId, door]));
  return new Map([...areas].map(([code, area]) => [code, known(byId, area.areaId)]));
}

function householdRow(context: Context, one: PlantedHousehold, doors: ReadonlyMap<string, Door>) {
  const door = known(doors, one.areaCode);
  return {
    id: context.newId(),
    area_id: door.areaId,
    area_path: door.path,
    room: one.room,
    room_order: roomOrder(one.room),
    house_use: one.houseUse,
    ...addressColumns(door.address + one.room),
    tags: [...one.tags],
    note: '',
  };
}

type HouseholdOf = ReturnType<typeof householdRow>;

function personRow(
  context: Context,
  one: PlantedPerson,
  household: HouseholdOf | null,
  doors: ReadonlyMap<string, Door>,
) {
  const { crypto } = context.services;
  const place = household ?? placeOf(known(doors, one.areaCode ?? ''));
  return {
    id: context.newId(),
    ...nameColumns(one.name),
    sex: one.sex,
    born_on: one.bornOn,
    ...phoneColumns(crypto, one.phone),
    ...idNumberColumns(crypto, null),
    household_id: household?.id ?? null,
    relation: household ? one.relation : null,
    area_id: place.area_id,
    area_path: place.area_path,
    address: place.address,
    address_grams: place.address_grams,
    care_tags: storedTags(one.careTags),
    status: 'active' as const,
  };
}

function placeOf(door: Door) {
  return { area_id: door.areaId, area_path: door.path, ...addressColumns(door.address) };
}

function refuseUnguarded(context: Context, planted: PlantedPeople): void {
  const guarded = new Set(planted.guardianships.map((one) => one.minorKey));
  const today = dayOf(context.now);
  for (const person of planted.persons)
    if (isChild(today, person.bornOn) && !guarded.has(person.key))
      throw new Error(`child ${person.key} has no guardian`);
}

/** Guardians and the consent of the first of them; a withdrawn one leaves its date. */
async function plantGuardians(
  context: Context,
  bonds: readonly PlantedGuardianship[],
  idOf: (key: string) => string,
): Promise<void> {
  await insertGuardianships(
    context,
    bonds.map((bond) => ({
      id: context.newId(),
      minor_id: idOf(bond.minorKey),
      guardian_id: idOf(bond.guardianKey),
      relation: bond.relation,
      verified_at: instantOn(bond.givenOn).toISOString(),
      added_at: instantOn(bond.givenOn).toISOString(),
    })),
  );
  const first = new Map(bonds.toReversed().map((bond) => [bond.minorKey, bond]));
  await insertConsents(
    context,
    [...first.values()].map((bond) => ({
      id: context.newId(),
      person_id: idOf(bond.minorKey),
      purpose: 'child_record',
      way: 'guardian',
      given_by_id: idOf(bond.guardianKey),
      given_at: instantOn(bond.givenOn).toISOString(),
      recorded_by: null,
      evidence_file_id: null,
      evidence_note: null,
      notice_version: noticeVersion,
      withdrawn_at: bond.withdrawnOn ? instantOn(bond.withdrawnOn).toISOString() : null,
    })),
  );
}

function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`unknown key ${key}`);
  return found;
}
