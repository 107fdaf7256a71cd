// Set-based writing: one statement for thousands of rows, for set-up and for sheets.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { NewHouseholdRow } from './households.ts';
import type { NewPersonRow } from './persons.ts';
import type { ConsentRow, GuardianshipRow } from './protection.ts';

const rowsAtOnceMax = 2_000;

const householdShape = {
  id: 'uuid',
  area_id: 'uuid',
  area_path: 'text',
  room: 'text',
  room_order: 'text',
  house_use: 'text',
  address: 'text',
  address_grams: 'text[]',
  tags: 'text[]',
  note: 'text',
  registered_at: 'timestamptz',
  updated_at: 'timestamptz',
  updated_by: 'text',
  version: 'integer',
} as const;

const personShape = {
  id: 'uuid',
  name: 'text',
  name_grams: 'text[]',
  sex: 'text',
  born_on: 'date',
  phone_cipher: 'text',
  phone_index: 'text',
  phone_tail_index: 'text',
  id_number_cipher: 'text',
  id_number_index: 'text',
  household_id: 'uuid',
  relation: 'text',
  area_id: 'uuid',
  area_path: 'text',
  address: 'text',
  address_grams: 'text[]',
  care_tags: 'text[]',
  status: 'text',
  registered_at: 'timestamptz',
  updated_at: 'timestamptz',
  updated_by: 'text',
  version: 'integer',
} as const;

const guardianshipShape = {
  id: 'uuid',
  minor_id: 'uuid',
  guardian_id: 'uuid',
  relation: 'text',
  verified_at: 'timestamptz',
  added_at: 'timestamptz',
} as const;

const consentShape = {
  id: 'uuid',
  person_id: 'uuid',
  purpose: 'text',
  way: 'text',
  given_by_id: 'uuid',
  given_at: 'timestamptz',
  recorded_by: 'uuid',
  evidence_file_id: 'uuid',
  evidence_note: 'text',
  notice_version: 'text',
  withdrawn_at: 'timestamptz',
} as const;

export async function insertHouseholds(context: Context, rows: readonly NewHouseholdRow[]): Promise<void> {
  await insertRows(context, 'households', householdShape, rows);
}

export async function insertPersons(context: Context, rows: readonly NewPersonRow[]): Promise<void> {
  await insertRows(context, 'persons', personShape, rows);
}

export async function insertGuardianships(
  context: Context,
  rows: readonly Omit<GuardianshipRow, 'street_id' | 'ended_at'>[],
): Promise<void> {
  await insertRows(context, 'guardianships', guardianshipShape, rows);
}

export async function insertConsents(
  context: Context,
  rows: readonly Omit<ConsentRow, 'street_id' | 'withdrawn_by'>[],
): Promise<void> {
  await insertRows(context, 'consents', consentShape, rows);
}

/** Rows travel as one JSON parameter: no limit on parameters, and one plan for any number. */
async function insertRows(
  context: Context,
  table: 'households' | 'persons' | 'guardianships' | 'consents',
  shape: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(shape);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const typed = sql.join(
    columns.map((column) => sql`${sql.ref(column)} ${sql.raw(shape[column] ?? 'text')}`),
  );
  for (let from = 0; from < rows.length; from += rowsAtOnceMax) {
    const batch = JSON.stringify(rows.slice(from, from + rowsAtOnceMax));
    await sql`
      insert into ${sql.table(table)} (street_id, ${list})
      select ${context.streetId}::bigint, ${list}
      from json_to_recordset(${batch}::json) as planted (${typed})`.execute(context.db);
  }
}
