import { useEffect, useState } from 'react';
import { checkReply, type ReplyFinding } from '#contract/cases/replies/endpoints.ts';
import { call } from '#web/lib/call.ts';
import { useOnline } from '#web/lib/online.ts';

/** After the last keystroke. */
const quietMs = 600;

/** What is said of a reply while it is typed; null before it was looked at. Without a network it waits, silently. */
export function useReplyCheck(caseId: string, typed: string): readonly ReplyFinding[] | null {
  const [checked, setChecked] = useState<{ text: string; findings: ReplyFinding[] } | null>(null);
  const isOnline = useOnline();
  const text = typed.trim();
  useEffect(() => {
    if (!text || !isOnline) return;
    const stopped = new AbortController();
    const timer = setTimeout(() => {
      call(checkReply, { params: { caseId }, body: { text } }, { signal: stopped.signal })
        .then(({ findings }) => !stopped.signal.aborted && setChecked({ text, findings }))
        // Advice that does not come holds nobody up.
        .catch(() => {});
    }, quietMs);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [caseId, text, isOnline]);
  if (!text || !checked) return null;
  // While a word is changed the last advice stays; what it says of other words is gone with them.
  return isOnline || checked.text === text ? checked.findings : null;
}
