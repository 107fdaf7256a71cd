import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AnyEndpoint, OutputOf, RequestOf } from '#contract/define.ts';
import { useRead } from './query.ts';
import { device } from './store.ts';

/** Own-grid readings leave the phone after seven days without a visit. */
const keptMsMax = 7 * 24 * 3_600_000;

interface Kept<Data> {
  data: Data | undefined;
  /** Set while the screen shows an earlier reading because nothing answered. */
  asOf: Date | null;
  error: Error | null;
  retry(): void;
}

/** Reads an endpoint and keeps the answer on this device, to be shown with its time when offline. */
export function useKeptRead<E extends AnyEndpoint>(endpoint: E, request?: RequestOf<E>): Kept<OutputOf<E>> {
  const read = useRead(endpoint, request);
  const [earlier, setEarlier] = useState<{ data: OutputOf<E>; readAt: number } | null>(null);
  const key = JSON.stringify([endpoint.name, request ?? {}]);

  useEffect(() => {
    if (read.data === undefined) return;
    void device()
      .then(({ reads }) => reads.put({ key, data: read.data, readAt: Date.now() }))
      .catch(() => {});
  }, [key, read.data]);

  useEffect(() => {
    if (!read.isError) return setEarlier(null);
    void device()
      .then(({ reads }) => reads.get(key))
      .then((kept) => kept && setEarlier({ data: kept.data as OutputOf<E>, readAt: kept.readAt }))
      .catch(() => {});
  }, [key, read.isError]);

  useEffect(() => (earlier ? shownAsOf.show(earlier.readAt) : undefined), [earlier]);

  const fresh = read.data !== undefined && !read.isError;
  return {
    data: fresh ? read.data : (earlier?.data ?? read.data),
    asOf: fresh || !earlier ? null : new Date(earlier.readAt),
    error: earlier ? null : read.error,
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

/** Called when a shell opens. */
export async function dropOldReadings(now: number = Date.now()): Promise<void> {
  await device()
    .then(({ reads }) =>
      reads
        .where('readAt')
        .below(now - keptMsMax)
        .delete(),
    )
    .catch(() => {});
}
