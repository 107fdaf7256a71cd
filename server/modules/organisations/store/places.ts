// What stands on the door of an organisation, for many at once.
import type { Context } from '#kernel/context.ts';

export async function placesOf(context: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return await context.db
    .selectFrom('organisations')
    .select(['id', 'name', 'short_name', 'address', 'area_id', 'area_path'])
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
}
