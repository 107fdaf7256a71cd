// The three rates (domain.md 1.4): figures in, rates out. Pure.
import type { RatePart } from '#contract/cases/callback/endpoints.ts';

export type RateCounts = Record<RatePart, number>;

export interface Rates {
  /** 响应率: reached in time, and the requester does not say otherwise. */
  responseRate: number | null;
  /** 解决率: solved of those who answered; a part counts as not solved and is shown apart. */
  solvedRate: number | null;
  /** 满意率: very, satisfied or basically, of those who answered. */
  satisfiedRate: number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function ratesOf(counts: RateCounts): Rates {
  return {
    responseRate: share(counts.responded, counts.due),
    solvedRate: share(counts.solved, counts.answered),
    satisfiedRate: share(counts.satisfied, counts.satisfied + counts.dissatisfied),
  };
}
