import { useCallback, useEffect, useRef, useState } from 'react';
import { device } from './store.ts';

export interface DraftState<Value> {
  value: Value;
  change(value: Value): void;
  /** When the text on screen was last kept; null until the first keystroke. */
  savedAt: Date | null;
  /** True when this visit began with what was typed before. */
  restored: boolean;
  /** After sending, or when the person starts afresh. */
  discard(): void;
}

/**
 * A form's text that survives closing the page: every change is kept on this device under `key` and given
 * back on the next visit. Without storage the form works as any other.
 */
export function useDraft<Value>(key: string, empty: Value): DraftState<Value> {
  const [value, setValue] = useState(empty);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [restored, setRestored] = useState(false);
  const touched = useRef(false);
  const first = useRef(empty);

  useEffect(() => {
    let gone = false;
    void device()
      .then(({ drafts }) => drafts.get(key))
      .then((draft) => {
        if (gone || !draft || touched.current) return;
        setValue(draft.value as Value);
        setSavedAt(new Date(draft.savedAt));
        setRestored(true);
      })
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [key]);

  const change = useCallback(
    (next: Value) => {
      touched.current = true;
      setValue(next);
      const savedAt = Date.now();
      void device()
        .then(({ drafts }) => drafts.put({ key, value: next, savedAt }))
        .then(() => setSavedAt(new Date(savedAt)))
        .catch(() => {});
    },
    [key],
  );

  const discard = useCallback(() => {
    touched.current = true;
    setValue(first.current);
    setSavedAt(null);
    setRestored(false);
    void device()
      .then(({ drafts }) => drafts.delete(key))
      .catch(() => {});
  }, [key]);

  return { value, change, savedAt, restored, discard };
}
