import { describe, expect, it } from 'vitest';
import { gatherer } from './gather.ts';

/** Work whose calls wait to be let go, so that a test decides what comes together. */
function held(answer: (item: number) => string | Error) {
  const calls: number[][] = [];
  const doors: (() => void)[] = [];
  const work = async (items: readonly number[]) => {
    calls.push([...items]);
    await new Promise<void>((resolve) => doors.push(resolve));
    return items.map(answer);
  };
  return { calls, work, letGo: () => doors.shift()?.() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('gathering', () => {
  it('serves one at once and those who come meanwhile together, in their order', async () => {
    const { calls, work, letGo } = held(String);
    const ask = gatherer(work, { batchMax: 10 });
    const first = ask(1);
    await turn();
    const others = [2, 3, 4].map(ask);
    await turn();
    expect(calls).toEqual([[1]]);
    letGo();
    expect(await first).toBe('1');
    await turn();
    letGo();
    expect(await Promise.all(others)).toEqual(['2', '3', '4']);
    expect(calls).toEqual([[1], [2, 3, 4]]);
  });

  it('takes at most a batch, and keeps apart what does not fit', async () => {
    const { calls, work, letGo } = held(String);
    const ask = gatherer(work, { batchMax: 2 }, (chosen, other) =>
      chosen.every((one) => one % 2 === other % 2),
    );
    const asked = [1, 2, 3, 4, 5].map(ask);
    for (let call = 0; call < 3; call++) {
      await turn();
      letGo();
      await turn();
    }
    await Promise.all(asked);
    expect(calls).toEqual([[1, 3], [2, 4], [5]]);
  });

  it('refuses one alone, and everybody when the call fails', async () => {
    const { work, letGo } = held((item) => (item === 2 ? new Error('not you') : 'yes'));
    const ask = gatherer(work, { batchMax: 10 });
    const asked = Promise.allSettled([1, 2, 3].map(ask));
    await turn();
    letGo();
    expect((await asked).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);

    const failing = gatherer(async () => Promise.reject(new Error('no database')), { batchMax: 10 });
    expect((await Promise.allSettled([1, 2].map(failing))).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
  });
});
