import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AnyEndpoint, OutputOf, RequestOf } from '#contract/define.ts';
import { queryClient, reading, useRead } from './query.ts';
import { device } from './store.ts';
import { losePin, seal, unseal } from './vault/vault.ts';

/** Own-grid readings leave the phone after seven days without a visit. */
const keptMsMax = 7 * 24 * 3_600_000;

interface Kept<Data> {
  data: Data | undefined;
  /** Set while the screen shows an earlier reading because nothing answered. */
  asOf: Date | null;
  /** The server answered in this visit; before that, what is shown may be of another day. */
  isFresh: boolean;
  error: Error | null;
  retry(): void;
}

const keyOf = (endpoint: AnyEndpoint, request: unknown): string =>
  JSON.stringify([endpoint.name, request ?? {}]);

async function put(key: string, data: unknown): Promise<void> {
  const sealed = await seal(data);
  await (await device()).reads.put({ key, data: sealed, readAt: Date.now() });
}

/** Keeps an answer that came by another way, as if the page had asked for it; shown at once when the page opens. */
export async function keepReading<E extends AnyEndpoint>(
  endpoint: E,
  request: RequestOf<E>,
  data: OutputOf<E>,
): Promise<void> {
  queryClient.setQueryData(reading(endpoint, request).queryKey, data as never);
  await put(keyOf(endpoint, request), data);
}

/** Reads an endpoint and keeps the answer on this device, to be shown with its time when offline. */
export function useKeptRead<E extends AnyEndpoint>(
  endpoint: E,
  request?: RequestOf<E>,
  options?: { enabled?: boolean },
): Kept<OutputOf<E>> {
  const read = useRead(endpoint, request, options);
  const [earlier, setEarlier] = useState<{ key: string; data: OutputOf<E>; readAt: number } | null>(null);
  const key = keyOf(endpoint, request);

  useEffect(() => {
    if (read.data === undefined || read.isError) return;
    void put(key, read.data).catch(() => {});
  }, [key, read.data, read.isError]);

  // In the stairwell nobody waits for three tries to fail: the earlier reading is there from the first moment.
  const isMissing = read.data === undefined || read.isError;
  useEffect(() => {
    if (!isMissing) return;
    let gone = false;
    void device()
      .then(({ reads }) => reads.get(key))
      .then(async (kept) => {
        if (!kept) return;
        const data = (await unseal(kept.data)) as OutputOf<E>;
        if (!gone) setEarlier({ key, data, readAt: kept.readAt });
      })
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [key, isMissing]);

  const known = earlier?.key === key ? earlier : null;
  const asOf = known && read.isError ? known.readAt : null;
  useEffect(() => (asOf === null ? undefined : shownAsOf.show(asOf)), [asOf]);

  return {
    data: isMissing ? (known?.data ?? read.data) : read.data,
    asOf: asOf === null ? null : new Date(asOf),
    isFresh: !isMissing,
    error: known ? null : read.error,
    retry: () => void read.refetch(),
  };
}

/** Times of the earlier readings on screen: the frame says the oldest in its one banner. */
const shownAsOf = (() => {
  const times: number[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    show: (readAt: number) => {
      times.push(readAt);
      tell();
      return () => {
        times.splice(times.indexOf(readAt), 1);
        tell();
      };
    },
    oldest: () => (times.length > 0 ? Math.min(...times) : null),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
})();

/** When the oldest reading on screen was read; null while everything is fresh. */
export function useShownAsOf(): number | null {
  return useSyncExternalStore(shownAsOf.subscribe, shownAsOf.oldest, () => null);
}

const usedAtKey = 'jia.used';

/**
 * Called when a shell opens. Readings go seven days after they were read; when the shell was not opened for so long,
 * all of them go, and the PIN with them: signing in gives back what was not sent.
 */
export async function dropOldReadings(now: number = Date.now()): Promise<void> {
  const usedAt = Number(localStorage.getItem(usedAtKey) ?? now);
  localStorage.setItem(usedAtKey, String(now));
  await device()
    .then(async ({ reads }) => {
      if (now - usedAt > keptMsMax) await losePin();
      await reads
        .where('readAt')
        .below(now - keptMsMax)
        .delete();
    })
    .catch(() => {});
}
