// Set-based insertion: one statement for a thousand areas, so that a street stands in a second.
import { sql } from 'kysely';
import { rankOf } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';
import type { AreaRow, NewArea } from './areas.ts';

const rowsAtOnceMax = 2_000;

export async function insertAreas(context: Context, rows: readonly NewArea[]): Promise<void> {
  const stamp = { version: 1, changed_at: context.now.toISOString(), changed_by: context.actor.displayName };
  for (let from = 0; from < rows.length; from += rowsAtOnceMax) {
    const batch = rows.slice(from, from + rowsAtOnceMax).map((row) => ({
      ...row,
      ...stamp,
      street_id: context.streetId,
      level_rank: rankOf(row.level),
    }));
    await sql`
      insert into areas (street_id, id, level, level_rank, kind, code, name, aliases, parent_id, path, grid_type,
        households_declared, note, valid_from, valid_to, version, changed_at, changed_by)
      select street_id, id, level, level_rank, kind, code, name, aliases, parent_id, path, grid_type,
        households_declared, note, valid_from, valid_to, version, changed_at, changed_by
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as planted (
        street_id bigint, id uuid, level text, level_rank smallint, kind text, code text, name text,
        aliases text[], parent_id uuid, path text, grid_type text, households_declared integer, note text,
        valid_from date, valid_to date, version integer, changed_at timestamptz, changed_by text)`.execute(
      context.db,
    );
  }
}

export async function insertArea(context: Context, row: NewArea): Promise<AreaRow> {
  return await context.db
    .insertInto('areas')
    .values({
      ...row,
      street_id: context.streetId,
      level_rank: rankOf(row.level),
      version: 1,
      changed_at: context.now,
      changed_by: context.actor.displayName,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function saveGridTypes(
  context: Context,
  gridTypes: readonly { code: string; label: string; color: string }[],
): Promise<void> {
  if (gridTypes.length === 0) return;
  await context.db
    .insertInto('grid_types')
    .values(gridTypes.map((type, position) => ({ ...type, position, street_id: context.streetId })))
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'code']).doUpdateSet((eb) => ({
        label: eb.ref('excluded.label'),
        color: eb.ref('excluded.color'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute();
}
