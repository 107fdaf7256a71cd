/** Runs at most `count` of the given works at a time; the others wait their turn, first come first served. */
export function atMost(count: number) {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;

    try {
      return await work();
    } finally {
      // The place is handed on rather than given up, so that nobody can slip in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
