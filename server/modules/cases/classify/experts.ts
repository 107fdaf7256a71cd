// The parts of the classifier before they are weighed against each other.
import { type Blend, type Parts, partCount } from './blend.ts';
import { learnNeighbours, type Neighbours, votes } from './neighbours.ts';
import { learnPlanes, type Planes } from './planes.ts';
import { dot, type SparseRow } from './sparse.ts';
import { learnVocabulary, type Vocabulary, weighed } from './vocabulary.ts';

/** A pair that a single message holds teaches nothing about the next one. */
const messagesPerPairMin = 2;

export interface Experts {
  vocabulary: Vocabulary;
  planes: Planes[];
  neighbours: Neighbours;
}

export function learnExperts(
  messages: readonly Map<number, number>[],
  labels: Uint16Array,
  labelCount: number,
): Experts {
  const vocabulary = learnVocabulary(messages, messagesPerPairMin);
  const rows = messages.map((pairs) => weighed(pairs, vocabulary));
  const columns = vocabulary.rarity.length;
  return {
    vocabulary,
    planes: Array.from({ length: labelCount }, (_, label) =>
      learnPlanes(rows, columns, (row) => labels[row] === label),
    ),
    neighbours: learnNeighbours(rows, labels, columns),
  };
}

export function partsOf(experts: Experts, row: SparseRow): Parts {
  const { planes, neighbours } = experts;
  const parts = new Float64Array(planes.length * partCount);
  const shares = votes(neighbours, row, planes.length);
  planes.forEach(({ plain, stretched }, label) => {
    parts[label * partCount] = dot(row, plain.weights) + plain.bias;
    parts[label * partCount + 1] = dot(row, stretched.weights) + stretched.bias;
    parts[label * partCount + 2] = shares[label] as number;
  });
  return parts;
}

/** One weight for each pair and label: the two planes are linear in the same row, so they add up. */
export function mergePlanes(
  planes: readonly Planes[],
  blend: Blend,
): { weights: Float32Array[]; biases: Float32Array } {
  const [plainWeight = 0, stretchedWeight = 0] = blend;
  return {
    weights: planes.map(({ plain, stretched }) =>
      Float32Array.from(
        plain.weights,
        (weight, column) => plainWeight * weight + stretchedWeight * (stretched.weights[column] as number),
      ),
    ),
    biases: Float32Array.from(
      planes,
      ({ plain, stretched }) => plainWeight * plain.bias + stretchedWeight * stretched.bias,
    ),
  };
}
