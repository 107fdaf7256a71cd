import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A part of an archive; its text is drawn when its turn comes, so a later part may depend on an earlier one. */
export interface ZipPart {
  name: string;
  text(): AsyncIterable<string> | Iterable<string>;
}

interface Written {
  name: Buffer;
  crc: number;
  storedBytes: number;
  inflatedBytes: number;
  offset: number;
}

/** Writes a zip archive as a stream of bytes; sizes follow each part, so nothing is held back. */
export async function* zipBytes(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry: Written = { name: Buffer.from(part.name), crc: 0, storedBytes: 0, inflatedBytes: 0, offset };
    for await (const bytes of partBytes(part, entry)) {
      offset += bytes.length;
      yield bytes;
    }
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield directoryEnd(written.length, directory.length, offset);
}

async function* partBytes(part: ZipPart, entry: Written): AsyncGenerator<Buffer> {
  yield Buffer.concat([
    fields(4, 0x04034b50, 20, bits, 8, 0, dosDay, [0, 0, 0], entry.name.length, 0),
    entry.name,
  ]);
  const deflate = Readable.from(counted(part.text(), entry), { objectMode: false }).compose(
    createDeflateRaw(),
  );
  for await (const bytes of deflate) {
    entry.storedBytes += (bytes as Buffer).length;
    yield bytes as Buffer;
  }
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  sizes.writeUInt32LE(entry.crc, 4);
  sizes.writeUInt32LE(entry.storedBytes, 8);
  sizes.writeUInt32LE(entry.inflatedBytes, 12);
  yield sizes;
}

async function* counted(
  texts: AsyncIterable<string> | Iterable<string>,
  entry: Written,
): AsyncGenerator<Buffer> {
  for await (const bytes of gathered(texts)) {
    entry.crc = crc32(bytes, entry.crc);
    entry.inflatedBytes += bytes.length;
    yield bytes;
  }
}

/** Compresses in pieces of 64 KB instead of row by row. */
async function* gathered(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let pending: string[] = [];
  let characters = 0;
  for await (const text of texts) {
    pending.push(text);
    characters += text.length;
    if (characters < 65_536) continue;
    yield Buffer.from(pending.join(''), 'utf8');
    pending = [];
    characters = 0;
  }
  if (characters > 0) yield Buffer.from(pending.join(''), 'utf8');
}

/** Bit 3: sizes come behind the data; bit 11: names are UTF-8. */
const bits = 0x0808;
/** 1980-01-01, the first day a zip knows: the same rows make the same bytes. */
const dosDay = 0x0021;

/** Little-endian fields: the first number has `firstBytes`, lists are 4 bytes each, the others 2. */
function fields(firstBytes: 4, first: number, ...rest: (number | number[])[]): Buffer {
  const bytes = Buffer.alloc(
    firstBytes + rest.reduce<number>((sum, field) => sum + (Array.isArray(field) ? field.length * 4 : 2), 0),
  );
  let at = bytes.writeUInt32LE(first, 0);
  for (const field of rest) {
    if (Array.isArray(field)) for (const value of field) at = bytes.writeUInt32LE(value, at);
    else at = bytes.writeUInt16LE(field, at);
  }
  return bytes;
}

function directoryEntry(entry: Written): Buffer {
  const sizes = [entry.crc, entry.storedBytes, entry.inflatedBytes];
  const head = fields(4, 0x02014b50, 20, 20, bits, 8, 0, dosDay, sizes, entry.name.length, 0, 0, 0, 0, [
    0,
    entry.offset,
  ]);
  return Buffer.concat([head, entry.name]);
}

const directoryEnd = (count: number, bytes: number, offset: number): Buffer =>
  fields(4, 0x06054b50, 0, 0, count, count, [bytes, offset], 0);
