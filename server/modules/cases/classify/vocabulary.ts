import { type Message, pairsOf } from './message.ts';
import type { SparseRow } from './sparse.ts';

/** The pairs a model knows, and how much each tells: rare pairs weigh more. */
export interface Vocabulary {
  columns: Map<number, number>;
  rarity: Float32Array;
}

/** Keeps the pairs that occur in at least `messagesMin` messages. */
export function learnVocabulary(messages: readonly Map<number, number>[], messagesMin: number): Vocabulary {
  const spread = new Map<number, number>();
  for (const pairs of messages)
    for (const pair of pairs.keys()) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const kept = [...spread].filter(([, count]) => count >= messagesMin).sort(([a], [b]) => a - b);
  return {
    columns: new Map(kept.map(([pair], column) => [pair, column])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + messages.length) / (1 + count)) + 1),
  };
}

export const rowOf = (message: Message, vocabulary: Vocabulary) => weighed(pairsOf(message), vocabulary);

/** One message as a row of length 1: damped counts times rarity, so that long texts do not shout. */
export function weighed(pairs: Map<number, number>, vocabulary: Vocabulary): SparseRow {
  const indices = new Int32Array(pairs.size);
  const values = new Float32Array(pairs.size);
  let size = 0;
  let square = 0;
  for (const [pair, count] of pairs) {
    const column = vocabulary.columns.get(pair);
    if (column === undefined) continue;
    const value = (1 + Math.log(count)) * (vocabulary.rarity[column] as number);
    indices[size] = column;
    values[size] = value;
    square += value * value;
    size += 1;
  }
  const length = Math.sqrt(square) || 1;
  return { indices: indices.slice(0, size), values: values.slice(0, size).map((value) => value / length) };
}
