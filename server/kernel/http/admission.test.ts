import { describe, expect, it } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { admission } from './admission.ts';

/** Work that ends when it is told to, under a clock that is turned by hand. */
function stage(workingMax = 2, waitMsMax = 1000) {
  let at = 0;
  const gate = admission({ workingMax, waitMsMax, now: () => at });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const enter = (name: string) =>
    gate.run(async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const end = async (name: string, tookMs: number) => {
    at += tookMs;
    ends.get(name)?.();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { gate, begun, enter, end };
}

describe('admission', () => {
  it('lets so many work at once and the rest wait in the order they came', async () => {
    const { gate, begun, enter, end } = stage();
    const all = ['a', 'b', 'c', 'd'].map(enter);
    expect(begun).toEqual(['a', 'b']);
    await end('b', 10);
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(gate.state()).toEqual({ working: 2, waiting: 1 });
    await end('a', 10);
    await end('c', 10);
    await end('d', 10);
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(gate.state()).toEqual({ working: 0, waiting: 0 });
  });

  it('refuses at once whoever would wait longer than is promised, and takes in again when it is calm', async () => {
    const { gate, enter, end } = stage(2, 1000);
    // One that took four seconds teaches it that a place is not free soon.
    void enter('slow');
    await end('slow', 4000);
    for (const name of ['a', 'b', 'c', 'd']) void enter(name);
    let refusal: unknown;
    for (let turn = 0; turn < 10 && !refusal; turn++)
      await Promise.race([enter(`e${turn}`), Promise.resolve()]).catch((error: unknown) => {
        refusal = error;
      });
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ code: 'server.busy', status: 503, details: { retryAfterSeconds: 2 } });
    const { waiting } = gate.state();
    expect(waiting).toBeGreaterThanOrEqual(2);
    for (let turn = 0; turn < waiting + 2; turn++)
      for (const name of ['a', 'b', 'c', 'd', ...Array.from({ length: 10 }, (_, place) => `e${place}`)])
        await end(name, 1);
    expect(gate.state()).toEqual({ working: 0, waiting: 0 });
    void enter('later');
    expect(gate.state()).toEqual({ working: 1, waiting: 0 });
  });

  it('gives the place back when the work fails', async () => {
    const gate = admission({ workingMax: 1, waitMsMax: 1000 });
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(async () => 'next')).toBe('next');
  });

  it('never refuses as long as fewer wait than may work, however slow it is', async () => {
    const { enter, end, begun } = stage(2, 1);
    void enter('slow');
    await end('slow', 60_000);
    for (const name of ['a', 'b', 'c', 'd']) void enter(name);
    expect(begun).toEqual(['slow', 'a', 'b']);
  });
});
