// The vote of the most similar lessons. It catches what no plane can: a second report of the same matter.
import type { SparseRow } from './sparse.ts';

const votersMax = 30;
/** A close neighbour outvotes many distant ones. */
const closeness = 3;

/** For every pair, the lessons that hold it, and how much it weighs there. */
export interface Neighbours {
  /** The label of every lesson, by its number. */
  labels: Uint16Array;
  offsets: Uint32Array;
  lessons: Uint16Array;
  /** Square root of the value, in 255ths: one byte is as good as four here, and small values keep their digits. */
  roots: Uint8Array;
}

/** More lessons than a number of two bytes can name are not learned. */
export const lessonsMax = 50_000;

export function learnNeighbours(
  rows: readonly SparseRow[],
  labels: Uint16Array,
  columns: number,
): Neighbours {
  const offsets = new Uint32Array(columns + 1);
  for (const { indices } of rows)
    for (const column of indices) offsets[column + 1] = (offsets[column + 1] as number) + 1;
  for (let column = 0; column < columns; column++)
    offsets[column + 1] = (offsets[column + 1] as number) + (offsets[column] as number);
  const free = offsets.slice();
  const lessons = new Uint16Array(offsets[columns] as number);
  const roots = new Uint8Array(lessons.length);
  rows.forEach(({ indices, values }, lesson) => {
    indices.forEach((column, at) => {
      const place = free[column] as number;
      free[column] = place + 1;
      lessons[place] = lesson;
      roots[place] = Math.round(255 * Math.sqrt(values[at] as number));
    });
  });
  return { labels, offsets, lessons, roots };
}

/** The share of the vote that each label gets, adding up to 1, or all 0 where nothing is similar. */
export function votes(neighbours: Neighbours, row: SparseRow, labelCount: number): Float64Array {
  const shares = new Float64Array(labelCount);
  let total = 0;
  for (const { lesson, similarity } of nearest(similarities(neighbours, row))) {
    const vote = similarity ** closeness;
    const label = neighbours.labels[lesson] as number;
    shares[label] = (shares[label] as number) + vote;
    total += vote;
  }
  return total > 0 ? shares.map((share) => share / total) : shares;
}

/** The cosine between the row and every lesson. */
function similarities({ labels, offsets, lessons, roots }: Neighbours, row: SparseRow): Float64Array {
  const sums = new Float64Array(labels.length);
  row.indices.forEach((column, at) => {
    const value = (row.values[at] as number) / (255 * 255);
    const to = offsets[column + 1] as number;
    for (let place = offsets[column] as number; place < to; place++) {
      const lesson = lessons[place] as number;
      sums[lesson] = (sums[lesson] as number) + value * (roots[place] as number) ** 2;
    }
  });
  return sums;
}

interface Voter {
  lesson: number;
  similarity: number;
}

/** The closest first; of two alike the earlier lesson. */
function nearest(sums: Float64Array): Voter[] {
  const voters: Voter[] = [];
  let least = 0;
  for (let lesson = 0; lesson < sums.length; lesson++) {
    const similarity = sums[lesson] as number;
    if (similarity <= least) continue;
    let place = voters.length;
    while (place > 0 && (voters[place - 1] as Voter).similarity < similarity) place -= 1;
    voters.splice(place, 0, { lesson, similarity });
    if (voters.length > votersMax) voters.pop();
    if (voters.length === votersMax) least = (voters[votersMax - 1] as Voter).similarity;
  }
  return voters;
}
