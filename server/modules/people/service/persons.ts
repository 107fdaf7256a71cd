import type { InputOf } from '#contract/define.ts';
import type {
  correctPerson,
  getPerson as getPersonEndpoint,
  listPersons,
  NewPerson,
  registerPerson,
} from '#contract/people/endpoints.ts';
import { personCorrected, personMoved, personRegistered } from '#contract/people/events.ts';
import type { PersonRecord } from '#contract/people/records.ts';
import { careTagList } from '#contract/people/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { birthdayOf, sexOf } from '#kernel/mask/identityNumber.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { getArea } from '#modules/territory/index.ts';
import { getDoor } from '../places.ts';
import { mayCorrectPerson } from '../policy.ts';
import {
  changedFields,
  childFault,
  hasEvidence,
  isMinor,
  personFault,
  type Refusal,
  storedTags,
} from '../rules.ts';
import { addressColumns, idNumberColumns, nameColumns, phoneColumns } from '../store/columns.ts';
import { findHousehold, getHousehold } from '../store/households.ts';
import {
  findPerson,
  getPerson,
  insertPerson,
  listPersonRows,
  type PersonRow,
  savePerson,
} from '../store/persons.ts';
import { guardianshipsOf } from '../store/protection.ts';
import { clearValues, viewPersonRow } from '../view.ts';
import { appointGuardian, recordChildConsent } from './guardians.ts';
import { personFacts, viewPerson } from './personRecord.ts';
import { stalePerson } from './stale.ts';

export async function listPersonRecords(context: Context, input: InputOf<typeof listPersons>) {
  const areaPath = input.areaId ? (await getArea(context, input.areaId)).path : undefined;
  const { rows, nextCursor, total } = await listPersonRows(context, { ...input, areaPath }, input);
  return { items: rows.map((row) => viewPersonRow(context, row)), nextCursor, total };
}

export async function getPersonRecord(
  context: Context,
  input: InputOf<typeof getPersonEndpoint>,
): Promise<PersonRecord> {
  return await viewPerson(context, await readablePerson(context, input.personId));
}

/** @throws Problem 404 for another street, 403 outside the viewer's areas. */
export async function readablePerson(context: Context, personId: string): Promise<PersonRow> {
  const row = await getPerson(context, personId);
  if (!covers(context.actor, 'person.read', row.area_path))
    throw new Problem('person.outside_your_area', 403);
  return row;
}

export async function registerNewPerson(
  context: Context,
  input: InputOf<typeof registerPerson>,
): Promise<PersonRecord> {
  const place = await placeFor(context, input);
  if (!covers(context.actor, 'person.edit', place.path)) throw new Problem('person.outside_your_area', 403);

  const today = dayOf(context.now);
  const guardian = input.guardian ? await findPerson(context, input.guardian.personId) : undefined;
  const facts = factsOf(input);
  refuse(personFault(facts, today));
  refuse(
    childFault(
      facts,
      {
        named: input.guardian !== undefined,
        bornOn: guardian?.born_on ?? null,
        active: guardian?.status === 'active',
      },
      { given: hasEvidence(input.consent) },
      today,
    ),
  );

  const row = await insertPerson(context, {
    ...newColumns(context, input, facts.bornOn),
    ...place.columns,
    relation: input.relation ?? null,
  });
  await context.emit({
    name: personRegistered.name,
    subject: { module: 'people', id: row.id },
    data: { householdId: row.household_id, minor: isMinor(today, row.born_on) },
    areaPath: row.area_path,
  });
  if (input.guardian && guardian) {
    await appointGuardian(context, row, guardian, { relation: input.guardian.relation, verified: true });
    if (hasEvidence(input.consent)) await recordChildConsent(context, row, guardian, 'paper', input.consent);
  }
  return await viewPerson(context, row);
}

function factsOf(input: NewPerson) {
  const idNumber = input.idNumber ?? null;
  return {
    bornOn: input.bornOn ?? (idNumber === null ? null : birthdayOf(idNumber)),
    idNumber,
    careTags: input.careTags,
    householdId: input.householdId ?? null,
    relation: input.relation ?? null,
  };
}

/** Columns of a new person without the place. */
export function newColumns(context: Context, input: NewPerson, bornOn: string | null) {
  const { crypto } = context.services;
  return {
    id: context.newId(),
    ...nameColumns(input.name),
    sex: input.sex ?? (input.idNumber ? sexOf(input.idNumber) : null),
    born_on: bornOn,
    ...phoneColumns(crypto, input.phone ?? null),
    ...idNumberColumns(crypto, input.idNumber ?? null),
    care_tags: storedTags(input.careTags),
    status: 'active',
    ended_at: null,
    registered_at: context.now,
    updated_at: context.now,
    updated_by: context.actor.displayName,
    version: 1,
  } as const;
}

/** A person lives where the household is, or stands at a place of its own. */
async function placeFor(
  context: Context,
  input: { householdId?: string | undefined; areaId?: string | undefined },
) {
  if (input.householdId) {
    const household = await getHousehold(context, input.householdId);
    if (household.left_at !== null) throw new Problem('household.left', 409);
    const { area_id, area_path, address, address_grams } = household;
    return {
      path: area_path,
      columns: { household_id: household.id, area_id, area_path, address, address_grams },
    };
  }
  if (!input.areaId) throw new Problem('person.place_missing', 409);
  const door = await getDoor(context, input.areaId);
  return {
    path: door.path,
    columns: {
      household_id: null,
      area_id: door.areaId,
      area_path: door.path,
      ...addressColumns(door.address),
    },
  };
}

