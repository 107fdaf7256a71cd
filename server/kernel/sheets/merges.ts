import { sheetLimits } from './limits.ts';
import { attribute, xmlScanner } from './xml.ts';

/** A cell that reaches down over several rows; only its first row holds the value. Numbers from 1 and 0. */
export interface DownMerge {
  firstRow: number;
  lastRow: number;
  column: number;
}

/**
 * Ledgers merge the community over all rows of its buildings. The ranges stand behind the rows in the
 * file, so they are looked up in a first pass that only searches for the end of the rows.
 */
export async function findMerges(chunks: AsyncIterable<Buffer>): Promise<DownMerge[]> {
  const merges: DownMerge[] = [];
  const feed = xmlScanner({
    open: (name, attributes) => {
      if (name !== 'mergeCell' || merges.length >= sheetLimits.mergedRanges) return;
      const range = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(attribute(attributes, 'ref') ?? '');
      if (!range) return;
      const merge = {
        column: columnIndex(range[1] ?? 'A'),
        firstRow: Number(range[2]),
        lastRow: Number(range[3]),
      };
      if (merge.lastRow > merge.firstRow) merges.push(merge);
    },
    close: () => {},
    text: () => {},
  });
  for await (const chunk of afterRows(chunks)) feed(chunk);
  return merges.sort((a, b) => a.firstRow - b.firstRow);
}

const rowsEnd = Buffer.from('sheetData>');

/** The text behind `</sheetData>`; everything before it is dropped unread. */
async function* afterRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let kept: Buffer = Buffer.alloc(0);
  let found = false;
  for await (const chunk of chunks) {
    if (found) {
      yield chunk.toString('latin1');
      continue;
    }
    const joined = kept.length > 0 ? Buffer.concat([kept, chunk]) : chunk;
    const at = endOfRows(joined);
    found = at >= 0;
    if (found) yield joined.toString('latin1', at);
    kept = joined.subarray(Math.max(0, joined.length - 64));
  }
}

/** Both `<sheetData>` and `</sheetData>` (or with a prefix) end alike; only the closing one has a slash. */
function endOfRows(bytes: Buffer): number {
  for (let at = bytes.indexOf(rowsEnd); at >= 0; at = bytes.indexOf(rowsEnd, at + 1)) {
    if (/<\/(\w+:)?$/.test(bytes.toString('latin1', Math.max(0, at - 12), at))) return at + rowsEnd.length;
  }
  return -1;
}

/** `A` → 0, `AB` → 27. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at++) index = index * 26 + letters.charCodeAt(at) - 64;
  return index - 1;
}

/** 0 → `A`, 27 → `AB`. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
