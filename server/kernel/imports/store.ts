import type { Selectable } from 'kysely';
import type { ImportCounts, ImportStatus } from '#contract/imports/records.ts';
import type { Context } from '#kernel/context.ts';
import { countMax } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import type { CellFault } from './rows.ts';
import './tables.ts';

export type ImportRow = Selectable<Tables['imports']>;

/** A row that was not taken, as it stands in the result file. */
export interface RefusedRow {
  rowNumber: number;
  cells: Record<string, string>;
  faults: CellFault[];
}

/** Within the viewer's reach: uploaded by the viewer, or below a post that carries the permission. */
export async function getImport(context: Context, importId: string): Promise<ImportRow> {
  const row = await reachable(context).selectAll().where('id', '=', importId).executeTakeFirst();
  if (!row) throw new Problem('import.not_found', 404);
  return row;
}

/** The same, locked for the rest of the transaction: two people press the same button. */
export async function lockImport(context: Context, importId: string): Promise<ImportRow> {
  const row = await reachable(context).selectAll().where('id', '=', importId).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('import.not_found', 404);
  return row;
}

interface ImportFilter {
  register?: string | undefined;
  status?: ImportStatus | undefined;
}

export async function listImports(
  context: Context,
  filter: ImportFilter & { before: string | undefined; limit: number },
): Promise<ImportRow[]> {
  const query = filtered(context, filter).selectAll().orderBy('id', 'desc').limit(filter.limit);
  return await (filter.before ? query.where('id', '<', filter.before) : query).execute();
}

/** How many the list holds; stops counting one past `countMax`. */
export async function countImports(context: Context, filter: ImportFilter): Promise<number> {
  const rows = await filtered(context, filter)
    .select('id')
    .limit(countMax + 1)
    .execute();
  return rows.length;
}

function filtered(context: Context, { register, status }: ImportFilter) {
  let query = reachable(context);
  if (register) query = query.where('register', '=', register);
  return status ? query.where('status', '=', status) : query;
}

function reachable({ db, streetId, actor }: Context) {
  return db
    .selectFrom('imports')
    .where('street_id', '=', streetId)
    .where((where) =>
      where.or([
        where('uploaded_by', '=', actor.accountId ?? ''),
        inAreas('area_path', areasWith(actor, 'data.import')),
      ]),
    );
}

export async function insertImport(
  context: Context,
  row: Omit<ImportRow, 'street_id' | 'sheets' | 'headers' | 'mapping' | 'actor'> &
    Record<'sheets' | 'headers', string[]> & { mapping: Record<string, number> },
): Promise<void> {
  await context.db
    .insertInto('imports')
    .values({
      ...row,
      street_id: context.streetId,
      sheets: JSON.stringify(row.sheets),
      headers: JSON.stringify(row.headers),
      mapping: JSON.stringify(row.mapping),
      actor: null,
    })
    .execute();
}

export async function changeImport(
  { db, streetId }: Context,
  importId: string,
  change: Partial<Omit<ImportRow, 'street_id' | 'id' | 'version'>>,
): Promise<void> {
  const { sheets, headers, mapping, actor, ...plain } = change;
  await db
    .updateTable('imports')
    .set((set) => ({
      ...plain,
      ...(sheets && { sheets: JSON.stringify(sheets) }),
      ...(headers && { headers: JSON.stringify(headers) }),
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      ...(actor && { actor: JSON.stringify(actor) }),
      version: set('version', '+', 1),
    }))
    .where('street_id', '=', streetId)
    .where('id', '=', importId)
    .execute();
}

/** An import of the same register that has taken the same bytes, if any. */
export async function findSameFile(
  { db, streetId }: Context,
  row: Pick<ImportRow, 'id' | 'register' | 'file_digest'>,
) {
  return await db
    .selectFrom('imports')
    .select(['id', 'finished_at'])
    .where('street_id', '=', streetId)
    .where('register', '=', row.register)
    .where('file_digest', '=', row.file_digest)
    .where('status', '=', 'finished')
    .where('id', '<>', row.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function findMapping({ db, streetId }: Context, register: string, headerDigest: string) {
  const row = await db
    .selectFrom('import_mappings')
    .select('mapping')
    .where('street_id', '=', streetId)
    .where('register', '=', register)
    .where('header_digest', '=', headerDigest)
    .executeTakeFirst();
  return row?.mapping ?? null;
}

export async function rememberMapping(
  { db, streetId, now }: Context,
  register: string,
  headerDigest: string,
  mapping: Record<string, number>,
): Promise<void> {
  const text = JSON.stringify(mapping);
  await db
    .insertInto('import_mappings')
    .values({ street_id: streetId, register, header_digest: headerDigest, mapping: text, used_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'register', 'header_digest'])
        .doUpdateSet({ mapping: text, used_at: now }),
    )
    .execute();
}

/**
 * Moves the import on by one batch, in the batch's transaction. False where the lease has been lost: another
 * process has taken over or a person has stopped it, and this batch must not be kept.
 */
export async function advanceImport(
  { db, streetId }: Context,
  importId: string,
  lease: { token: string; until: Date },
  step: { nextRow: number; counts: ImportCounts },
): Promise<boolean> {
  const { counts } = step;
  const result = await db
    .updateTable('imports')
    .set((set) => ({
      next_row: step.nextRow,
      lease_until: lease.until,
      created: set('created', '+', counts.created),
      updated: set('updated', '+', counts.updated),
      unchanged: set('unchanged', '+', counts.unchanged),
      duplicate: set('duplicate', '+', counts.duplicate),
      failed: set('failed', '+', counts.failed),
    }))
    .where('street_id', '=', streetId)
    .where('id', '=', importId)
    .where('status', '=', 'running')
    .where('lease_token', '=', lease.token)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertRefusedRows(
  context: Context,
  importId: string,
  rows: readonly RefusedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const { db, streetId, services } = context;
  await db
    .insertInto('import_errors')
    .values(
      rows.map(({ rowNumber, cells, faults }) => ({
        street_id: streetId,
        import_id: importId,
        row_number: rowNumber,
        code: faults[0]?.code ?? '',
        column_key: faults[0]?.column ?? null,
        sealed: services.crypto.encrypt(JSON.stringify({ cells, faults })),
      })),
    )
    .execute();
}

/** Refused rows in the order of the file, drawn a thousand at a time. */
export async function* readRefusedRows(context: Context, importId: string): AsyncGenerator<RefusedRow> {
  const { db, streetId, services } = context;
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('import_errors')
      .select(['row_number', 'sealed'])
      .where('street_id', '=', streetId)
      .where('import_id', '=', importId)
      .where('row_number', '>', after)
      .orderBy('row_number')
      .limit(1_000)
      .execute();
    for (const row of rows) {
      yield { rowNumber: row.row_number, ...JSON.parse(services.crypto.decrypt(row.sealed)) };
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.row_number;
  }
}
