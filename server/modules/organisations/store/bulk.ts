// Set-based writes: set-up, sheets, and following a moved area.
import { sql } from 'kysely';
import type { OrganisationFacts } from '#contract/organisations/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { phoneColumns } from './contacts.ts';
import { searchGrams } from './organisations.ts';

export interface PlantedOrganisation extends Omit<OrganisationFacts, 'areaId'> {
  organisationId: string;
  areaId: string;
  areaPath: string;
  contacts?: readonly { name: string; duty: string | null; phone: string | null }[];
  areasServed?: readonly { areaId: string; areaPath: string }[];
}

/** Rows of one statement stay below PostgreSQL's 65,535 parameters. */
const rowsPerStatement = 1000;

export async function insertMany(context: Context, planted: readonly PlantedOrganisation[]): Promise<void> {
  const { streetId, now, actor, db } = context;
  for (const part of parts(planted)) {
    await db
      .insertInto('organisations')
      .values(
        part.map((one) => ({
          street_id: streetId,
          id: one.organisationId,
          kind: one.kind,
          name: one.name,
          short_name: one.shortName,
          credit_code: one.creditCode,
          industry: one.industry,
          address: one.address,
          area_id: one.areaId,
          area_path: one.areaPath,
          parent_id: one.parentId,
          council_member: one.councilMember,
          party_member_count: one.partyMemberCount,
          party_organisation: one.partyOrganisation,
          status: 'active' as const,
          search: searchGrams(one.name, one.shortName),
          registered_at: now,
          updated_at: now,
          updated_by: actor.displayName,
          version: 1,
        })),
      )
      .execute();
  }
  const contacts = planted.flatMap((one) =>
    (one.contacts ?? []).map((contact, index) => ({
      street_id: streetId,
      id: context.newId(),
      organisation_id: one.organisationId,
      position: index + 1,
      name: contact.name,
      duty: contact.duty,
      ...phoneColumns(context, contact.phone),
      version: 1,
    })),
  );
  for (const part of parts(contacts)) await db.insertInto('organisation_contacts').values(part).execute();
  const served = planted.flatMap((one) =>
    (one.areasServed ?? []).map((area) => ({
      street_id: streetId,
      organisation_id: one.organisationId,
      area_id: area.areaId,
      area_path: area.areaPath,
    })),
  );
  for (const part of parts(served)) await db.insertInto('organisation_areas').values(part).execute();
}

function parts<T>(rows: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < rows.length; at += rowsPerStatement)
    found.push(rows.slice(at, at + rowsPerStatement));
  return found;
}

const placed = ['organisations', 'organisation_areas', 'premises'] as const;

/** Rewrites the copies of a path after its area was moved in the tree. */
export async function moveSubtree(context: Context, from: string, to: string): Promise<void> {
  for (const table of placed) {
    await context.db
      .updateTable(table)
      .set({ area_path: sql<string>`${to} || substr(area_path, ${from.length + 1}::integer)` })
      .where('street_id', '=', context.streetId)
      .where(sql<boolean>`starts_with(area_path, ${from})`)
      .execute();
  }
}
