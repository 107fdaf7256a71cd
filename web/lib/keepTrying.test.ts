import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTrying } from './keepTrying.ts';

const page = { window: new EventTarget(), document: new EventTarget(), navigator: { onLine: true } };

beforeEach(() => {
  vi.useFakeTimers();
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  page.navigator.onLine = true;
});

test('a connection that breaks once more after its return is tried again', async () => {
  let waiting = 3;
  const send = vi.fn(async () => waiting);
  const stop = keepTrying(send);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(send).toHaveBeenCalledTimes(1);
  waiting = 0;
  await vi.advanceTimersByTimeAsync(1);
  expect(send).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(send).toHaveBeenCalledTimes(2);
  stop();
});

test('the pauses double while nothing gets through, up to a minute', async () => {
  const send = vi.fn(async () => 1);
  const stop = keepTrying(send);
  await vi.advanceTimersByTimeAsync(2_000 + 4_000 + 8_000);
  expect(send).toHaveBeenCalledTimes(4);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(send.mock.calls.length).toBeLessThan(17);
  stop();
  await vi.advanceTimersByTimeAsync(600_000);
  const calls = send.mock.calls.length;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(send).toHaveBeenCalledTimes(calls);
});

test('without a network only its return counts', async () => {
  page.navigator.onLine = false;
  const send = vi.fn(async () => 1);
  const stop = keepTrying(send);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(send).toHaveBeenCalledTimes(1);
  page.window.dispatchEvent(new Event('online'));
  expect(send).toHaveBeenCalledTimes(2);
  stop();
});
