// What the classifier has to beat: pairs of characters of the text as they stand, damped counts times rarity, at
// least 2 messages a pair, and a linear support vector machine at price 1. Same solver, same folds.
import { dot, type SparseRow, stack } from '#modules/cases/classify/sparse.ts';
import { solveSvm } from '#modules/cases/classify/svm.ts';
import { learnVocabulary, weighed } from '#modules/cases/classify/vocabulary.ts';

const messagesPerPairMin = 2;

/** The scores of every label, in the order of `labels`, for each of the texts. */
export function anchorScores(
  lessons: readonly { text: string; label: string }[],
  texts: readonly string[],
  labels: readonly string[],
): Float64Array[] {
  const read = lessons.map(({ text }) => pairsAsTheyStand(text));
  const vocabulary = learnVocabulary(read, messagesPerPairMin);
  const rows = stack(
    read.map((pairs) => weighed(pairs, vocabulary)),
    vocabulary.rarity.length,
  );
  const planes = labels.map((label) =>
    solveSvm(
      rows,
      Int8Array.from(lessons, (lesson) => (lesson.label === label ? 1 : -1)),
      { costPositive: 1, costNegative: 1, tolerance: 0.01, roundsMax: 200, seed: 1 },
    ),
  );
  return texts.map((text) => {
    const row: SparseRow = weighed(pairsAsTheyStand(text), vocabulary);
    return Float64Array.from(planes, ({ weights, bias }) => dot(row, weights) + bias);
  });
}

/** Blanks become one space and letters small, as the usual tools do; nothing is left out. */
function pairsAsTheyStand(text: string): Map<number, number> {
  const read = text.toLowerCase().replace(/\s+/g, ' ');
  const pairs = new Map<number, number>();
  for (let at = 0; at + 1 < read.length; at++) {
    const pair = read.charCodeAt(at) * 0x10000 + read.charCodeAt(at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
