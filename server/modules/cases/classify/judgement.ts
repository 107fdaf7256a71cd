// How good the classifier is on messages it had not seen, and from which confidence on it may be trusted.

export interface Judgement {
  messages: number;
  accuracy: number;
  /** Mean of the F1 of every label: small labels count as much as large ones. */
  macroF1: number;
  /** From this confidence on, at least `sureAccuracy` of the suggestions were right; above 1 when never. */
  sureFrom: number;
  /** The share of messages that reach it. */
  sureShare: number;
}

/** What a suggestion must keep before it is filled in without asking. */
export const sureAccuracy = 0.96;
/** Below this many messages a share of right answers says nothing. */
const sureMessagesMin = 30;

export function judge(confidences: readonly Float64Array[], targets: Uint16Array): Judgement {
  const answers = confidences.map((ofLabels, message) => {
    const best = bestOf(ofLabels);
    return { best, confidence: ofLabels[best] as number, right: best === targets[message] };
  });
  const labelCount = confidences[0]?.length ?? 0;
  return {
    messages: answers.length,
    accuracy: answers.filter(({ right }) => right).length / answers.length,
    macroF1: macroF1(
      answers.map(({ best }) => best),
      targets,
      labelCount,
    ),
    ...sureness(answers),
  };
}

/** The widest set of most confident answers that is right often enough. */
function sureness(answers: readonly { confidence: number; right: boolean }[]) {
  const sorted = [...answers].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let sure = { sureFrom: 2, sureShare: 0 };
  sorted.forEach((answer, place) => {
    if (answer.right) right += 1;
    const seen = place + 1;
    if (seen >= sureMessagesMin && right / seen >= sureAccuracy)
      sure = { sureFrom: answer.confidence, sureShare: seen / sorted.length };
  });
  return sure;
}

export function bestOf(confidences: Float64Array): number {
  let best = 0;
  for (let label = 1; label < confidences.length; label++)
    if ((confidences[label] as number) > (confidences[best] as number)) best = label;
  return best;
}

/** 0 to 1; a label that occurs neither among the answers nor the targets counts 0. */
export function macroF1(answers: readonly number[], targets: ArrayLike<number>, labelCount: number): number {
  const hits = new Float64Array(labelCount);
  const claims = new Float64Array(labelCount);
  answers.forEach((answer, message) => {
    const target = targets[message] as number;
    claims[answer] = (claims[answer] as number) + 1;
    claims[target] = (claims[target] as number) + 1;
    if (answer === target) hits[answer] = (hits[answer] as number) + 1;
  });
  return hits.reduce((sum, hit, label) => sum + (2 * hit) / ((claims[label] as number) || 1), 0) / labelCount;
}
