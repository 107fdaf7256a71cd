// Which estates and grids an organisation serves.
import { type SqlBool, sql } from 'kysely';
import type { OrganisationKind } from '#contract/organisations/kinds.ts';
import type { Context } from '#kernel/context.ts';

export async function areasServedBy(context: Context, organisationId: string) {
  return await context.db
    .selectFrom('organisation_areas')
    .select(['area_id', 'area_path'])
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .orderBy('area_path')
    .execute();
}

export async function replaceAreasServed(
  context: Context,
  organisationId: string,
  areas: readonly { areaId: string; path: string }[],
): Promise<void> {
  await context.db
    .deleteFrom('organisation_areas')
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .execute();
  if (areas.length === 0) return;
  await context.db
    .insertInto('organisation_areas')
    .values(
      areas.map((area) => ({
        street_id: context.streetId,
        organisation_id: organisationId,
        area_id: area.areaId,
        area_path: area.path,
      })),
    )
    .execute();
}

/** Active organisations of a kind that serve the place, the one of the smallest area first. */
export async function serving(context: Context, kind: OrganisationKind, areaPath: string) {
  return await context.db
    .selectFrom('organisation_areas as served')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.street_id', '=', 'served.street_id').onRef('o.id', '=', 'served.organisation_id'),
    )
    .select(['o.id', 'o.name', 'o.short_name', 'served.area_path'])
    .where('served.street_id', '=', context.streetId)
    .where('o.street_id', '=', context.streetId)
    .where('o.kind', '=', kind)
    .where('o.status', '=', 'active')
    .where(sql<SqlBool>`starts_with(${areaPath}, served.area_path)`)
    .orderBy(sql`length(served.area_path)`, 'desc')
    .orderBy('o.name')
    .execute();
}
