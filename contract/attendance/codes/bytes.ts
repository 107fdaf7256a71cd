// Bytes of the codes: fixed lengths, big-endian. The same on the phone, at the venue and on the server.

export type Bytes = Uint8Array<ArrayBuffer>;

export function join(...parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Unsigned 32 bits. */
export function word(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** A street id has nine digits, so eight bytes hold it with room. */
export function longWord(value: number): Bytes {
  return join(word(Math.floor(value / 2 ** 32)), word(value % 2 ** 32));
}

export const wordAt = (bytes: Bytes, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

export const hexOf = (bytes: Bytes): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const bytesOf = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const encoder = new TextEncoder();
export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes;
