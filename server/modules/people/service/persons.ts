import type { InputOf } from '#contract/define.ts';
import type {
  getPerson as getPersonEndpoint,
  listPersons,
  NewPerson,
  registerPerson,
} from '#contract/people/endpoints.ts';
import { personRegistered } from '#contract/people/events.ts';
import type { PersonRecord } from '#contract/people/records.ts';
import { careTagList } from '#contract/people/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { birthdayOf, sexOf } from '#kernel/mask/identityNumber.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { getArea } from '#modules/territory/index.ts';
import { getDoor } from '../places.ts';
import { childFault, hasEvidence, isMinor, personFault, type Refusal, storedTags } from '../rules.ts';
import { addressColumns, idNumberColumns, nameColumns, phoneColumns } from '../store/columns.ts';
import { getHousehold } from '../store/households.ts';
import { findPerson, getPerson, insertPerson, listPersonRows, type PersonRow } from '../store/persons.ts';
import { viewPersonRow } from '../view.ts';
import { appointGuardian, recordChildConsent } from './guardians.ts';
import { viewPerson } from './personRecord.ts';

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
export async function placeFor(
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

/** Turns a refusal of the rules into a Problem; tags are named in Chinese for the sentence. */
export function refuse(refusal: Refusal | null): void {
  if (!refusal) return;
  const { tagCodes, ...details } = refusal.details ?? {};
  const named = Array.isArray(tagCodes) ? { tags: careTagList(tagCodes) } : {};
  throw new Problem(refusal.code, 409, { ...details, ...named });
}
