// How many requests are worked on at once, and when one more is asked to come back later instead of waiting.
import { Problem } from '#kernel/problem.ts';

export interface AdmissionOptions {
  /** Requests worked on at once; the rest wait their turn. */
  workingMax: number;
  /** Longest wait that is promised, ms, from how long requests took lately. */
  waitMsMax: number;
  now?(): number;
}

export const retryAfterSeconds = 2;

/** How much the latest request counts in the average. */
const weight = 0.1;
const firstGuessMs = 20;

export type Admission = ReturnType<typeof admission>;

/**
 * A queue in order of arrival before a fixed number of places. Whoever would wait too long is refused at once, so
 * that a burst costs those who come in it an answer of some milliseconds and the others next to nothing.
 */
export function admission({ workingMax, waitMsMax, now = () => performance.now() }: AdmissionOptions) {
  let working = 0;
  let averageMs = firstGuessMs;
  const waiting: (() => void)[] = [];

  const expectedWaitMs = () => ((waiting.length + 1) * averageMs) / workingMax;

  function leave(enteredAt: number): void {
    averageMs += (now() - enteredAt - averageMs) * weight;
    const next = waiting.shift();
    // The place is handed on: nobody who comes now overtakes who waits.
    if (next) next();
    else working--;
  }

  return {
    /** @throws Problem 503 `server.busy` */
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (working < workingMax) working++;
      else if (waiting.length >= workingMax && expectedWaitMs() > waitMsMax)
        throw new Problem('server.busy', 503, { retryAfterSeconds });
      else await new Promise<void>((resolve) => waiting.push(resolve));
      const enteredAt = now();
      try {
        return await work();
      } finally {
        leave(enteredAt);
      }
    },
    state: () => ({ working, waiting: waiting.length }),
  };
}