export async function correctPersonRecord(
  context: Context,
  input: InputOf<typeof correctPerson>,
): Promise<PersonRecord> {
  const row = await getPerson(context, input.personId);
  const may = mayCorrectPerson(context.actor, personFacts(context, row, undefined, false));
  if (may !== true) throw new Problem(may, may === 'person.outside_your_area' ? 403 : 409);
  if (row.version !== input.version)
    throw await stalePerson(context, await viewPerson(context, row), input.version);

  const before = valuesOf(context, row);
  const after = correctedValues(before, input);
  refuse(personFault(after, dayOf(context.now)));
  await refuseUnguardedChild(context, row, after.bornOn);
  const fields = changedFields(before, after);
  if (fields.length === 0) return await viewPerson(context, row);

  const place = await newPlace(context, row, after.householdId);
  const saved = await savePerson(context, row, { ...columnsOf(context, after, fields), ...place });
  if (!saved)
    throw await stalePerson(
      context,
      await viewPerson(context, await getPerson(context, row.id)),
      input.version,
    );
  await announce(context, row, saved, fields);
  return await viewPerson(context, saved);
}

function valuesOf(context: Context, row: PersonRow) {
  const { name, phone, idNumber, bornOn } = clearValues(context, row);
  return {
    name,
    sex: row.sex,
    bornOn,
    phone,
    idNumber,
    householdId: row.household_id,
    relation: row.relation,
    careTags: row.care_tags,
  };
}

type PersonValues = ReturnType<typeof valuesOf>;

/** Fields left out stay; a new identity number brings its own day of birth; leaving a household ends the relation. */
function correctedValues(before: PersonValues, input: InputOf<typeof correctPerson>): PersonValues {
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as typeof input;
  const idNumber = given.idNumber === undefined ? before.idNumber : given.idNumber;
  const born = given.idNumber && given.bornOn === undefined ? birthdayOf(given.idNumber) : given.bornOn;
  const householdId = given.householdId === undefined ? before.householdId : given.householdId;
  const moved = householdId !== before.householdId;
  const relation = given.relation === undefined ? (moved ? null : before.relation) : given.relation;
  return {
    name: given.name ?? before.name,
    sex: given.sex === undefined ? before.sex : given.sex,
    bornOn: born === undefined ? before.bornOn : born,
    phone: given.phone === undefined ? before.phone : given.phone,
    idNumber,
    householdId,
    relation,
    careTags: given.careTags === undefined ? before.careTags : storedTags(given.careTags),
  };
}

/** A corrected day of birth must not turn somebody into a child whom nobody answers for. */
async function refuseUnguardedChild(context: Context, row: PersonRow, bornOn: string | null): Promise<void> {
  if (bornOn === row.born_on) return;
  const guarded = (await guardianshipsOf(context, row.id)).some((one) => one.minor_id === row.id);
  const guardian = { named: guarded, bornOn: null, active: true };
  refuse(childFault({ bornOn }, guardian, { given: true }, dayOf(context.now)));
}

function columnsOf(context: Context, values: PersonValues, fields: readonly string[]) {
  const { crypto } = context.services;
  return {
    ...nameColumns(values.name),
    sex: values.sex,
    born_on: values.bornOn,
    ...(fields.includes('phone') ? phoneColumns(crypto, values.phone) : {}),
    ...(fields.includes('idNumber') ? idNumberColumns(crypto, values.idNumber) : {}),
    household_id: values.householdId,
    relation: values.relation,
    care_tags: values.careTags,
  };
}

async function newPlace(context: Context, row: PersonRow, householdId: string | null) {
  if (householdId === row.household_id || householdId === null) return {};
  const household = await findHousehold(context, householdId);
  if (!household) throw new Problem('input.id_unknown', 404);
  if (!covers(context.actor, 'person.edit', household.area_path))
    throw new Problem('household.outside_your_area', 403);
  return (await placeFor(context, { householdId })).columns;
}

async function announce(
  context: Context,
  before: PersonRow,
  after: PersonRow,
  fields: string[],
): Promise<void> {
  const subject = { module: 'people', id: after.id };
  await context.emit({
    name: personCorrected.name,
    subject,
    data: { fields, version: after.version },
    areaPath: after.area_path,
  });
  if (before.household_id !== after.household_id)
    await context.emit({
      name: personMoved.name,
      subject,
      data: { from: before.household_id, to: after.household_id },
      areaPath: after.area_path,
    });
}

/** Turns a refusal of the rules into a Problem; tags are named in Chinese for the sentence. */
export function refuse(refusal: Refusal | null): void {
  if (!refusal) return;
  const { tagCodes, ...details } = refusal.details ?? {};
  const named = Array.isArray(tagCodes) ? { tags: careTagList(tagCodes) } : {};
  throw new Problem(refusal.code, 409, { ...details, ...named });
}
