// What the phone takes along, fetched ahead while there is a network: nobody asks for it at the door.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { getCase, listMatters, readShift } from '#contract/cases/endpoints.ts';
import { listMyEntrances } from '#contract/coverage/endpoints.ts';
import type { AnyEndpoint, RequestOf } from '#contract/define.ts';
import { listHouseholds } from '#contract/people/endpoints.ts';
import type { Permission } from '#contract/permissions.ts';
import { call } from '#web/lib/call.ts';
import { keepReading } from '#web/lib/keep.ts';

/** A phone that is looked at often asks at most this often. */
const everyMs = 10 * 60_000;

let takenAt: number | null = null;
let running: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Own open cases whole, matters, own entrances and the households behind them; read-only where others own them. */
export async function takeAlong(may: (permission: Permission) => boolean): Promise<void> {
  running ??= take(may).finally(() => {
    running = undefined;
  });
  await running;
}

async function take(may: (permission: Permission) => boolean): Promise<void> {
  const shift = await fetchAndKeep(readShift, {});
  for (const { record } of shift.cases)
    await keepReading(getCase, { params: { caseId: record.caseId } }, record);
  await fetchAndKeep(listMatters, {});
  if (may('area.read')) await fetchAndKeep(listMyEntrances, { query: { limit: 200 } });
  if (may('person.read')) await fetchAndKeep(listHouseholds, { query: { limit: 200 } });
  takenAt = Date.now();
  for (const listener of listeners) listener();
}

async function fetchAndKeep<E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>) {
  const answer = await call(endpoint, request);
  await keepReading(endpoint, request, answer);
  return answer;
}

/** On opening, when the network returns, and when the page is shown after a while. */
export function useTakingAlong(may: (permission: Permission) => boolean): void {
  const isFinder = may('case.find');
  const rights = useRef(may);
  rights.current = may;
  useEffect(() => {
    if (!isFinder) return;
    const taking = () => void takeAlong(rights.current).catch(() => {});
    const whenShown = () => {
      const isOld = takenAt === null || Date.now() - takenAt > everyMs;
      if (document.visibilityState === 'visible' && isOld) taking();
    };
    taking();
    window.addEventListener('online', taking);
    document.addEventListener('visibilitychange', whenShown);
    return () => {
      window.removeEventListener('online', taking);
      document.removeEventListener('visibilitychange', whenShown);
    };
  }, [isFinder]);
}

/** Whether everything is on the phone; a kept shift of an earlier visit counts too. */
export function useIsTakenAlong(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => takenAt !== null,
    () => false,
  );
}
