import type { ImportRecord } from '#contract/imports/records.ts';
import type { Context } from '#kernel/context.ts';
import type { ImportDefinition } from './definition.ts';
import { findSameFile, type ImportRow } from './store.ts';

/** What a viewer sees of an import; only the uploader goes on with it, since it holds what was typed. */
export async function viewImport(
  context: Context,
  definition: ImportDefinition,
  row: ImportRow,
): Promise<ImportRecord> {
  const sameFile = row.status === 'finished' ? undefined : await findSameFile(context, row);
  const { created, updated, unchanged, duplicate, failed } = row;
  return {
    importId: row.id,
    register: row.register,
    title: definition.title,
    fileName: row.file_name,
    status: row.status,
    mode: row.mode,
    sheets: row.sheets,
    sheet: row.sheet,
    headerRow: row.header_row,
    headers: row.headers,
    mapping: row.mapping,
    remembered: row.remembered,
    missing: missingColumns(definition, row.mapping).map(({ key }) => key),
    rowsTotal: row.rows_total,
    rowsDone: created + updated + unchanged + duplicate + failed,
    counts: { created, updated, unchanged, duplicate, failed },
    fault: row.fault,
    sameFileAs: sameFile?.finished_at ? { importId: sameFile.id, at: sameFile.finished_at } : null,
    byName: row.uploaded_by_name,
    at: row.uploaded_at,
    finishedAt: row.finished_at,
    version: row.version,
    can: canDo(context, definition, row),
  };
}

export const missingColumns = (definition: ImportDefinition, mapping: Readonly<Record<string, number>>) =>
  definition.columns.filter(({ key, required }) => required && mapping[key] === undefined);

/** What this viewer may do next, or why not: also asked by the services before they do it. */
export function canDo({ actor }: Context, definition: ImportDefinition, row: ImportRow): ImportRecord['can'] {
  if (row.uploaded_by !== actor.accountId) {
    const reason = 'import.not_yours';
    return {
      map: reason,
      preview: reason,
      run: reason,
      stop: row.status === 'running' ? true : 'import.not_running',
      result: reason,
    };
  }
  const isRunning = row.status === 'running';
  const settled = row.status === 'finished' ? 'import.finished' : isRunning ? 'import.running' : null;
  const mapped = row.header_row !== null && missingColumns(definition, row.mapping).length === 0;
  const next =
    settled ?? (row.file_key === null ? 'import.file_gone' : mapped ? true : 'import.columns_missing');
  // Once rows are written, another mapping would make one file mean two things.
  const started = row.next_row > 0 && !isRunning && settled === null ? 'import.started' : null;
  return {
    map: settled ?? started ?? true,
    preview: started ?? next,
    run: next,
    stop: isRunning ? true : 'import.not_running',
    result: row.failed + row.duplicate > 0 ? true : 'import.nothing_failed',
  };
}
