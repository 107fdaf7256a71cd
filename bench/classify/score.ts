import { bestOf, macroF1 } from '#modules/cases/classify/judgement.ts';

export interface Score {
  macroF1: number;
  accuracy: number;
  /** Accuracy on the 80 % of the messages with the widest lead of the best label over the second. */
  top80: number;
}

/** `scores` holds one value a label and message; `targets` the number of the right label. */
export function scoreOf(scores: readonly Float64Array[], targets: readonly number[]): Score {
  const answers = scores.map(bestOf);
  const right = (message: number) => answers[message] === targets[message];
  const messages = [...scores.keys()];
  const leads = scores.map(leadOf);
  const confident = [...messages]
    .sort((a, b) => (leads[b] as number) - (leads[a] as number))
    .slice(0, Math.round(messages.length * 0.8));
  return {
    macroF1: macroF1(answers, targets, scores[0]?.length ?? 0),
    accuracy: messages.filter(right).length / messages.length,
    top80: confident.filter(right).length / confident.length,
  };
}

function leadOf(scores: Float64Array): number {
  const [best = 0, second = 0] = [...scores].sort((a, b) => b - a);
  return best - second;
}
