import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Problem } from '#kernel/problem.ts';
import { sheetLimits } from './limits.ts';
import type { OpenedSheet, SheetRow } from './sheet.ts';
import { type TextEncoding, textEncodingOf } from './textEncoding.ts';

/** A CSV, semicolon or tab separated text in any encoding that Chinese offices write. */
export async function openDelimited(path: string, name: string): Promise<OpenedSheet> {
  const encoding = await textEncodingOf(path);
  if (encoding === null) throw new Problem('sheet.unknown', 422);
  const delimiter = await separatorOf(path, encoding);
  return {
    kind: 'csv',
    encoding,
    sheets: [name.replace(/\.[^.]*$/, '')],
    rows: () => delimitedRows(path, encoding, delimiter),
    close: async () => {},
  };
}

async function* delimitedRows(
  path: string,
  encoding: TextEncoding,
  delimiter: string,
): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: sheetLimits.cellCharacters * 4,
  });
  // The parser below meets the error of the source; the callback only keeps it from being unhandled.
  const source = pipeline(Readable.from(decoded(path, encoding)), parser, () => {});
  let number = 0;
  let count = 0;
  try {
    for await (const record of source as AsyncIterable<string[]>) {
      number += 1;
      const cells = record.map((cell) => cell.trim());
      if (cells.every((cell) => cell === '')) continue;
      count += 1;
      checkBounds(cells, number, count);
      yield { number, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Problem('sheet.csv_quotes', 422, { row: number + 1 });
    throw error;
  } finally {
    parser.destroy();
  }
}

function checkBounds(cells: string[], row: number, count: number): void {
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
  if (count > sheetLimits.rows) throw new Problem('sheet.too_many_rows', 422, { rowsMax: sheetLimits.rows });
  if (cells.length > sheetLimits.columns) {
    throw new Problem('sheet.too_many_columns', 422, { row, columnsMax: sheetLimits.columns });
  }
  if (cells.some((cell) => cell.length > sheetLimits.cellCharacters)) {
    throw new Problem('sheet.cell_too_long', 422, { row });
  }
}

async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

const separators = [',', ';', '\t'];

/** The separator that stands most often outside quotes in the beginning of the file. */
async function separatorOf(path: string, encoding: TextEncoding): Promise<string> {
  let start = '';
  for await (const text of decoded(path, encoding)) {
    start += text;
    if (start.length > 20_000) break;
  }
  const bare = start.slice(0, 20_000).replace(/"[^"]*("|$)/g, '');
  const counts = separators.map((separator) => bare.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}
