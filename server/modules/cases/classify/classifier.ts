// Suggests a category for what a resident wrote, from the street's own closed and corrected cases. It only ever
// suggests: it says how sure it is, which words moved it, and when a person should look.
import { confidencesOf, learnBlend, type Parts, softmax } from './blend.ts';
import { type Experts, learnExperts, mergePlanes, partsOf } from './experts.ts';
import { dealFolds } from './folds.ts';
import { bestOf, type Judgement, judge } from './judgement.ts';
import { type Lesson, type Message, pairsOf } from './message.ts';
import { lessonsMax, type Neighbours, votes } from './neighbours.ts';
import { reasonsFor } from './reasons.ts';
import { dot, type SparseRow } from './sparse.ts';
import { rowOf, type Vocabulary, weighed } from './vocabulary.ts';

export interface Classifier {
  labels: string[];
  vocabulary: Vocabulary;
  /** For every label one weight a pair. */
  weights: Float32Array[];
  biases: Float32Array;
  neighbourWeight: number;
  neighbours: Neighbours;
  judgement: Judgement;
}

export interface Suggestion {
  label: string;
  /** 0 to 1: of a hundred suggestions with 0.9, about ninety are right. */
  confidence: number;
  /** Words of the message that spoke for this label, the strongest first. */
  reasons: string[];
}

export interface Advice {
  /** The best three, or none when the message holds no word that the street's cases held. */
  suggestions: Suggestion[];
  /** A person decides without the suggestion being filled in. */
  askPerson: boolean;
}

/** A label with fewer lessons is not suggested yet. */
export const lessonsPerLabelMin = 5;
const suggestionsMax = 3;
const innerFolds = 3;
const seed = 20_261_121;

/** Null while fewer than two labels have lessons enough. Takes the newest lessons first where there are too many. */
export function train(lessons: readonly Lesson[]): Classifier | null {
  const known = teachable(lessons);
  const labels = [...new Set(known.map(({ label }) => label))].sort();
  if (labels.length < 2) return null;
  const messages = known.map(pairsOf);
  const targets = Uint16Array.from(known, ({ label }) => labels.indexOf(label));
  const groups = known.map(({ group }, place) => group || `lesson ${place}`);
  const unseen = unseenParts(messages, targets, labels.length, groups);
  const blend = learnBlend(unseen, targets);
  const { vocabulary, planes, neighbours } = learnExperts(messages, targets, labels.length);
  return {
    labels,
    vocabulary,
    ...mergePlanes(planes, blend),
    neighbourWeight: blend[2] ?? 0,
    neighbours,
    judgement: judge(
      unseen.map((parts) => confidencesOf(parts, blend)),
      targets,
    ),
  };
}

function teachable(lessons: readonly Lesson[]): Lesson[] {
  const counts = new Map<string, number>();
  const read = lessons.slice(0, lessonsMax);
  for (const { label } of read) counts.set(label, (counts.get(label) ?? 0) + 1);
  return read.filter(({ label }) => (counts.get(label) ?? 0) >= lessonsPerLabelMin);
}

/** What the parts say of each message when neither it nor its group was among their lessons. */
function unseenParts(
  messages: readonly Map<number, number>[],
  targets: Uint16Array,
  labelCount: number,
  groups: readonly string[],
): Parts[] {
  const folds = dealFolds(groups, innerFolds, seed);
  const unseen: Parts[] = new Array(messages.length);
  for (let fold = 0; fold < innerFolds; fold++) {
    const learned = (place: number) => folds[place] !== fold;
    const experts: Experts = learnExperts(
      messages.filter((_, place) => learned(place)),
      targets.filter((_, place) => learned(place)),
      labelCount,
    );
    messages.forEach((pairs, place) => {
      if (!learned(place)) unseen[place] = partsOf(experts, weighed(pairs, experts.vocabulary));
    });
  }
  return unseen;
}

export function suggest(classifier: Classifier, message: Message): Advice {
  const row = rowOf(message, classifier.vocabulary);
  if (row.indices.length === 0) return { suggestions: [], askPerson: true };
  const confidences = confidencesFor(classifier, row);
  const order = [...confidences.keys()].sort(
    (a, b) => (confidences[b] as number) - (confidences[a] as number),
  );
  const [best = 0, second = 0] = order;
  const suggestions = order.slice(0, suggestionsMax).map((label) => ({
    label: classifier.labels[label] as string,
    confidence: confidences[label] as number,
    reasons: reasonsFor(message, row, classifier, label, label === best ? second : best),
  }));
  return { suggestions, askPerson: (suggestions[0]?.confidence ?? 0) < classifier.judgement.sureFrom };
}

/** The best label alone, for a case that begins while nobody looks; null when nothing in it is known. */
export function bestLabel(
  classifier: Classifier,
  message: Message,
): { label: string; confidence: number } | null {
  const row = rowOf(message, classifier.vocabulary);
  if (row.indices.length === 0) return null;
  const confidences = confidencesFor(classifier, row);
  const best = bestOf(confidences);
  return { label: classifier.labels[best] as string, confidence: confidences[best] as number };
}

/** The confidence in every label, in the order of `labels`, adding up to 1. */
export function confidencesFor(classifier: Classifier, row: SparseRow): Float64Array {
  const { labels, weights, biases, neighbours, neighbourWeight } = classifier;
  const shares = votes(neighbours, row, labels.length);
  const scores = Float64Array.from(
    weights,
    (ofLabel, label) =>
      dot(row, ofLabel) + (biases[label] as number) + neighbourWeight * (shares[label] as number),
  );
  return softmax(scores);
}
