import type { ImportCounts } from '#contract/imports/records.ts';
import type { Context } from '#kernel/context.ts';
import type { ImportDefinition, SaveOptions } from './definition.ts';
import { noCounts } from './preview.ts';
import { saveRows } from './save.ts';
import type { ScannedRow } from './scan.ts';
import type { RefusedRow } from './store.ts';

export interface BatchDone {
  counts: ImportCounts;
  refused: RefusedRow[];
}

/** Saves the rows that are ready and gathers the others with their reasons. */
export async function writeBatch(
  context: Context,
  definition: ImportDefinition,
  batch: readonly ScannedRow[],
  options: SaveOptions,
): Promise<BatchDone> {
  const counts = noCounts();
  const refused: RefusedRow[] = [];
  const ready = batch.filter((scanned) => scanned.ready !== null);
  for (const { rowNumber, cells, faults, duplicateOf } of batch.filter((scanned) => scanned.ready === null)) {
    counts[duplicateOf === null ? 'failed' : 'duplicate'] += 1;
    refused.push({ rowNumber, cells, faults });
  }

  const rows = ready.map((scanned) => scanned.ready?.row);
  const results = await saveRows(context, definition, rows, options);
  results.forEach((result, at) => {
    const scanned = ready[at];
    if (!scanned) return;
    if ('outcome' in result) counts[result.outcome] += 1;
    else {
      counts.failed += 1;
      refused.push({ rowNumber: scanned.rowNumber, cells: scanned.cells, faults: [result.fault] });
    }
  });
  return { counts, refused };
}
