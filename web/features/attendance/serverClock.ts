// The server's time on this device: codes turn by it, not by what somebody set the phone to.
import { useEffect, useState } from 'react';

const storageKey = 'jia.attendance.clock';
let base: { serverMs: number; ranMs: number } | undefined;

/** Remembers what the server said; between two visits only the difference of the clocks is known. */
export function noteServerTime(serverNow: string): void {
  const serverMs = Date.parse(serverNow);
  // Time only goes on: an answer out of the cache tells of before.
  if (base && serverMs < trustedNow()) return;
  base = { serverMs, ranMs: performance.now() };
  localStorage.setItem(storageKey, String(serverMs - Date.now()));
}

export function trustedNow(): number {
  if (base) return base.serverMs + performance.now() - base.ranMs;
  return Date.now() + clockOffset();
}

/** How far the server runs before this phone, as last known; milliseconds. */
export function clockOffset(): number {
  const kept = Number(localStorage.getItem(storageKey) ?? 0);
  return Number.isFinite(kept) ? kept : 0;
}

/** Draws again every half second. */
export function useTrustedNow(): number {
  const [now, setNow] = useState(trustedNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(trustedNow()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}
