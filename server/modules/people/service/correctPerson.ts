import type { InputOf } from '#contract/define.ts';
import type { correctPerson } from '#contract/people/endpoints.ts';
import { personCorrected, personMoved } from '#contract/people/events.ts';
import type { PersonRecord } from '#contract/people/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { birthdayOf } from '#kernel/mask/identityNumber.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { mayCorrectPerson } from '../policy.ts';
import { changedFields, childFault, personFault, storedTags } from '../rules.ts';
import { idNumberColumns, nameColumns, phoneColumns } from '../store/columns.ts';
import { findHousehold } from '../store/households.ts';
import { getPerson, type PersonRow, savePerson } from '../store/persons.ts';
import { guardianshipsOf } from '../store/protection.ts';
import { clearValues } from '../view.ts';
import { personFacts, viewPerson } from './personRecord.ts';
import { placeFor, refuse } from './persons.ts';
import { stalePerson } from './stale.ts';

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
