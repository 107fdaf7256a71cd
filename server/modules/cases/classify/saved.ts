// A classifier as bytes, so that it can be kept for each street: a line of JSON, then the arrays one after another.
import type { Classifier } from './classifier.ts';

/** Raised whenever an older program would misread the bytes, or older bytes would be misread. */
const version = 1;

const arrayTypes = { Uint8Array, Uint16Array, Uint32Array, Float32Array };
type ArrayType = keyof typeof arrayTypes;
type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

interface Header {
  version: number;
  plain: Pick<Classifier, 'labels' | 'neighbourWeight' | 'judgement'>;
  arrays: { type: ArrayType; length: number }[];
}

export function save(classifier: Classifier): Uint8Array {
  const { labels, neighbourWeight, judgement, vocabulary, weights, biases, neighbours } = classifier;
  const arrays: Numbers[] = [
    Uint32Array.from(vocabulary.columns.keys()),
    vocabulary.rarity,
    biases,
    neighbours.labels,
    neighbours.offsets,
    neighbours.lessons,
    neighbours.roots,
    ...weights,
  ];
  const header: Header = {
    version,
    plain: { labels, neighbourWeight, judgement },
    arrays: arrays.map((array) => ({ type: typeOf(array), length: array.length })),
  };
  const lines = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(lines.length + arrays.reduce((sum, array) => sum + array.byteLength, 0));
  bytes.set(lines);
  let at = lines.length;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** Null when the bytes are not ours, cut short, or of another version: the street then trains anew. */
export function restore(bytes: Uint8Array): Classifier | null {
  const end = bytes.indexOf(0x0a);
  const header = end < 0 ? null : headerOf(bytes.subarray(0, end));
  const arrays = header && arraysOf(header, bytes.subarray(end + 1));
  if (!header || !arrays) return null;
  const [pairs, rarity, biases, labels, offsets, lessons, roots, ...weights] = arrays as [
    Uint32Array,
    Float32Array,
    Float32Array,
    Uint16Array,
    Uint32Array,
    Uint16Array,
    Uint8Array,
    ...Float32Array[],
  ];
  return {
    ...header.plain,
    vocabulary: { columns: new Map([...pairs].map((pair, column) => [pair, column])), rarity },
    weights,
    biases,
    neighbours: { labels, offsets, lessons, roots },
  };
}

function headerOf(line: Uint8Array): Header | null {
  try {
    const header = JSON.parse(new TextDecoder().decode(line)) as Header;
    return header.version === version ? header : null;
  } catch {
    return null;
  }
}

function arraysOf(header: Header, bytes: Uint8Array): Numbers[] | null {
  const arrays: Numbers[] = [];
  let at = 0;
  for (const { type, length } of header.arrays) {
    const size = length * arrayTypes[type].BYTES_PER_ELEMENT;
    if (at + size > bytes.length) return null;
    // A copy of its own begins where the processor wants it to.
    arrays.push(new arrayTypes[type](bytes.slice(at, at + size).buffer));
    at += size;
  }
  return at === bytes.length ? arrays : null;
}

const typeOf = (array: Numbers) => array.constructor.name as ArrayType;
