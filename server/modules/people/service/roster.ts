// Rows of a sheet become residents and homes: read what is there, decide row by row in memory, write in few statements.
import type { ImportMode } from '#contract/imports/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { ImportOutcome } from '#kernel/imports/definition.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, covers } from '#kernel/scope.ts';
import { findDoors } from '../directory.ts';
import type { RosterLine } from '../imports.ts';
import type { Door } from '../places.ts';
import { roomOrder } from '../rules.ts';
import { addressColumns, idNumberIndex } from '../store/columns.ts';
import { type HouseholdRow, saveHousehold } from '../store/households.ts';
import { membersOf, type PersonRow, savePerson } from '../store/persons.ts';
import { insertConsents, insertGuardianships, insertHouseholds, insertPersons } from '../store/plant.ts';
import { householdsBehind, personsByIdNumbers } from '../store/roster.ts';
import { announceLoaded } from './plant.ts';
import { type PersonPlan, planPerson } from './rosterPerson.ts';

/** What a batch knows and what it will write. */
export interface Roster {
  context: Context;
  mode: ImportMode;
  today: string;
  households: Map<string, HouseholdPlan>;
  byIdNumber: Map<string, PersonPlan>;
}

export interface HouseholdPlan {
  row: HouseholdRow;
  fresh: boolean;
  changed: boolean;
  members: PersonPlan[];
}

/**
 * Up to some hundred rows at once; a row that is there already writes nothing. Blank cells leave what is known.
 * @throws Problem for the first row that is refused, with the `column` at fault: the caller then goes row by row.
 */
export async function saveRoster(
  context: Context,
  lines: readonly RosterLine[],
  mode: ImportMode,
): Promise<ImportOutcome[]> {
  const doors = await findDoors(context, lines, areasWith(context.actor, 'person.edit'));
  for (const door of doors)
    if (!covers(context.actor, 'person.edit', door.path))
      throw new Problem('household.area_outside', 403, { column: 'entranceCode' });

  const roster = await openRoster(context, lines, doors, mode);
  const outcomes = lines.map((line, index) => planLine(roster, line, doors[index] as Door));
  await write(roster);
  return outcomes;
}

async function openRoster(
  context: Context,
  lines: readonly RosterLine[],
  doors: readonly Door[],
  mode: ImportMode,
): Promise<Roster> {
  const { crypto } = context.services;
  const households = await householdsBehind(
    context,
    doors.map((door) => door.areaId),
    lines.map((line) => line.room),
  );
  const members = await membersOf(
    context,
    households.map((row) => row.id),
  );
  const plans = members.map(known);
  const planOf = new Map(plans.map((plan) => [plan.row.id, plan]));
  const byHousehold = Map.groupBy(plans, (plan) => plan.row.household_id);
  const certified = await personsByIdNumbers(
    context,
    lines.flatMap((line) => (line.idNumber ? [idNumberIndex(crypto, line.idNumber)] : [])),
  );
  return {
    context,
    mode,
    today: dayOf(context.now),
    households: new Map(
      households.map((row) => [
        keyOf(row.area_id, row.room),
        { row, fresh: false, changed: false, members: byHousehold.get(row.id) ?? [] },
      ]),
    ),
    byIdNumber: new Map(
      certified.map((row) => [row.id_number_index ?? '', planOf.get(row.id) ?? known(row)]),
    ),
  };
}

const known = (row: PersonRow): PersonPlan => ({ row, fresh: false, changed: false, guardian: null });
const keyOf = (areaId: string, room: string) => `${areaId}|${room}`;

function planLine(roster: Roster, line: RosterLine, door: Door): ImportOutcome {
  const household = planHousehold(roster, line, door);
  const before = { fresh: household.plan.fresh, changed: household.changed };
  if (line.name === undefined)
    return household.created ? 'created' : before.changed ? 'updated' : 'unchanged';
  if (household.plan.row.house_use === 'vacant')
    throw new Problem('household.occupied_vacant', 409, { count: 1, column: 'houseUse' });
  const person = planPerson(roster, { ...line, name: line.name }, household.plan);
  if (person === 'created') return 'created';
  return person === 'updated' || household.changed ? 'updated' : 'unchanged';
}

