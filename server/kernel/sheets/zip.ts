import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Problem } from '#kernel/problem.ts';
import { sheetLimits } from './limits.ts';

/** One part of a zip archive, as its central directory names it. */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  storedBytes: number;
  inflatedBytes: number;
  headerOffset: number;
}

export interface ZipArchive {
  entries: ReadonlyMap<string, ZipEntry>;
  /** Streams the inflated bytes of a part, counting them: the sizes in the directory are not believed. */
  read(entry: ZipEntry): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

const endSignature = 0x06054b50;
const end64LocatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * Opens a zip by its central directory (APPNOTE 6.3), zip64 included. Nothing but the directory is held
 * in memory. Throws `sheet.damaged`, `sheet.too_large`.
 */
export async function openZip(path: string): Promise<ZipArchive> {
  const file = await open(path, 'r');
  try {
    const entries = await readDirectory(file);
    return { entries, read: (entry) => readEntry(file, entry), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readDirectory(file: FileHandle): Promise<Map<string, ZipEntry>> {
  const { size } = await file.stat();
  const { count, offset, bytes } = await findDirectory(file, size);
  if (count > sheetLimits.zipEntries || bytes > 8 * 1024 * 1024) throw new Problem('sheet.too_large', 422);
  if (offset + bytes > size) throw damaged('directory');

  const directory = await readAt(file, offset, bytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === directorySignature) {
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const commentLength = directory.readUInt16LE(at + 32);
    const entry = readDirectoryEntry(directory, at, nameLength, extraLength);
    entries.set(entry.name, entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

async function findDirectory(file: FileHandle, size: number) {
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + 22 > tail.length || tail.readUInt32LE(at) !== endSignature) throw damaged('end');

  const plain = {
    count: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const hasLocator = at >= 20 && tail.readUInt32LE(at - 20) === end64LocatorSignature;
  if (!hasLocator) return plain;

  const end64 = await readAt(file, Number(tail.readBigUInt64LE(at - 12)), 56);
  if (end64.length < 56 || end64.readUInt32LE(0) !== end64Signature) throw damaged('end64');
  return {
    count: Number(end64.readBigUInt64LE(32)),
    bytes: Number(end64.readBigUInt64LE(40)),
    offset: Number(end64.readBigUInt64LE(48)),
  };
}

function readDirectoryEntry(from: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const entry: ZipEntry = {
    // Some archivers write backslashes; the parts of a workbook are compared with slashes.
    name: from
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .replace(/^\//, ''),
    encrypted: (from.readUInt16LE(at + 8) & 1) === 1,
    method: from.readUInt16LE(at + 10),
    storedBytes: from.readUInt32LE(at + 20),
    inflatedBytes: from.readUInt32LE(at + 24),
    headerOffset: from.readUInt32LE(at + 42),
  };
  applyZip64(entry, from.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
  return entry;
}

/** Streaming writers put the true sizes into extra field 1 and 0xFFFFFFFF into the plain ones. */
function applyZip64(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let value = at + 4;
    const next = () => {
      if (value + 8 > extra.length) throw damaged('zip64');
      value += 8;
      return Number(extra.readBigUInt64LE(value - 8));
    };
    if (entry.inflatedBytes === 0xffffffff) entry.inflatedBytes = next();
    if (entry.storedBytes === 0xffffffff) entry.storedBytes = next();
    if (entry.headerOffset === 0xffffffff) entry.headerOffset = next();
    return;
  }
}

async function* readEntry(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new Problem('sheet.encrypted', 422);
  if (entry.inflatedBytes > sheetLimits.inflatedBytes) throw new Problem('sheet.too_large', 422);
  if (entry.method !== 0 && entry.method !== 8) throw damaged(`method ${entry.method}`);

  let inflatedBytes = 0;
  const stored = storedBytes(file, await dataOffset(file, entry), entry.storedBytes);
  try {
    for await (const chunk of entry.method === 8 ? inflate(stored) : stored) {
      inflatedBytes += chunk.length;
      refuseBomb(inflatedBytes, entry.storedBytes);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Problem ? error : damaged(String(error));
  }
}

/** Reads by position, so that several readers may share the handle and none of them closes it. */
async function* storedBytes(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; ) {
    const chunk = await readAt(file, start + at, Math.min(65_536, length - at));
    if (chunk.length === 0) throw damaged('short');
    at += chunk.length;
    yield chunk;
  }
}

async function* inflate(stored: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const inflating = createInflateRaw({ chunkSize: 65_536 });
  // The loop meets every error; the callback only keeps it from counting as unhandled.
  pipeline(Readable.from(stored), inflating, () => {});
  for await (const chunk of inflating) yield chunk as Buffer;
}

function refuseBomb(inflatedBytes: number, storedBytes: number): void {
  const swollen =
    inflatedBytes > sheetLimits.ratioFreeBytes && inflatedBytes / storedBytes > sheetLimits.inflateRatio;
  if (swollen || inflatedBytes > sheetLimits.inflatedBytes) throw new Problem('sheet.too_large', 422);
}

/** The local header repeats the name and has its own extra field, so only it knows where the data begins. */
async function dataOffset(file: FileHandle, entry: ZipEntry): Promise<number> {
  const header = await readAt(file, entry.headerOffset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw damaged(entry.name);
  return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

const damaged = (part: string) => new Problem('sheet.damaged', 422, { part });
