import { importSheetWords as words } from '#contract/imports/words.ts';
import type { Context } from '#kernel/context.ts';
import type { Download } from '#kernel/module.ts';
import { shanghaiMinute, xlsxType } from '#kernel/sheets/shanghai.ts';
import type { WrittenColumn, WrittenRow } from '#kernel/sheets/sheet.ts';
import { sheetStream } from '#kernel/sheets/write.ts';
import { fill } from '#kernel/words.ts';
import type { ImportDefinition } from './definition.ts';
import { shownFaults } from './preview.ts';
import type { Registers } from './registers.ts';
import { otherColumns, otherKey } from './rows.ts';
import { requireStep } from './steps.ts';
import { getImport, readRefusedRows } from './store.ts';

/** The rows that were not taken, as they were typed, with red cells and the reason in front. */
export async function readResult(
  context: Context,
  registers: Registers,
  { importId }: { importId: string },
): Promise<Download> {
  const row = await getImport(context, importId);
  const definition = registers.get(row.register);
  requireStep(context, definition, row, 'result');

  const title = fill(words.resultTitle, { title: definition.title });
  const others = definition.keepsOthers ? otherColumns(row.mapping, row.headers).map(({ name }) => name) : [];
  const columns: WrittenColumn[] = [
    { header: words.rowNumber, width: 10, kind: 'number' },
    { header: words.reason, width: 48, kind: 'text' },
    ...definition.columns.map(writtenColumn),
    ...others.map((header): WrittenColumn => ({ header, width: 20, kind: 'text' })),
  ];
  const body = sheetStream({
    title,
    organisation: fill(words.file, { fileName: row.file_name }),
    madeOn: shanghaiMinute(context.now).slice(0, 10),
    columns,
    rows: resultRows(context, definition, importId, others),
    watermark: fill(words.watermark, { name: context.actor.displayName, time: shanghaiMinute(context.now) }),
    pageNumber: words.pageNumber,
  });
  return { contentType: xlsxType, fileName: `${title}.xlsx`, body };
}

async function* resultRows(
  context: Context,
  definition: ImportDefinition,
  importId: string,
  others: readonly string[],
): AsyncGenerator<WrittenRow> {
  const keys = [...definition.columns.map(({ key }) => key), ...others.map(otherKey)];
  for await (const { rowNumber, cells, faults } of readRefusedRows(context, importId)) {
    const reasons = shownFaults(context, faults).map(({ sentence }) => sentence);
    const red = faults.map(({ column }) => (column === null ? 1 : keys.indexOf(column) + 2));
    yield {
      cells: [rowNumber, reasons.join('\n'), ...keys.map((key) => cells[key] ?? null)],
      faults: new Set(red),
    };
  }
}

/** An empty sheet of a register: Chinese headers and one row that explains them. */
export async function readTemplate(
  context: Context,
  registers: Registers,
  { register }: { register: string },
): Promise<Download> {
  const definition = registers.allowed(context, register);

  const title = fill(words.templateTitle, { title: definition.title });
  const body = sheetStream({
    title,
    organisation: words.templateNote,
    madeOn: '',
    columns: definition.columns.map(writtenColumn),
    explanations: definition.columns.map(
      ({ required, explanation }) => (required ? words.required : '') + explanation,
    ),
    rows: [],
    pageNumber: words.pageNumber,
  });
  return { contentType: xlsxType, fileName: `${title}.xlsx`, body };
}

/** Everything is text in these files: they are read again by us, exactly as typed. */
const writtenColumn = ({ label, explanation }: ImportDefinition['columns'][number]): WrittenColumn => ({
  header: label,
  width: Math.min(40, Math.max(12, label.length * 3, explanation.length)),
  kind: 'text',
});
