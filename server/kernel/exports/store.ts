import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ExportStatus } from '#contract/exports/records.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
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

export interface OwnFilter {
  status?: ExportStatus | undefined;
}

export const listOwnExports = (context: Context, filter: OwnFilter & Paging) =>
  newestFirst(own(context, filter), filter);
export const countOwnExports = (context: Context, filter: OwnFilter) => count(own(context, filter));

/** Unmasked exports of other people inside the areas for which the viewer may consent. */
export const listExportsToDecide = (context: Context, filter: { decided: boolean } & Paging) =>
  newestFirst(toDecide(context, filter), filter);
export const countExportsToDecide = (context: Context, filter: { decided: boolean }) =>
  count(toDecide(context, filter));

function own({ db, streetId, actor }: Context, { status }: OwnFilter) {
  const query = db
    .selectFrom('exports')
    .where('street_id', '=', streetId)
    .where('requested_by', '=', actor.accountId ?? '');
  return status ? query.where('status', '=', status) : query;
}

function toDecide({ db, streetId, actor }: Context, { decided }: { decided: boolean }) {
  return db
    .selectFrom('exports')
    .where('street_id', '=', streetId)
    .where('masked', '=', false)
    .where('requested_by', '<>', actor.accountId ?? '')
    .where('status', decided ? '<>' : '=', 'waiting')
    .where(inAreas('area_path', areasWith(actor, 'export.approve')));
}

type Chosen = ReturnType<typeof own>;

async function newestFirst(chosen: Chosen, { cursor, limit }: Paging): Promise<ExportRow[]> {
  const [before] = decodeCursor(cursor, 1) ?? [];
  const query = chosen
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  return await (before ? query.where('id', '<', String(before)) : query).execute();
}

/** Stops counting one past `countMax`. */
async function count(chosen: Chosen): Promise<number> {
  const rows = await chosen
    .select('id')
    .limit(countMax + 1)
    .execute();
  return rows.length;
}
