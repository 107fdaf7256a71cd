import { useSyncExternalStore } from 'react';

export type Mode = 'standard' | 'elder';

const storageKey = 'jia.mode';
const listeners = new Set<() => void>();

/** The version in use, from the root element (web/public/boot.js sets it before the first paint). */
export function currentMode(): Mode {
  return document.documentElement.dataset.mode === 'elder' ? 'elder' : 'standard';
}

/** Switches the whole page and remembers it on this device. */
export function setMode(mode: Mode): void {
  if (mode === 'elder') document.documentElement.dataset.mode = 'elder';
  else delete document.documentElement.dataset.mode;
  try {
    localStorage.setItem(storageKey, mode);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function useMode(): Mode {
  return useSyncExternalStore(subscribe, currentMode, () => 'standard');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
