const tickMs = 5;

/** Starts one piece of work for each item, evenly over `seconds`; all answers are waited for. */
export async function spread<Item, Answer>(
  items: readonly Item[],
  seconds: number,
  work: (item: Item, elapsed: () => number) => Promise<Answer>,
): Promise<Answer[]> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const begun: Promise<Answer>[] = [];
  while (begun.length < items.length) {
    const due = Math.min(items.length, Math.ceil((elapsed() / seconds) * items.length));
    for (const item of items.slice(begun.length, due)) {
      const answer = work(item, elapsed);
      // Whoever fails first is reported when all are waited for.
      answer.catch(() => {});
      begun.push(answer);
    }
    await new Promise((resolve) => setTimeout(resolve, tickMs));
  }
  return await Promise.all(begun);
}
