import { useEffect, useRef } from 'react';

/** Letters belong to whoever types; Enter also to a button or link outside the list. */
function isTaken(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('textarea, select, [contenteditable], [role="combobox"]')) return true;
  const input = target.closest('input');
  if (input && !['radio', 'checkbox'].includes(input.type)) return true;
  return key === 'Enter' && target.closest('button, a') !== null && !target.closest('[data-keys="list"]');
}

const isOpen = () => document.querySelector('[role="dialog"]') !== null;

/** Single keys of a page: `{ j: next, Enter: send }`. Deaf while somebody types or a dialog is open. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = current.current[key];
      if (!act || isTaken(key, event.target) || isOpen()) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
