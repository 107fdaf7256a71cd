// One label against the rest, twice: once on the plain row, once with each pair stretched by how unevenly it is
// spread between the label and the rest (Wang, Manning: Baselines and Bigrams, 2012). Both are linear in the same
// row, so each is one weight a pair; the second errs elsewhere than the first.
import type { SparseRow, SparseRows } from './sparse.ts';
import { stack } from './sparse.ts';
import { type Hyperplane, solveSvm } from './svm.ts';

const plainCost = 1;
const stretchedCost = 0.25;
/** Added to every stretch: a pair spread evenly still says something. */
const stretchLeast = 1;
const smoothing = 0.5;
const seed = 20_261_121;

export interface Planes {
  plain: Hyperplane;
  stretched: Hyperplane;
}

export function learnPlanes(
  rows: readonly SparseRow[],
  columns: number,
  mine: (row: number) => boolean,
): Planes {
  const stacked = stack(rows, columns);
  const signs = Int8Array.from(rows, (_, row) => (mine(row) ? 1 : -1));
  return {
    plain: solve(stacked, signs, plainCost),
    stretched: stretchedPlane(stacked, signs),
  };
}

function stretchedPlane(rows: SparseRows, signs: Int8Array): Hyperplane {
  const stretch = stretchOf(rows, signs);
  const values = rows.values.map((value, at) => value * (stretch[rows.indices[at] as number] as number));
  const { weights, bias } = solve({ ...rows, values }, signs, stretchedCost);
  return { weights: weights.map((weight, column) => weight * (stretch[column] as number)), bias };
}

/** How far the share of messages holding a pair differs between the label and the rest, as |log of the ratio|. */
function stretchOf(rows: SparseRows, signs: Int8Array): Float64Array {
  const inside = new Float64Array(rows.columns).fill(smoothing);
  const outside = new Float64Array(rows.columns).fill(smoothing);
  let insideRows = 1;
  let outsideRows = 1;
  for (let row = 0; row < rows.count; row++) {
    const mine = (signs[row] as number) > 0;
    if (mine) insideRows += 1;
    else outsideRows += 1;
    const counts = mine ? inside : outside;
    for (let at = rows.offsets[row] as number; at < (rows.offsets[row + 1] as number); at++) {
      const column = rows.indices[at] as number;
      counts[column] = (counts[column] as number) + 1;
    }
  }
  return inside.map(
    (count, column) =>
      stretchLeast + Math.abs(Math.log(count / insideRows / ((outside[column] as number) / outsideRows))),
  );
}

function solve(rows: SparseRows, signs: Int8Array, cost: number): Hyperplane {
  return solveSvm(rows, signs, {
    costPositive: cost,
    costNegative: cost,
    tolerance: 0.05,
    roundsMax: 60,
    seed,
  });
}
