// A linear support vector machine: L2 penalty, squared hinge loss, solved in its dual one sample at a time
// (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, 2008).
import { randomStream, shuffle } from './random.ts';
import type { SparseRows } from './sparse.ts';

export interface SvmOptions {
  /** Price of a mistake, for each side. */
  costPositive: number;
  costNegative: number;
  /** Stop when the largest and the smallest projected gradient of a round differ by less. */
  tolerance: number;
  roundsMax: number;
  seed: number;
}

export interface Hyperplane {
  weights: Float64Array;
  bias: number;
}

export interface SvmSolution extends Hyperplane {
  /** The multiplier of every sample, at least 0. */
  alphas: Float64Array;
  rounds: number;
}

/** Separates rows with sign 1 from rows with sign -1. The bias is a column of ones, so it is penalised too. */
export function solveSvm(rows: SparseRows, signs: Int8Array, options: SvmOptions): SvmSolution {
  const problem = prepare(rows, signs, options);
  const { weights, alphas, order } = problem;
  const random = randomStream(options.seed);
  let active = rows.count;
  let bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  let rounds = 0;
  while (rounds < options.roundsMax) {
    rounds += 1;
    shuffle(order, active, random);
    const seen = round(problem, active, bounds);
    active = seen.active;
    if (seen.high - seen.low <= options.tolerance) {
      if (active === rows.count) break;
      // What was set aside is looked at once more before we believe that we are there.
      active = rows.count;
      bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
      continue;
    }
    bounds = {
      high: seen.high > 0 ? seen.high : Number.POSITIVE_INFINITY,
      low: seen.low < 0 ? seen.low : Number.NEGATIVE_INFINITY,
    };
  }
  return { weights: weights.subarray(0, rows.columns), bias: weights[rows.columns] ?? 0, alphas, rounds };
}

interface Problem {
  rows: SparseRows;
  signs: Int8Array;
  /** One weight a column, and the bias at the end. */
  weights: Float64Array;
  alphas: Float64Array;
  order: Int32Array;
  /** Half the reciprocal of the price, added to the diagonal. */
  diagonals: Float64Array;
  curvatures: Float64Array;
}

function prepare(rows: SparseRows, signs: Int8Array, options: SvmOptions): Problem {
  const { count, columns, offsets, values } = rows;
  const diagonals = new Float64Array(count);
  const curvatures = new Float64Array(count);
  const order = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    order[row] = row;
    diagonals[row] = 0.5 / ((signs[row] as number) > 0 ? options.costPositive : options.costNegative);
    let square = 1 + (diagonals[row] as number);
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++)
      square += (values[at] as number) ** 2;
    curvatures[row] = square;
  }
  const weights = new Float64Array(columns + 1);
  return { rows, signs, weights, alphas: new Float64Array(count), order, diagonals, curvatures };
}

interface Bounds {
  low: number;
  high: number;
}

/** One pass over the active samples; samples that stay at zero are moved behind the active ones. */
function round(problem: Problem, activeBefore: number, bounds: Bounds): Bounds & { active: number } {
  const { rows, signs, weights, alphas, order, diagonals, curvatures } = problem;
  const { offsets, indices, values, columns } = rows;
  let active = activeBefore;
  let high = Number.NEGATIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  for (let place = 0; place < active; place++) {
    const row = order[place] as number;
    const sign = signs[row] as number;
    const from = offsets[row] as number;
    const to = offsets[row + 1] as number;
    let product = weights[columns] as number;
    for (let at = from; at < to; at++)
      product += (values[at] as number) * (weights[indices[at] as number] as number);
    const alpha = alphas[row] as number;
    const gradient = sign * product - 1 + (diagonals[row] as number) * alpha;
    let projected = gradient;
    if (alpha === 0) {
      if (gradient > bounds.high) {
        active -= 1;
        order[place] = order[active] as number;
        order[active] = row;
        place -= 1;
        continue;
      }
      projected = Math.min(gradient, 0);
    }
    if (projected > high) high = projected;
    if (projected < low) low = projected;
    if (Math.abs(projected) < 1e-12) continue;
    const next = Math.max(alpha - gradient / (curvatures[row] as number), 0);
    alphas[row] = next;
    const step = (next - alpha) * sign;
    weights[columns] = (weights[columns] as number) + step;
    for (let at = from; at < to; at++) {
      const index = indices[at] as number;
      weights[index] = (weights[index] as number) + step * (values[at] as number);
    }
  }
  return { active, high, low };
}
