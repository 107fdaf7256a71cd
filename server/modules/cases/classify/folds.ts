import { randomStream, shuffle } from './random.ts';

/** The fold of every item, 0 to `count` - 1: items of one group share a fold; the same seed deals the same way. */
export function dealFolds(groups: readonly string[], count: number, seed: number): Uint8Array {
  const names = [...new Set(groups)].sort();
  const order = Int32Array.from(names, (_, place) => place);
  shuffle(order, order.length, randomStream(seed));
  const folds = new Map<string, number>();
  order.forEach((place, turn) => {
    folds.set(names[place] as string, turn % count);
  });
  return Uint8Array.from(groups, (group) => folds.get(group) as number);
}