function planHousehold(roster: Roster, line: RosterLine, door: Door) {
  const key = keyOf(door.areaId, line.room);
  const found = roster.households.get(key);
  if (!found) {
    const plan = {
      row: freshHousehold(roster.context, line, door),
      fresh: true,
      changed: false,
      members: [],
    };
    roster.households.set(key, plan);
    return { plan, created: true, changed: false };
  }
  const use = line.houseUse ?? found.row.house_use;
  const note = line.note ?? found.row.note;
  const differs = use !== found.row.house_use || note !== found.row.note;
  if (!differs || (roster.mode === 'add_only' && !found.fresh))
    return { plan: found, created: false, changed: false };
  if (use === 'vacant' && found.members.length > 0)
    throw new Problem('household.occupied_vacant', 409, { count: found.members.length, column: 'houseUse' });
  found.row = { ...found.row, house_use: use, note };
  found.changed = !found.fresh;
  return { plan: found, created: false, changed: found.changed };
}

function freshHousehold(context: Context, line: RosterLine, door: Door): HouseholdRow {
  const now = context.now.toISOString();
  return {
    street_id: context.streetId,
    id: context.newId(),
    area_id: door.areaId,
    area_path: door.path,
    room: line.room,
    room_order: roomOrder(line.room),
    house_use: line.houseUse ?? 'owned',
    ...addressColumns(door.address + line.room),
    tags: [],
    note: line.note ?? '',
    left_at: null,
    registered_at: now,
    updated_at: now,
    updated_by: context.actor.displayName,
    version: 1,
  };
}

async function write(roster: Roster): Promise<void> {
  const { context } = roster;
  const households = [...roster.households.values()];
  const persons = new Set([...households.flatMap((plan) => plan.members), ...roster.byIdNumber.values()]);
  const fresh = {
    households: households.filter((plan) => plan.fresh).map((plan) => plan.row),
    persons: [...persons].filter((plan) => plan.fresh),
  };
  const changed = {
    households: households.filter((plan) => plan.changed).map((plan) => plan.row),
    persons: [...persons].filter((plan) => plan.changed).map((plan) => plan.row),
  };
  await insertHouseholds(context, fresh.households);
  // A head who steps back or moves away comes before the new one.
  for (const row of changed.persons) await update(savePerson(context, row, personValues(row)));
  for (const row of changed.households)
    await update(saveHousehold(context, row, { house_use: row.house_use, note: row.note }));
  await insertPersons(
    context,
    fresh.persons.map((plan) => plan.row),
  );
  await writeGuardians(context, fresh.persons);
  await announceLoaded(context, {
    personIds: fresh.persons.map((plan) => plan.row.id),
    householdIds: fresh.households.map((row) => row.id),
    changedPersonIds: changed.persons.map((row) => row.id),
    changedHouseholdIds: changed.households.map((row) => row.id),
  });
}

/** Somebody else wrote the record while this batch was being decided. */
async function update(saving: Promise<unknown>): Promise<void> {
  if ((await saving) === undefined) throw new Problem('version.stale', 409);
}

function personValues(row: PersonRow) {
  const { street_id: _, id: __, version: ___, registered_at: ____, ...values } = row;
  return values;
}

async function writeGuardians(context: Context, plans: readonly PersonPlan[]): Promise<void> {
  const guarded = plans.flatMap((plan) => (plan.guardian ? [{ minor: plan.row, ...plan.guardian }] : []));
  if (guarded.length === 0) return;
  const now = context.now.toISOString();
  await insertGuardianships(
    context,
    guarded.map(({ minor, guardianId, relation }) => ({
      id: context.newId(),
      minor_id: minor.id,
      guardian_id: guardianId,
      relation,
      verified_at: null,
      added_at: now,
    })),
  );
  await insertConsents(
    context,
    guarded.flatMap(({ minor, guardianId, consent }) =>
      consent
        ? [
            {
              ...consent,
              id: context.newId(),
              person_id: minor.id,
              given_by_id: guardianId,
              given_at: now,
              recorded_by: context.actor.accountId,
            },
          ]
        : [],
    ),
  );
}
