import { useCallback, useEffect, useRef, useState } from 'react';
import { device } from './store.ts';
import { seal, unseal } from './vault/vault.ts';

/** One write after the other: a long one that is encrypted must not end after the next. */
let writing = Promise.resolve();
function inTurn(write: () => Promise<void>): void {
  writing = writing.then(write).catch(() => {});
}

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
      .then(async (draft) => {
        if (!draft) return;
        const kept = await unseal(draft.value);
        if (gone || touched.current) return;
        setValue(kept as Value);
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
      inTurn(async () => {
        await (await device()).drafts.put({ key, value: await seal(next), savedAt });
        setSavedAt(new Date(savedAt));
      });
    },
    [key],
  );

  const discard = useCallback(() => {
    touched.current = true;
    setValue(first.current);
    setSavedAt(null);
    setRestored(false);
    inTurn(async () => await (await device()).drafts.delete(key));
  }, [key]);

  return { value, change, savedAt, restored, discard };
}
