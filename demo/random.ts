import { createHash } from 'node:crypto';

/** Seeded chance: the same seed gives the same street, on every machine and in every version. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from min to max, both included. */
  between(min: number, max: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different elements in random order; all of them when there are fewer. */
  sample<T>(list: readonly T[], count: number): T[];
  /** Picks by weight; weights need not add up to one. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Independent chance for one part, so that a change in one part leaves the others alone. */
  fork(label: string): Random;
}

export function random(seed: string): Random {
  const next = sfc32(seed);
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[between(0, list.length - 1)] as T;
  };
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick,
    sample: (list, count) => shuffled(list, between).slice(0, count),
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const hit = choices.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      const last = choices.at(-1);
      if (!last) throw new Error('nothing to choose from');
      return (hit ?? last)[0];
    },
    fork: (label) => random(`${seed}/${label}`),
  };
}

/** Splits a total into whole parts by weight; the parts add up exactly and each gets at least one. */
export function shares(total: number, weights: readonly number[]): number[] {
  const spare = total - weights.length;
  if (spare < 0) throw new Error(`${total} cannot be split into ${weights.length} parts`);
  const sum = weights.reduce((one, other) => one + other, 0);
  const exact = weights.map((weight) => (spare * weight) / sum);
  const parts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  const missing = spare - parts.reduce((one, other) => one + other, 0);
  const rounded = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return parts.map((part, index) => 1 + part + (rounded.has(index) ? 1 : 0));
}

function shuffled<T>(list: readonly T[], between: (min: number, max: number) => number): T[] {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index--) {
    const other = between(0, index);
    [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
  }
  return copy;
}

// sfc32, a small fast counting generator in the public domain; passes the usual statistical batteries.
function sfc32(seed: string): () => number {
  const digest = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + mixed) | 0;
    return (mixed >>> 0) / 4_294_967_296;
  };
}
