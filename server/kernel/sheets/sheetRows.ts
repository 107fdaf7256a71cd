import { Problem } from '#kernel/problem.ts';
import { numberText } from './formats.ts';
import { sheetLimits } from './limits.ts';
import { columnIndex, type DownMerge } from './merges.ts';
import { unescapeControls } from './sharedStrings.ts';
import type { SheetRow } from './sheet.ts';
import type { WorkbookParts } from './workbook.ts';
import { attribute, type XmlHandler, xmlScanner } from './xml.ts';

/** Streams the rows of one worksheet part; only the rows of the chunk at hand are in memory. */
export async function* sheetRows(
  chunks: AsyncIterable<Buffer>,
  parts: WorkbookParts,
  merges: readonly DownMerge[],
): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  const fill = mergeFiller(merges);
  let count = 0;
  const feed = xmlScanner(
    rowReader(parts, (row) => {
      fill(row);
      if (row.cells.every((cell) => cell === '')) return;
      count += 1;
      if (count > sheetLimits.rows)
        throw new Problem('sheet.too_many_rows', 422, { rowsMax: sheetLimits.rows });
      ready.push(row);
    }),
  );
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) {
    feed(decoder.decode(chunk, { stream: true }));
    yield* ready;
    ready.length = 0;
  }
}

function rowReader(parts: WorkbookParts, done: (row: SheetRow) => void): XmlHandler {
  let row: SheetRow = { number: 0, cells: [] };
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  /** Where text belongs to the value: `<v>`, or `<t>` of an inline string; `<f>` and `<rPh>` do not. */
  let reading = false;
  let phonetic = false;

  const openCell = (attributes: string) => {
    const place = attribute(attributes, 'r');
    column = place === null ? column + 1 : columnIndex(place.replace(/\d+$/, ''));
    type = attribute(attributes, 't') ?? 'n';
    style = Number(attribute(attributes, 's') ?? 0);
    value = '';
  };

  const closeCell = () => {
    const text = cellText(parts, type, style, value).trim();
    if (text === '') return;
    if (column >= sheetLimits.columns) {
      throw new Problem('sheet.too_many_columns', 422, { row: row.number, columnsMax: sheetLimits.columns });
    }
    if (text.length > sheetLimits.cellCharacters)
      throw new Problem('sheet.cell_too_long', 422, { row: row.number });
    while (row.cells.length < column) row.cells.push('');
    row.cells[column] = text;
  };

  return {
    open(name, attributes) {
      if (name === 'row') {
        row = { number: Number(attribute(attributes, 'r') ?? row.number + 1), cells: [] };
        column = -1;
      } else if (name === 'c') openCell(attributes);
      else if (name === 'rPh') phonetic = true;
      else if (name === 'v' || name === 't') reading = !phonetic;
    },
    close(name) {
      if (name === 'row') done(row);
      else if (name === 'c') closeCell();
      else if (name === 'rPh') phonetic = false;
      else if (name === 'v' || name === 't') reading = false;
    },
    text(piece) {
      if (!reading) return;
      value += piece;
      if (value.length > sheetLimits.cellCharacters * 2) {
        throw new Problem('sheet.cell_too_long', 422, { row: row.number });
      }
    },
  };
}

function cellText(parts: WorkbookParts, type: string, style: number, value: string): string {
  if (value === '') return '';
  if (type === 's') return parts.strings?.at(Number(value)) ?? '';
  if (type === 'inlineStr' || type === 'str') return unescapeControls(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace('T', ' ').replace(/(\.\d+)?Z?$/, '');
  if (type === 'e') return value;
  return numberText(value, parts.styles[style] ?? 'plain', parts.date1904);
}

/** Puts the value of a merged cell into the rows below that it covers. Rows come in ascending order. */
function mergeFiller(merges: readonly DownMerge[]): (row: SheetRow) => void {
  let next = 0;
  let active: { merge: DownMerge; value: string }[] = [];
  return (row) => {
    active = active.filter(({ merge }) => merge.lastRow >= row.number);
    for (const { merge, value } of active) {
      while (row.cells.length < merge.column) row.cells.push('');
      if (!row.cells[merge.column]) row.cells[merge.column] = value;
    }
    for (let merge = merges[next]; merge && merge.firstRow <= row.number; merge = merges[++next]) {
      const value = merge.firstRow === row.number ? (row.cells[merge.column] ?? '') : '';
      if (value !== '' && merge.column < sheetLimits.columns) active.push({ merge, value });
    }
  };
}
