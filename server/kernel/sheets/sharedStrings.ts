import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '#kernel/problem.ts';
import { sheetLimits } from './limits.ts';
import { xmlScanner } from './xml.ts';

/** The strings of a workbook, which its cells name by number. */
export interface SharedStrings {
  at(index: number): string;
  readonly count: number;
  close(): void;
}

const blockBytes = 65_536;
const cachedBlocksMax = 64;

/**
 * Spools the shared strings of a workbook to a temporary file, so that a register of any size costs
 * 8 bytes of memory a string and a few megabytes of cache: cells name strings nearly in the order in
 * which they were first written, so reads stay in the cached blocks.
 */
export async function spoolSharedStrings(chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const folder = mkdtempSync(join(tmpdir(), 'jia-sheet-'));
  const file = openSync(join(folder, 'strings'), 'w+');
  const close = () => {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const spool = new StringSpool(file);
    const feed = xmlScanner(stringItems((text) => spool.add(text)));
    const decoder = new TextDecoder('utf-8');
    for await (const chunk of chunks) feed(decoder.decode(chunk, { stream: true }));
    spool.flush();
    return { at: (index) => spool.at(index), count: spool.count, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Joins the runs of rich text; leaves out phonetic guides. */
function stringItems(add: (text: string) => void) {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open: (name: string) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = !inPhonetic;
    },
    close: (name: string) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') add(unescapeControls(text));
    },
    text: (value: string) => {
      if (!inText) return;
      text += value;
      if (text.length > sheetLimits.cellCharacters * 2)
        throw new Problem('sheet.cell_too_long', 422, { row: 0 });
    },
  };
}

/** Excel writes characters that XML forbids as `_x000D_`. */
export const unescapeControls = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

class StringSpool {
  count = 0;
  private readonly file: number;
  private offsets = new Float64Array(4_096);
  private written = 0;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  /** Insertion order is age: the oldest block is dropped first. */
  private readonly blocks = new Map<number, Buffer>();

  constructor(file: number) {
    this.file = file;
  }

  add(text: string): void {
    if (this.count + 1 >= this.offsets.length) {
      const larger = new Float64Array(this.offsets.length * 2);
      larger.set(this.offsets);
      this.offsets = larger;
    }
    const bytes = Buffer.from(text, 'utf8');
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    this.count += 1;
    this.offsets[this.count] = this.written + this.pendingBytes;
    if (this.pendingBytes > blockBytes) this.flush();
  }

  flush(): void {
    if (this.pendingBytes > 0) writeSync(this.file, Buffer.concat(this.pending));
    this.written += this.pendingBytes;
    this.pending = [];
    this.pendingBytes = 0;
  }

  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    const start = this.offsets[index] ?? 0;
    const end = this.offsets[index + 1] ?? start;
    const first = Math.floor(start / blockBytes);
    const block = this.block(first);
    if (end <= (first + 1) * blockBytes) {
      return block.toString('utf8', start - first * blockBytes, end - first * blockBytes);
    }
    const bytes = Buffer.alloc(end - start);
    readSync(this.file, bytes, 0, bytes.length, start);
    return bytes.toString('utf8');
  }

  private block(number: number): Buffer {
    const cached = this.blocks.get(number);
    if (cached) return cached;
    const oldest = this.blocks.size >= cachedBlocksMax ? this.blocks.keys().next().value : undefined;
    if (oldest !== undefined) this.blocks.delete(oldest);
    const bytes = Buffer.alloc(blockBytes);
    const length = readSync(this.file, bytes, 0, blockBytes, number * blockBytes);
    const block = bytes.subarray(0, length);
    this.blocks.set(number, block);
    return block;
  }
}
