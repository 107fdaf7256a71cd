// What every request asks and hardly anybody changes: kept by this process for some seconds, street by street.
import type { Context } from '#kernel/context.ts';
import type { Services } from '#kernel/services.ts';

const freshMs = 10_000;

interface Known<T> {
  readAt: number;
  value: Promise<T>;
}

export interface Kept<T> {
  get(context: Context): Promise<T>;
  /** Called by whoever writes it in this process; another process sees the change after some seconds. */
  forget(context: Context): void;
}

/** Freshness goes by the time that passes here, never by the clock of the street, which a replay moves. */
export function kept<T>(read: (context: Context) => Promise<T>): Kept<T> {
  const processes = new WeakMap<Services, Map<number, Known<T>>>();
  return {
    get: async (context) => {
      const streets = processes.get(context.services) ?? new Map<number, Known<T>>();
      processes.set(context.services, streets);
      const known = streets.get(context.streetId);
      if (known && performance.now() - known.readAt < freshMs) return await known.value;
      const value = read(context);
      streets.set(context.streetId, { readAt: performance.now(), value });
      // A failed read is not kept.
      value.catch(() => streets.delete(context.streetId));
      return await value;
    },
    forget: (context) => void processes.get(context.services)?.delete(context.streetId),
  };
}
