// The files of the text benches: CSV by header, plain or gzip, with quoted newlines inside the texts.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

export type Row = Record<string, string>;

/** Throws when the file has no row, or lacks one of the columns. */
export function readTable(path: string, columns: readonly string[]): Row[] {
  const bytes = readFileSync(path);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const rows: Row[] = parse(plain, { columns: true, bom: true, skip_empty_lines: true });
  const [first] = rows;
  if (!first) throw new Error(`${path} has no rows.`);
  for (const column of columns) if (!(column in first)) throw new Error(`${path} has no column "${column}".`);
  return rows;
}

export interface Prediction {
  id: string;
  label: string;
  confidence: number;
}

export function writePredictions(path: string, predictions: readonly Prediction[]): void {
  const lines = predictions.map(({ id, label, confidence }) =>
    [quoted(id), quoted(label), confidence.toFixed(4)].join(','),
  );
  writeFileSync(path, `${['id,label,confidence', ...lines].join('\n')}\n`);
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
