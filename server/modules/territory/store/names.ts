// SQL of the names of all places, for reading addresses.
import type { Level } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';

export interface NamedPlace {
  areaId: string;
  level: Level;
  name: string;
  aliases: string[];
  path: string;
}

export const namedPlacesMax = 50_000;

export async function namedPlaces(context: Context): Promise<NamedPlace[]> {
  return await context.db
    .selectFrom('areas')
    .where('areas.street_id', '=', context.streetId)
    .where('areas.valid_to', 'is', null)
    .select(['areas.id as areaId', 'areas.level', 'areas.name', 'areas.aliases', 'areas.path'])
    .orderBy('areas.path')
    .limit(namedPlacesMax)
    .execute();
}

/** Empty for a street without places. */
export async function lastChange(context: Context): Promise<string> {
  const row = await context.db
    .selectFrom('areas')
    .where('areas.street_id', '=', context.streetId)
    .select('areas.changed_at')
    .orderBy('areas.changed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.changed_at ?? '';
}
