// How people leave the server: masked for everybody, with what the viewer may do.
import type {
  HouseholdRow as HouseholdLine,
  PersonRow as PersonLine,
  TrustedContact,
} from '#contract/people/records.ts';
import { ageOn, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { maskAddress, maskIdNumber, maskName, maskPhone } from '#kernel/mask/mask.ts';
import { seesHouseholdTags } from './policy.ts';
import { isMinor, shownTags } from './rules.ts';
import type { HouseholdRow } from './store/households.ts';
import type { PersonRow } from './store/persons.ts';

export function viewPersonRow(context: Context, row: PersonRow): PersonLine {
  const today = dayOf(context.now);
  const age = ageOn(today, row.born_on);
  return {
    personId: row.id,
    name: maskName(row.name),
    phone: maskedPhone(context, row),
    sex: row.sex,
    age,
    minor: isMinor(today, row.born_on),
    relation: row.relation,
    careTags: shownTags(row.care_tags, age),
    householdId: row.household_id,
    areaId: row.area_id,
    address: maskAddress(row.address),
    status: row.status,
  };
}

export function maskedPhone(context: Context, row: PersonRow): string | null {
  return row.phone_cipher === null ? null : maskPhone(context.services.crypto.decrypt(row.phone_cipher));
}

export function maskedIdNumber(context: Context, row: PersonRow): string | null {
  return row.id_number_cipher === null
    ? null
    : maskIdNumber(context.services.crypto.decrypt(row.id_number_cipher));
}

/** Values in the clear, for the person, or after a reveal was logged. */
export function clearValues(context: Context, row: PersonRow) {
  const { crypto } = context.services;
  return {
    name: row.name,
    phone: row.phone_cipher === null ? null : crypto.decrypt(row.phone_cipher),
    idNumber: row.id_number_cipher === null ? null : crypto.decrypt(row.id_number_cipher),
    bornOn: row.born_on,
    address: row.address,
  };
}

/** One line of the list of households, from the household and its people. */
export function viewHouseholdRow(
  context: Context,
  row: HouseholdRow,
  members: readonly PersonRow[],
): HouseholdLine {
  const lines = members.map((member) => viewPersonRow(context, member));
  const head = lines.find((line) => line.relation === 'head');
  return {
    householdId: row.id,
    areaId: row.area_id,
    areaPath: row.area_path,
    address: row.address,
    room: row.room,
    houseUse: row.house_use,
    tags: seesHouseholdTags(context.actor, row.area_path) ? row.tags : null,
    memberCount: lines.length,
    careTags: [...new Set(lines.flatMap((line) => line.careTags))],
    minors: lines.filter((line) => line.minor).length,
    headName: head?.name ?? null,
    headId: head?.personId ?? null,
    headPhone: head?.phone ?? null,
    leftAt: row.left_at,
  };
}

export function viewTrustedContact(line: HouseholdLine): TrustedContact {
  return {
    householdId: line.householdId,
    areaId: line.areaId,
    address: line.address,
    tags: line.tags ?? [],
    personId: line.headId,
    name: line.headName,
    phone: line.headPhone,
  };
}
