import { open, stat } from 'node:fs/promises';
import { Problem } from '#kernel/problem.ts';
import { openDelimited } from './delimited.ts';
import { sheetLimits } from './limits.ts';
import type { OpenedSheet } from './sheet.ts';
import { openWorkbook } from './workbook.ts';
import { openZip } from './zip.ts';

/**
 * Opens a register file somebody handed in, by what it is and not by what it is called.
 * `name` is only shown to people.
 *
 * Throws a `Problem` 422: `sheet.empty`, `sheet.too_large`, `sheet.xls` (old Excel, xlsb, ods),
 * `sheet.encrypted`, `sheet.html`, `sheet.not_a_workbook` (another zip), `sheet.damaged`, `sheet.unknown`.
 */
export async function openSheet(path: string, name: string): Promise<OpenedSheet> {
  const { size } = await stat(path);
  if (size === 0) throw new Problem('sheet.empty', 422);
  if (size > sheetLimits.fileBytes) {
    throw new Problem('sheet.file_too_large', 413, { megabytesMax: sheetLimits.fileBytes / 1024 / 1024 });
  }

  const head = await readHead(path);
  if (head.readUInt32BE(0) === 0xd0cf11e0) throw new Problem(await oleProblem(path, size), 422);
  if (head.readUInt32BE(0) === 0x504b0304 || head.readUInt32BE(0) === 0x504b0506) return openZipped(path);
  if (isMarkup(head)) throw new Problem('sheet.html', 422);
  return openDelimited(path, name);
}

async function openZipped(path: string): Promise<OpenedSheet> {
  const zip = await openZip(path);
  try {
    const names = [...zip.entries.keys()].map((name) => name.toLowerCase());
    if (!names.includes('xl/workbook.xml')) {
      const convertible = names.includes('xl/workbook.bin') || names.includes('content.xml');
      throw new Problem(convertible ? 'sheet.xls' : 'sheet.not_a_workbook', 422);
    }
    return await openWorkbook(zip);
  } catch (error) {
    await zip.close();
    throw error;
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(1_024);
    await file.read(head, 0, head.length, 0);
    return head;
  } finally {
    await file.close();
  }
}

/** Old Excel and encrypted new Excel share a container; the second keeps a stream of this name. */
async function oleProblem(path: string, size: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
    const bytes = Buffer.alloc(Math.min(size, 4 * 1024 * 1024));
    for (const position of [0, Math.max(0, size - bytes.length)]) {
      await file.read(bytes, 0, bytes.length, position);
      if (bytes.includes(encrypted)) return 'sheet.encrypted';
    }
    return 'sheet.xls';
  } finally {
    await file.close();
  }
}

/** Platforms hand out web pages and XML named .xls, which Excel opens with a warning. */
function isMarkup(head: Buffer): boolean {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  const text = head
    .toString(wide ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  return /^<(!doctype|html|head|meta|table|style|body|\?xml|!--|div|script|svg)/.test(text);
}
