// SQL by which people follow their places: a moved or renamed area changes paths and addresses.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { inAreas } from '#kernel/scope.ts';

const tables = [
  'households',
  'persons',
  'minor_access_requests',
  'erasure_requests',
  'correction_requests',
] as const;

/** Replaces the beginning of the path of everything that lies below `fromPath`. */
export async function movePaths(context: Context, fromPath: string, toPath: string): Promise<void> {
  for (const table of tables)
    await sql`
      update ${sql.table(table)}
      set area_path = ${toPath} || substr(area_path, ${fromPath.length + 1}::int)
      where street_id = ${context.streetId} and ${inAreas('area_path', [fromPath])}`.execute(context.db);
}

/** Places below a path where households or persons without household stand; all of them, each once. */
export async function inhabitedAreas(context: Context, path: string): Promise<string[]> {
  const places = (table: 'households' | 'persons') =>
    context.db
      .selectFrom(table)
      .where('street_id', '=', context.streetId)
      .where(inAreas('area_path', [path]))
      .select('area_id')
      .distinct();
  const rows = await places('households').union(places('persons')).execute();
  return rows.map((row) => row.area_id);
}

export async function householdsAt(context: Context, areaIds: readonly string[]) {
  return await context.db
    .selectFrom('households')
    .select(['id', 'area_id', 'room'])
    .where('street_id', '=', context.streetId)
    .where('area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
    .execute();
}

export interface Address {
  id: string;
  address: string;
  address_grams: string[];
}

/** New addresses of households, and of everybody in them. */
export async function setHouseholdAddresses(context: Context, rows: readonly Address[]): Promise<void> {
  if (rows.length === 0) return;
  for (const [table, key] of [
    ['households', 'id'],
    ['persons', 'household_id'],
  ] as const)
    await setAddresses(context, table, key, rows);
}

/** New addresses of people without household, by the place they stand at. */
export async function setPlaceAddresses(context: Context, rows: readonly Address[]): Promise<void> {
  if (rows.length > 0) await setAddresses(context, 'persons', 'area_id', rows);
}

async function setAddresses(
  context: Context,
  table: 'households' | 'persons',
  key: 'id' | 'household_id' | 'area_id',
  rows: readonly Address[],
): Promise<void> {
  const alone = key === 'area_id' ? sql`and household_id is null and status <> 'erased'` : sql``;
  await sql`
    update ${sql.table(table)} as written
    set address = said.address, address_grams = said.address_grams
    from json_to_recordset(${JSON.stringify(rows)}::json) as said (id uuid, address text, address_grams text[])
    where written.street_id = ${context.streetId} and written.${sql.ref(key)} = said.id ${alone}`.execute(
    context.db,
  );
}
