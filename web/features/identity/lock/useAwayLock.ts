import { useEffect, useRef } from 'react';
import { lockVault } from '#web/lib/vault/vault.ts';

/** Longer in the background than this, the phone may be in other hands. */
const awayMsMax = 5 * 60_000;

/** Locks after five minutes out of sight: by a timer, and by the clock where timers sleep in the background. */
export function useAwayLock(onLock: () => void): void {
  const heard = useRef(onLock);
  heard.current = onLock;
  useEffect(() => {
    let hiddenAt: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lock = () => {
      lockVault();
      heard.current();
    };
    const changed = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') {
        hiddenAt = Date.now();
        timer = setTimeout(lock, awayMsMax);
        return;
      }
      if (hiddenAt !== null && Date.now() - hiddenAt >= awayMsMax) lock();
      hiddenAt = null;
    };
    document.addEventListener('visibilitychange', changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', changed);
    };
  }, []);
}
