import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startLive } from './live.ts';

/** The browser's stream, driven by hand. */
class Stream {
  static last: Stream;
  onopen?: () => void;
  onerror?: () => void;
  closed = false;
  private heard?: (event: { data: string }) => void;
  constructor() {
    Stream.last = this;
  }
  addEventListener(_: string, listener: (event: { data: string }) => void) {
    this.heard = listener;
  }
  hint(module: string) {
    this.heard?.({ data: JSON.stringify({ seq: 1, name: `${module}.changed`, module, subjectId: 'x' }) });
  }
  close() {
    this.closed = true;
  }
}

const client = new QueryClient();
const isStale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('document', { visibilityState: 'visible' });
  for (const name of ['people.list_persons', 'territory.list_areas']) client.setQueryData([name, {}], []);
});
afterEach(() => {
  client.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a hint asks again for the reads of its module alone', async () => {
  startLive(client);
  Stream.last.hint('people');
  await vi.advanceTimersByTimeAsync(500);
  expect(isStale(['people.list_persons', {}])).toBe(true);
  expect(isStale(['territory.list_areas', {}])).toBe(false);
});

test('a busy minute is gathered into one round', async () => {
  const asked = vi.spyOn(client, 'invalidateQueries');
  startLive(client);
  for (let hints = 0; hints < 50; hints += 1) Stream.last.hint('people');
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
});

test('while the stream is broken everything is asked every half minute, and no longer once it is back', async () => {
  const asked = vi.spyOn(client, 'invalidateQueries');
  startLive(client);
  Stream.last.onerror?.();
  Stream.last.onerror?.();
  await vi.advanceTimersByTimeAsync(61_000);
  expect(asked).toHaveBeenCalledTimes(2);
  Stream.last.onopen?.();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mockRestore();
});

test('a closed shell listens no more', () => {
  startLive(client)();
  expect(Stream.last.closed).toBe(true);
});
