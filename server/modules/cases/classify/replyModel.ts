// Learns from replies that people judged: a plane over pairs of characters and steps of length together.
import { dealFolds } from './folds.ts';
import { pairsOf } from './message.ts';
import { replyReasons } from './replyRules.ts';
import { replyTextOf } from './replyText.ts';
import { dot, type SparseRow, stack } from './sparse.ts';
import { type Hyperplane, solveSvm } from './svm.ts';
import { learnVocabulary, type Vocabulary, weighed } from './vocabulary.ts';

export interface ReplyLesson {
  reply: string;
  /** People found that it explains nothing. */
  weak: boolean;
  /** Replies of one group (one template, one matter) are never learned and judged at once. */
  group?: string;
}

export interface ReplyModel {
  vocabulary: Vocabulary;
  plane: Hyperplane;
  /** Confidence = 1 / (1 + exp(-(slope · score + offset))). */
  slope: number;
  offset: number;
  /** From this confidence on a reply is called weak. */
  weakFrom: number;
}

const repliesPerPairMin = 3;
const lengthSteps: readonly number[] = [15, 25, 35, 45, 55, 65, 75, 85, 100, 120, 150, 200, 300];
const stepValue = 0.3;
/** Weak replies are one in nine, and what we look for. */
const weakPrice = 0.6;
const goodPrice = 0.3;
/** What the rules say counts like a step and a half of length. */
const ruleValue = 0.5;
const heardRules = ['too_short', 'no_action_named', 'shirking'] as const;
/**
 * A little before the plane itself: missing a weak reply costs a resident more than a second look costs the handler.
 * One cut for all streets: where it was fitted to the best F1 of each training part, it did worse on the rest.
 */
const weakScore = -0.25;
/** With fewer of a kind there is nothing to learn. */
export const repliesPerKindMin = 20;
const innerFolds = 5;
const seed = 20_261_121;

/** Null while there are fewer than twenty weak or twenty good replies. */
export function trainReplyModel(lessons: readonly ReplyLesson[]): ReplyModel | null {
  const weak = lessons.filter((lesson) => lesson.weak).length;
  if (Math.min(weak, lessons.length - weak) < repliesPerKindMin) return null;
  const folds = dealFolds(
    lessons.map(({ group }, place) => group || `reply ${place}`),
    innerFolds,
    seed,
  );
  const unseen = new Float64Array(lessons.length);
  for (let fold = 0; fold < innerFolds; fold++) {
    const learned = learn(lessons.filter((_, place) => folds[place] !== fold));
    lessons.forEach(({ reply }, place) => {
      if (folds[place] === fold) unseen[place] = scoreOf(reply, learned);
    });
  }
  const truth = lessons.map((lesson) => lesson.weak);
  const scale = learnScale(unseen, truth);
  return { ...learn(lessons), ...scale, weakFrom: scaled(weakScore, scale) };
}

/** 0 to 1: of a hundred replies with 0.9, about ninety were found weak. */
export const weakness = (reply: string, model: ReplyModel): number => scaled(scoreOf(reply, model), model);

type Learned = Pick<ReplyModel, 'vocabulary' | 'plane'>;

function learn(lessons: readonly ReplyLesson[]): Learned {
  const vocabulary = learnVocabulary(
    lessons.map(({ reply }) => pairsOf({ text: reply })),
    repliesPerPairMin,
  );
  const rows = lessons.map(({ reply }) => rowOf(reply, vocabulary));
  const plane = solveSvm(
    stack(rows, vocabulary.rarity.length + 2 * lengthSteps.length + heardRules.length),
    Int8Array.from(lessons, ({ weak }) => (weak ? 1 : -1)),
    { costPositive: weakPrice, costNegative: goodPrice, tolerance: 0.02, roundsMax: 300, seed },
  );
  return { vocabulary, plane };
}

const scoreOf = (reply: string, { vocabulary, plane }: Learned) =>
  dot(rowOf(reply, vocabulary), plane.weights) + plane.bias;

/** The pairs of the reply, a column for each step its length, or its core's, stays below, and one for each rule. */
function rowOf(reply: string, vocabulary: Vocabulary): SparseRow {
  const { indices, values } = weighed(pairsOf({ text: reply }), vocabulary);
  const { length, core } = replyTextOf(reply);
  const said = replyReasons(reply, '', []);
  const more = [
    ...lengthSteps.map((step) => (length < step ? stepValue : 0)),
    ...lengthSteps.map((step) => (core.length < step ? stepValue : 0)),
    ...heardRules.map((rule) => (said.includes(rule) ? ruleValue : 0)),
  ].flatMap((value, at) => (value > 0 ? [{ column: vocabulary.rarity.length + at, value }] : []));
  return {
    indices: Int32Array.from([...indices, ...more.map(({ column }) => column)]),
    values: Float32Array.from([...values, ...more.map(({ value }) => value)]),
  };
}

const scaled = (score: number, { slope, offset }: { slope: number; offset: number }) =>
  1 / (1 + Math.exp(-(slope * score + offset)));

/** Platt's scaling: a logistic curve through the unseen scores, by Newton's steps; the slope stays positive. */
function learnScale(scores: Float64Array, truth: readonly boolean[]): { slope: number; offset: number } {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 50; step++) {
    // A slight pull to the start keeps the curve finite when the scores separate the kinds altogether.
    let [toSlope, toOffset, bendSlope, bendBoth, bendOffset] = [slope - 1, offset, 1, 0, 1];
    scores.forEach((score, place) => {
      const confidence = scaled(score, { slope, offset });
      const off = confidence - (truth[place] ? 1 : 0);
      const bend = confidence * (1 - confidence);
      toSlope += off * score;
      toOffset += off;
      bendSlope += bend * score * score;
      bendBoth += bend * score;
      bendOffset += bend;
    });
    const determinant = bendSlope * bendOffset - bendBoth * bendBoth;
    slope = Math.max(0.01, slope - (bendOffset * toSlope - bendBoth * toOffset) / determinant);
    offset -= (bendSlope * toOffset - bendBoth * toSlope) / determinant;
  }
  return { slope, offset };
}
