import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ExportStatus } from '#contract/exports/records.ts';
import type { Context } from '#kernel/context.ts';
import { decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import './tables.ts';

export type ExportRow = Selectable<Tables['exports']>;

export async function insertExport(
  { db, streetId }: Context,
  row: Omit<Insertable<Tables['exports']>, 'street_id'>,
): Promise<void> {
  await db
    .insertInto('exports')
    .values({ ...row, street_id: streetId })
    .execute();
}

export async function findExport(
  { db, streetId }: Context,
  exportId: string,
): Promise<ExportRow | undefined> {
  return await db
    .selectFrom('exports')
    .selectAll()
    .where('street_id', '=', streetId)
    .where('id', '=', exportId)
    .executeTakeFirst();
}

/** The same, locked: of two downloads or two decisions at one moment the second sees the first. */
export async function findExportToChange({ db, streetId }: Context, exportId: string) {
  return await db
    .selectFrom('exports')
    .selectAll()
    .where('street_id', '=', streetId)
    .where('id', '=', exportId)
    .forUpdate()
    .executeTakeFirst();
}

export async function changeExport(
  { db, streetId }: Context,
  exportId: string,
  change: Omit<Updateable<Tables['exports']>, 'street_id' | 'id' | 'version'>,
): Promise<void> {
  await db
    .updateTable('exports')
    .set((set) => ({ ...change, version: set('version', '+', 1) }))
    .where('street_id', '=', streetId)
    .where('id', '=', exportId)
    .execute();
}

interface Paging {
  cursor?: string | undefined;
  limit: number;
}

export async function listOwnExports(
  context: Context,
  filter: Paging & { status?: ExportStatus | undefined },
) {
  let query = newestFirst(context, filter).where('requested_by', '=', context.actor.accountId ?? '');
  if (filter.status) query = query.where('status', '=', filter.status);
  return await query.execute();
}

/** Unmasked exports of other people inside the areas for which the viewer may consent. */
export async function listExportsToDecide(context: Context, filter: Paging & { decided: boolean }) {
  const query = newestFirst(context, filter)
    .where('masked', '=', false)
    .where('requested_by', '<>', context.actor.accountId ?? '')
    .where(inAreas('area_path', areasWith(context.actor, 'export.approve')));
  return await query.where('status', filter.decided ? '<>' : '=', 'waiting').execute();
}

function newestFirst({ db, streetId }: Context, { cursor, limit }: Paging) {
  const [before] = decodeCursor(cursor, 1) ?? [];
  const query = db
    .selectFrom('exports')
    .selectAll()
    .where('street_id', '=', streetId)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  return before ? query.where('id', '<', String(before)) : query;
}
