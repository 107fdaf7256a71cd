import type { OrganisationKind } from '#contract/organisations/kinds.ts';
import { dutyWord, organisationProblems } from '#contract/organisations/words.ts';
import type { Context } from '#kernel/context.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import type { ImportDefinition } from '#kernel/imports/definition.ts';
import type { Module } from '#kernel/module.ts';
import { organisationsOut } from './exports.ts';
import { organisationsIn } from './imports.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { dutyContacts } from './store/contacts.ts';
import { activeNamed, findActiveAt, findOrganisationRow, namesOf } from './store/organisations.ts';
import { placesOf } from './store/places.ts';
import { serving } from './store/served.ts';

export const organisationsModule: Module = {
  name: 'organisations',
  routes,
  reactions,
  imports: [organisationsIn as ImportDefinition],
  exports: [organisationsOut as ExportDefinition],
  problems: organisationProblems,
};

export { plantOrganisations } from './service/plant.ts';
export type { PlantedOrganisation } from './store/bulk.ts';

export interface OrganisationFact {
  organisationId: string;
  kind: string;
  name: string;
  shortName: string | null;
  areaId: string;
  areaPath: string;
  active: boolean;
}

/** An organisation of this street, whoever asks; the caller has checked the right. */
export async function findOrganisation(
  context: Context,
  organisationId: string,
): Promise<OrganisationFact | null> {
  const row = await findOrganisationRow(context, organisationId);
  if (!row) return null;
  return {
    organisationId: row.id,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    areaId: row.area_id,
    areaPath: row.area_path,
    active: row.status === 'active',
  };
}

/** Names by id; an unknown id is left out. */
export async function organisationNames(
  context: Context,
  organisationIds: readonly string[],
): Promise<Map<string, string>> {
  return await namesOf(context, organisationIds);
}

export interface OrganisationPlace {
  name: string;
  address: string | null;
  areaId: string;
  areaPath: string;
}

/** What stands on the door, by id: short name where there is one, address, place; an unknown id is left out. */
export async function organisationPlaces(
  context: Context,
  organisationIds: readonly string[],
): Promise<Map<string, OrganisationPlace>> {
  const rows = await placesOf(context, organisationIds);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.short_name ?? row.name,
        address: row.address,
        areaId: row.area_id,
        areaPath: row.area_path,
      },
    ]),
  );
}

export interface ServingOrganisation {
  organisationId: string;
  name: string;
  shortName: string | null;
}

/** The property company of a place: of several, the one that serves the smallest area around it. */
export async function propertyServing(
  context: Context,
  areaPath: string,
): Promise<ServingOrganisation | null> {
  const [nearest] = await serving(context, 'property_company', areaPath);
  return nearest ? { organisationId: nearest.id, name: nearest.name, shortName: nearest.short_name } : null;
}

/** What people write, a full or a short name → the organisation; a name that two bear goes to the older one. */
export async function organisationsNamed(
  context: Context,
  names: readonly string[],
): Promise<Map<string, ServingOrganisation>> {
  const found = new Map<string, ServingOrganisation>();
  for (const { id, name, short_name: shortName } of await activeNamed(context, names))
    for (const written of [name, shortName])
      if (written && !found.has(written)) found.set(written, { organisationId: id, name, shortName });
  return found;
}

/** The active organisation of a kind that sits at an area, as the office of a community does; the oldest of several. */
export async function findOrganisationOf(
  context: Context,
  kind: OrganisationKind,
  areaId: string,
): Promise<ServingOrganisation | null> {
  const row = await findActiveAt(context, kind, areaId);
  return row ? { organisationId: row.id, name: row.name, shortName: row.short_name } : null;
}

/** Organisation → phone of its duty desk in the clear; one without a desk is missing. No other contact leaves here. */
export async function dutyPhones(
  context: Context,
  organisationIds: readonly string[],
): Promise<Map<string, string>> {
  const contacts = await dutyContacts(context, organisationIds, dutyWord);
  return new Map(
    contacts.flatMap((contact) =>
      contact.phone_cipher
        ? [[contact.organisation_id, context.services.crypto.decrypt(contact.phone_cipher)] as const]
        : [],
    ),
  );
}
