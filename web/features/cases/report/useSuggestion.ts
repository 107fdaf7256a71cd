import { useEffect, useState } from 'react';
import { type Suggestion, suggestCase } from '#contract/cases/suggest.ts';
import type { RequestOf } from '#contract/define.ts';
import { call } from '#web/lib/call.ts';
import { useOnline } from '#web/lib/online.ts';

type Asked = NonNullable<RequestOf<typeof suggestCase>['body']>;

/** After the last keystroke. */
const quietMs = 500;

/** What the platform suggests for what is being written; without a network the last one stays. */
export function useSuggestion(asked: Asked): Suggestion | null {
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null);
  const isOnline = useOnline();
  const question = JSON.stringify(asked);
  const isEmpty = !asked.text.trim() && !asked.placeText && !asked.areaId && asked.longitude == null;
  useEffect(() => {
    if (isEmpty) return setSuggestion(null);
    if (!isOnline) return;
    const stopped = new AbortController();
    const timer = setTimeout(() => {
      call(suggestCase, { body: JSON.parse(question) as Asked }, { signal: stopped.signal })
        .then((found) => !stopped.signal.aborted && setSuggestion(found))
        // A suggestion that does not come is no matter: the form works without.
        .catch(() => {});
    }, quietMs);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [question, isEmpty, isOnline]);
  return suggestion;
}
