// How much to trust each part, and how sure to be: a softmax over the weighted parts, fitted on messages that the
// parts had not seen. Its confidence can be read as "so many of a hundred such suggestions are right".

/** The parts of a score, in this order: plain plane, stretched plane, vote of the neighbours. */
export const partCount = 3;

/** One message: for every label its parts, label after label. */
export type Parts = Float64Array;

/** How much each part counts. */
export type Blend = Float64Array;

/** Where a street with few lessons starts from. */
const prior: readonly number[] = [2, 2, 2];
/** Strength of the pull to the prior, in messages. */
const priorStrength = 5;
const steps = 400;

/** Nesterov's accelerated descent of the log loss: it is convex, and its curvature is bounded by `steepest`. */
export function learnBlend(messages: readonly Parts[], labels: Uint16Array): Blend {
  const blend = Float64Array.from(prior);
  const ahead = Float64Array.from(prior);
  const stepLength = 1 / steepest(messages);
  for (let step = 1; step <= steps; step++) {
    const slope = slopeAt(ahead, messages, labels);
    for (let part = 0; part < partCount; part++) {
      const before = blend[part] as number;
      // A part that speaks against itself is left out.
      const next = Math.max(0, (ahead[part] as number) - stepLength * (slope[part] as number));
      blend[part] = next;
      ahead[part] = next + ((step - 1) / (step + 2)) * (next - before);
    }
  }
  return blend;
}

/** The confidence in every label, adding up to 1. */
export function confidencesOf(parts: Parts, blend: Blend): Float64Array {
  const scores = new Float64Array(parts.length / partCount);
  for (let label = 0; label < scores.length; label++)
    for (let part = 0; part < partCount; part++)
      scores[label] =
        (scores[label] as number) + (blend[part] as number) * (parts[label * partCount + part] as number);
  return softmax(scores);
}

export function softmax(scores: Float64Array): Float64Array {
  const best = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - best));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

function slopeAt(blend: Blend, messages: readonly Parts[], labels: Uint16Array): Float64Array {
  const slope = blend.map((weight, part) => priorStrength * (weight - (prior[part] as number)));
  messages.forEach((parts, message) => {
    confidencesOf(parts, blend).forEach((confidence, label) => {
      const off = confidence - (labels[message] === label ? 1 : 0);
      for (let part = 0; part < partCount; part++)
        slope[part] = (slope[part] as number) + off * (parts[label * partCount + part] as number);
    });
  });
  return slope;
}

/** An upper bound of the curvature: the squared length of the longest part vector of each message, added up. */
function steepest(messages: readonly Parts[]): number {
  let sum = priorStrength;
  for (const parts of messages) {
    let longest = 0;
    for (let label = 0; label < parts.length; label += partCount) {
      let square = 0;
      for (let part = 0; part < partCount; part++) square += (parts[label + part] as number) ** 2;
      longest = Math.max(longest, square);
    }
    sum += longest;
  }
  return sum;
}
