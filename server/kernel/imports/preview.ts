import type { ImportCounts, ImportPreview, PreviewRow } from '#contract/imports/records.ts';
import type { Context } from '#kernel/context.ts';
import { maskAddress, maskIdNumber, maskName, maskPhone } from '#kernel/mask/mask.ts';
import { postsWith } from '#kernel/scope.ts';
import type { ImportDefinition } from './definition.ts';
import type { CellFault } from './rows.ts';
import { saveRows, tryOut } from './save.ts';
import { type ScannedRow, scanRows } from './scan.ts';
import { openSource } from './source.ts';
import type { ImportRow } from './store.ts';

const rowsShown = 20;
/** Beyond the first rows, this many with faults are shown too: they are what a person looks for. */
const faultyRowsShown = 20;
const rowsTried = 400;

export const noCounts = (): ImportCounts => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  duplicate: 0,
  failed: 0,
});

interface Shown {
  scanned: ScannedRow;
  faults: CellFault[];
  outcome: PreviewRow['outcome'];
}

/** Reads the whole file, tries its first rows out and takes them back. Writes nothing but the answer. */
export async function previewRows(
  context: Context,
  definition: ImportDefinition,
  row: ImportRow,
): Promise<Omit<ImportPreview, 'import'> & { rowsTotal: number }> {
  const counts = noCounts();
  const shown: Shown[] = [];
  const ready: Shown[] = [];
  let rowsTotal = 0;
  const opened = await openSource(context.services, row.file_key, row.file_name);
  try {
    for await (const scanned of scanRows(definition, row, opened)) {
      rowsTotal += 1;
      const item = judged(scanned);
      if (item.outcome === 'failed' || item.outcome === 'duplicate') counts[item.outcome] += 1;
      else if (ready.length < rowsTried) ready.push(item);
      if (rowsTotal <= rowsShown || (item.faults.length > 0 && shown.length < rowsShown + faultyRowsShown)) {
        shown.push(item);
      }
    }
  } finally {
    await opened.close();
  }
  await tryRows(context, definition, row, ready, counts);
  return {
    rows: shown.map((item) => viewRow(context, definition, item)),
    counts,
    triedRows: ready.length,
    rowsTotal,
  };
}

function judged(scanned: ScannedRow): Shown {
  const refused = scanned.duplicateOf === null ? 'failed' : 'duplicate';
  return { scanned, faults: scanned.faults, outcome: scanned.ready ? 'unchanged' : refused };
}

async function tryRows(
  context: Context,
  definition: ImportDefinition,
  { mode }: ImportRow,
  ready: Shown[],
  counts: ImportCounts,
): Promise<void> {
  const rows = ready.map(({ scanned }) => scanned.ready?.row);
  const results = await tryOut(context, () => saveRows(context, definition, rows, { mode }));
  results.forEach((result, at) => {
    const item = ready[at];
    if (!item) return;
    if ('fault' in result) item.faults = [result.fault];
    item.outcome = 'fault' in result ? 'failed' : result.outcome;
    counts[item.outcome] += 1;
  });
}

const masks = { name: maskName, phone: maskPhone, id_number: maskIdNumber, address: maskAddress };

function viewRow(
  context: Context,
  definition: ImportDefinition,
  { scanned, faults, outcome }: Shown,
): PreviewRow {
  const plain = postsWith(context.actor, 'person.reveal').length > 0;
  const atFault = new Set(faults.map(({ column }) => column));
  const cells = definition.columns.flatMap(({ key, mask }) => {
    const cell = scanned.cells[key];
    if (cell === undefined) return [];
    // A cell at fault is shown as it is: masked, nobody could mend it.
    return [[key, mask && !plain && !atFault.has(key) ? masks[mask](cell) : cell]];
  });
  return {
    rowNumber: scanned.rowNumber,
    cells: Object.fromEntries(cells),
    faults: shownFaults(context, faults),
    outcome,
  };
}

export const shownFaults = ({ services }: Context, faults: readonly CellFault[]) =>
  faults.map(({ column, code, details }) => ({ column, code, sentence: services.sentence(code, details) }));
