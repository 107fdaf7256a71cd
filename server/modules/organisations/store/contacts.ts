// Contacts of organisations; the phone is stored encrypted with a blind index beside it.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';

export type ContactRow = Awaited<ReturnType<typeof getContactRow>>;

export async function contactsOf(context: Context, organisationId: string) {
  return await context.db
    .selectFrom('organisation_contacts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** First contact of each organisation of a list. */
export async function firstContacts(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, ContactRow>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('organisation_contacts')
    .selectAll()
    .distinctOn('organisation_id')
    .where('street_id', '=', context.streetId)
    .where('organisation_id', 'in', [...ids])
    .orderBy('organisation_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, row]));
}

/** First contact of each organisation whose duty contains the word. */
export async function dutyContacts(
  context: Context,
  ids: readonly string[],
  word: string,
): Promise<ContactRow[]> {
  if (ids.length === 0) return [];
  return await context.db
    .selectFrom('organisation_contacts')
    .selectAll()
    .distinctOn('organisation_id')
    .where('street_id', '=', context.streetId)
    .where('organisation_id', 'in', [...ids])
    .where('duty', 'like', `%${word}%`)
    .where('phone_cipher', 'is not', null)
    .orderBy('organisation_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** @throws Problem 404 `input.id_unknown` */
export async function getContactRow(context: Context, organisationId: string, contactId: string) {
  const row = await context.db
    .selectFrom('organisation_contacts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export interface ContactColumns {
  name: string;
  duty: string | null;
  phone_cipher: string | null;
  phone_index: string | null;
}

/** Columns of a phone: cipher text and the index it is found by. */
export function phoneColumns(context: Context, phone: string | null) {
  const { crypto } = context.services;
  return phone === null
    ? { phone_cipher: null, phone_index: null }
    : {
        phone_cipher: crypto.encrypt(phone),
        phone_index: crypto.blindIndex('organisation_contacts.phone', phone),
      };
}

export async function insertContact(
  context: Context,
  organisationId: string,
  columns: ContactColumns,
): Promise<ContactRow> {
  const id = context.newId();
  await sql`
    insert into organisation_contacts
      (street_id, id, organisation_id, position, name, duty, phone_cipher, phone_index, version)
    select ${context.streetId}, ${id}, ${organisationId}, coalesce(max(position), 0) + 1,
      ${columns.name}, ${columns.duty}, ${columns.phone_cipher}, ${columns.phone_index}, 1
    from organisation_contacts
    where street_id = ${context.streetId} and organisation_id = ${organisationId}`.execute(context.db);
  return await getContactRow(context, organisationId, id);
}

export async function updateContact(
  context: Context,
  contact: ContactRow,
  version: number,
  columns: Partial<ContactColumns>,
): Promise<boolean> {
  const written = await context.db
    .updateTable('organisation_contacts')
    .set({ ...columns, version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', contact.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

export async function deleteContact(context: Context, contactId: string): Promise<void> {
  await context.db
    .deleteFrom('organisation_contacts')
    .where('street_id', '=', context.streetId)
    .where('id', '=', contactId)
    .execute();
}
