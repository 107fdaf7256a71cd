// A value with its photos as one run of bytes, so that it can be encrypted whole.

interface BlobMark {
  $blob: number;
  type: string;
}

/** Four bytes of length, the value as JSON with its blobs marked, then for each blob its length and bytes. */
export async function pack(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const blobs: Blob[] = [];
  const marked = mark(value, blobs);
  const json = new TextEncoder().encode(JSON.stringify(marked ?? null));
  const parts = [
    json,
    ...(await Promise.all(blobs.map(async (blob) => new Uint8Array(await blob.arrayBuffer())))),
  ];
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    packed.set(part, at + 4);
    at += 4 + part.length;
  }
  return packed;
}

export function unpack(packed: Uint8Array<ArrayBuffer>): unknown {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < packed.length; ) {
    const length = view.getUint32(at);
    parts.push(packed.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const [json, ...blobs] = parts;
  return JSON.parse(new TextDecoder().decode(json), (_, value: unknown) =>
    isMark(value) ? new Blob([blobs[value.$blob] ?? new Uint8Array()], { type: value.type }) : value,
  );
}

function mark(value: unknown, blobs: Blob[]): unknown {
  if (value instanceof Blob) return { $blob: blobs.push(value) - 1, type: value.type } satisfies BlobMark;
  if (Array.isArray(value)) return value.map((each) => mark(each, blobs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mark(each, blobs)]));
}

const isMark = (value: unknown): value is BlobMark =>
  typeof value === 'object' && value !== null && '$blob' in value;
