import { describe, expect, it } from 'vitest';
import { randomStream } from './random.ts';
import { dot, type SparseRow, stack } from './sparse.ts';
import { type SvmOptions, solveSvm } from './svm.ts';

const options: SvmOptions = { costPositive: 1, costNegative: 1, tolerance: 1e-6, roundsMax: 2_000, seed: 1 };

const point = (...values: number[]): SparseRow => ({
  indices: Int32Array.from(values.keys()),
  values: Float32Array.from(values),
});

describe('the separating plane', () => {
  it('is the one found by hand for two points', () => {
    // min w²/2 + 2 (1 - w)² has its minimum at w = 0.8; by symmetry the bias is 0.
    const solution = solveSvm(stack([point(1), point(-1)], 1), Int8Array.of(1, -1), options);
    expect(solution.weights[0]).toBeCloseTo(0.8, 5);
    expect(solution.bias).toBeCloseTo(0, 5);
  });

  it('closes the gap between the problem and its dual, with a price for each side', () => {
    const { rows, signs } = cloud(120, 8);
    const prices = { ...options, costPositive: 3, costNegative: 0.5 };
    const { weights, bias, alphas, rounds } = solveSvm(stack(rows, 8), signs, prices);
    const length = weights.reduce((sum, weight) => sum + weight * weight, bias * bias);
    const price = (row: number) => ((signs[row] as number) > 0 ? 3 : 0.5);
    const losses = rows.map((row, at) => {
      const short = Math.max(0, 1 - (signs[at] as number) * (dot(row, weights) + bias));
      return price(at) * short * short;
    });
    const primal = length / 2 + losses.reduce((a, b) => a + b, 0);
    const dual = alphas.reduce((sum, alpha, at) => sum + alpha - alpha ** 2 / (4 * price(at)), -length / 2);
    expect(rounds).toBeLessThan(prices.roundsMax);
    expect(primal).toBeGreaterThan(1);
    expect(Math.abs(primal - dual) / primal).toBeLessThan(1e-5);
  });

  it('is the same each time', () => {
    const { rows, signs } = cloud(60, 5);
    const once = solveSvm(stack(rows, 5), signs, options);
    expect(solveSvm(stack(rows, 5), signs, options)).toEqual(once);
  });
});

/** Two clouds that overlap, so that some multipliers are large and some samples are set aside. */
function cloud(count: number, columns: number) {
  const random = randomStream(4);
  const signs = Int8Array.from({ length: count }, (_, row) => (row % 3 ? 1 : -1));
  const rows = Array.from(signs, (sign) =>
    point(...Array.from({ length: columns }, () => random() - 0.5 + sign * 0.15)),
  );
  return { rows, signs };
}
