// Those who come while others are being served go together: one call for many instead of a queue of calls.

export interface GatherOptions {
  /** How many go in one call. */
  batchMax: number;
  /** Calls under way at once. */
  callsMax?: number;
}

interface Waiting<In, Out> {
  item: In;
  resolve(answer: Out): void;
  reject(error: unknown): void;
}

/**
 * Answers each item for itself, in the order in which they came; an `Error` in the place of an answer refuses that
 * item alone. Nothing waits while nobody else is there. `fits` keeps out of a call what cannot go with those chosen.
 * A call that fails as a whole fails for everybody in it.
 */
export function gatherer<In, Out>(
  work: (items: readonly In[]) => Promise<readonly (Out | Error)[]>,
  { batchMax, callsMax = 1 }: GatherOptions,
  fits: (chosen: readonly In[], other: In) => boolean = () => true,
): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = [];
  let calls = 0;

  function take(): Waiting<In, Out>[] {
    const batch: Waiting<In, Out>[] = [];
    const chosen: In[] = [];
    const rest: Waiting<In, Out>[] = [];
    for (const one of waiting) {
      const goes = batch.length < batchMax && fits(chosen, one.item);
      (goes ? batch : rest).push(one);
      if (goes) chosen.push(one.item);
    }
    waiting = rest;
    return batch;
  }

  async function flush(): Promise<void> {
    if (calls >= callsMax || waiting.length === 0) return;
    const batch = take();
    calls += 1;
    try {
      const answers = await work(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('an item was not answered'));
        else if (answer instanceof Error) reject(answer);
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      calls -= 1;
      void flush();
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // After the callers of this turn have all come in.
      setImmediate(() => void flush());
    });
}
