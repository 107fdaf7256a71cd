// All SQL on what is marked on the sheets.
import type { Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { inAreas } from '#kernel/scope.ts';
import type { AreaResourcesTable } from '../tables.ts';

export type ResourceRow = Selectable<AreaResourcesTable>;
export interface ListedResource extends ResourceRow {
  area_name: string;
}

/** Marks on the sheets at and below a path, by kind and name; at most 2,000. */
export async function resourcesBelow(context: Context, path: string): Promise<ListedResource[]> {
  return await resources(context)
    .where(inAreas('resource.area_path', [path]))
    .where('resource.removed_on', 'is', null)
    .orderBy('resource.kind')
    .orderBy('resource.name')
    .limit(2_000)
    .execute();
}

/** @throws Problem 404 `input.id_unknown`, also for one that was taken off. */
export async function getResource(context: Context, resourceId: string): Promise<ListedResource> {
  const row = await resources(context)
    .where('resource.id', '=', resourceId)
    .where('resource.removed_on', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export type ResourceValues = Pick<
  ResourceRow,
  'kind' | 'name' | 'longitude' | 'latitude' | 'public_phone' | 'note'
>;

export async function insertResource(
  context: Context,
  row: ResourceValues & Pick<ResourceRow, 'id' | 'area_id' | 'area_path'>,
): Promise<void> {
  await context.db
    .insertInto('area_resources')
    .values({
      ...row,
      street_id: context.streetId,
      removed_on: null,
      version: 1,
      changed_at: context.now,
      changed_by: context.actor.displayName,
    })
    .execute();
}

/** False when somebody was faster. */
export async function saveResource(
  context: Context,
  known: { resourceId: string; version: number },
  values: Partial<ResourceValues & Pick<ResourceRow, 'removed_on'>>,
): Promise<boolean> {
  const result = await context.db
    .updateTable('area_resources')
    .set({
      ...values,
      version: known.version + 1,
      changed_at: context.now,
      changed_by: context.actor.displayName,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', known.resourceId)
    .where('version', '=', known.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function resources(context: Context) {
  return context.db
    .selectFrom('area_resources as resource')
    .innerJoin('areas as area', (join) =>
      join.onRef('area.street_id', '=', 'resource.street_id').onRef('area.id', '=', 'resource.area_id'),
    )
    .where('resource.street_id', '=', context.streetId)
    .where('area.street_id', '=', context.streetId)
    .selectAll('resource')
    .select('area.name as area_name');
}
