import { isHan, type Message, normalised, pairCode } from './message.ts';
import type { SparseRow } from './sparse.ts';
import type { Vocabulary } from './vocabulary.ts';

const reasonsMax = 5;
const tellingPairsMax = 12;
/** Particles at the edge of a joined word say nothing to a reader. */
const particles = /^[的了在是和与把被让也都就又还我你他她们]+|[的了在是和与把被让也都就又还]+$/gu;
/** Longer joined words are rather sentences. */
const charactersMax = 8;

interface Learned {
  vocabulary: Vocabulary;
  weights: Float32Array[];
}

/**
 * The words of the message that spoke most for a label and against its rival. Telling pairs that overlap in the
 * text are joined, so that people read words and not syllables.
 */
export function reasonsFor(
  message: Message,
  row: SparseRow,
  learned: Learned,
  label: number,
  rival: number,
): string[] {
  const telling = tellingColumns(row, learned, label, rival);
  const found = new Map<string, number>();
  for (const text of [message.subject ?? '', message.text])
    for (const { word, weight } of joined(normalised(text), learned.vocabulary, telling))
      if (word.length > 1) found.set(word, Math.max(found.get(word) ?? 0, weight));
  const words = [...found].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return words
    .map(([word]) => word)
    .filter((word, place, all) => !all.slice(0, place).some((before) => before.includes(word)))
    .slice(0, reasonsMax);
}

function tellingColumns(row: SparseRow, learned: Learned, label: number, rival: number): Map<number, number> {
  const mine = learned.weights[label] as Float32Array;
  const theirs = learned.weights[rival] as Float32Array;
  const columns = [...row.indices].map((column, at): [number, number] => [
    column,
    (row.values[at] as number) * ((mine[column] as number) - (theirs[column] as number)),
  ]);
  return new Map(
    columns
      .filter(([, weight]) => weight > 0)
      .sort(([a, one], [b, other]) => other - one || a - b)
      .slice(0, tellingPairsMax),
  );
}

function* joined(text: string, vocabulary: Vocabulary, telling: Map<number, number>) {
  let from = -1;
  let weight = 0;
  for (let at = 0; at < text.length; at++) {
    const gain = telling.get(columnAt(text, at, vocabulary)) ?? 0;
    if (gain > 0 && from < 0) from = at;
    if (gain > 0) weight += gain;
    if (from >= 0 && (gain === 0 || at + 2 - from >= charactersMax)) {
      yield { word: text.slice(from, gain > 0 ? at + 2 : at + 1).replace(particles, ''), weight };
      from = -1;
      weight = 0;
    }
  }
}

/** The column of the pair that starts here, or -1. */
function columnAt(text: string, at: number, { columns }: Vocabulary): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return isHan(first) && isHan(second) ? (columns.get(pairCode(first, second)) ?? -1) : -1;
}
