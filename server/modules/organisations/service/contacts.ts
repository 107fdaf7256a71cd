import type { InputOf } from '#contract/define.ts';
import type {
  addContact as addEndpoint,
  changeContact as changeEndpoint,
  removeContact as removeEndpoint,
  revealContact as revealEndpoint,
} from '#contract/organisations/endpoints.ts';
import {
  contactAdded,
  contactChanged,
  contactRemoved,
  contactRevealed,
} from '#contract/organisations/events.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { mayRevealContact } from '../policy.ts';
import {
  deleteContact,
  getContactRow,
  insertContact,
  phoneColumns,
  updateContact,
} from '../store/contacts.ts';
import { areasServedBy } from '../store/served.ts';
import { viewContact } from '../view.ts';
import { allowed, loadEditable, loadReadable } from './load.ts';

export async function addContact(context: Context, input: InputOf<typeof addEndpoint>) {
  const row = await loadEditable(context, input.organisationId);
  allowed(row, 'edit');

  const contact = await insertContact(context, row.id, {
    name: input.name,
    duty: input.duty,
    ...phoneColumns(context, input.phone),
  });
  await announce(context, row, contactAdded.name, { contactId: contact.id });
  return viewContact(context, contact);
}

export async function changeContact(context: Context, input: InputOf<typeof changeEndpoint>) {
  const row = await loadEditable(context, input.organisationId);
  allowed(row, 'edit');
  const contact = await getContactRow(context, row.id, input.contactId);

  const written = await updateContact(context, contact, input.version, {
    ...(input.name !== undefined ? { name: input.name } : {}),
    ...(input.duty !== undefined ? { duty: input.duty } : {}),
    ...(input.phone !== undefined ? phoneColumns(context, input.phone) : {}),
  });
  if (!written)
    throw new Problem('version.stale', 409, { current: viewContact(context, contact), changes: [] });
  const fields = (['name', 'duty', 'phone'] as const).filter((field) => input[field] !== undefined);
  await announce(context, row, contactChanged.name, { contactId: contact.id, fields });
  return viewContact(context, await getContactRow(context, row.id, contact.id));
}

export async function removeContact(context: Context, input: InputOf<typeof removeEndpoint>) {
  const row = await loadEditable(context, input.organisationId);
  const contact = await getContactRow(context, row.id, input.contactId);

  await deleteContact(context, contact.id);
  await announce(context, row, contactRemoved.name, { contactId: contact.id });
  return { done: true as const };
}

/** Clear values once, for a purpose that stays in the trail. */
export async function revealContact(context: Context, input: InputOf<typeof revealEndpoint>) {
  const row = await loadReadable(context, input.organisationId);
  const served = (await areasServedBy(context, row.id)).map((area) => area.area_path);
  if (!mayRevealContact(context.actor, row, served))
    throw new Problem('organisation.reveal_not_allowed', 403, { areaId: row.area_id });
  const contact = await getContactRow(context, row.id, input.contactId);

  await announce(context, row, contactRevealed.name, { contactId: contact.id, purpose: input.purpose });
  const { crypto } = context.services;
  return { name: contact.name, phone: contact.phone_cipher ? crypto.decrypt(contact.phone_cipher) : null };
}

async function announce(
  context: Context,
  row: { id: string; area_path: string },
  name: string,
  data: Record<string, unknown>,
): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'organisations', id: row.id },
    areaPath: row.area_path,
    data,
  });
}
