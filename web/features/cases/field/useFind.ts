import { useRef, useState } from 'react';
import { findCase, reportCase } from '#contract/cases/endpoints.ts';
import type { AnyEndpoint, RequestOf } from '#contract/define.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { useDraft } from '#web/lib/draft.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { emptyFind, type FindDraft, missingInFind, placeTextOf } from './findDraft.ts';
import { findWords as words } from './words.ts';

/** The report being written, and its way into the queue of this phone. */
export function useFind(accountId: string, start: Partial<FindDraft>) {
  const draft = useDraft<FindDraft>(`case-find:${accountId}`, { ...emptyFind, ...start });
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState<'sent' | 'kept' | null>(null);
  const latest = useRef(draft.value);
  latest.current = draft.value;
  const update = (change: (now: FindDraft) => Partial<FindDraft>) => {
    const next = { ...latest.current, ...change(latest.current) };
    latest.current = next;
    draft.change(next);
  };
  const submit = async () => {
    const missing = missingInFind(draft.value);
    setProblem(missing);
    if (missing) return;
    try {
      const refusal = await give(accountId, draft.value);
      if (refusal.sentence) return setProblem(refusal.sentence);
      setSent(refusal.waits ? 'kept' : 'sent');
      draft.discard();
      await refresh(queryClient, ['cases']);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return { draft, update, problem, sent, submit: () => void submit(), again: () => setSent(null) };
}

/** Into the queue. What the rules forbid comes back to the form at once, with its sentence. */
async function give(
  accountId: string,
  draft: FindDraft,
): Promise<{ waits: boolean; sentence: string | null }> {
  const outbox = deviceOutbox(accountId);
  const caseId = crypto.randomUUID();
  const { endpoint, request } = requestOf(draft, caseId);
  await outbox.give(endpoint, request as RequestOf<AnyEndpoint>, {
    subject: caseId,
    label: `${words.title} · ${draft.text.trim().slice(0, 20) || words.photoOnly}`,
    deed: 'find',
    files: draft.files,
  });
  const own = ({ subject }: { subject: string }) => subject === caseId;
  const refused = outbox.state().refused.find(own);
  if (refused) await outbox.drop(refused.sequence);
  return { waits: outbox.state().waiting.some(own), sentence: refused?.problem?.detail ?? null };
}

/** For oneself a find of the grid; for a neighbour a report that names the neighbour. */
function requestOf(draft: FindDraft, caseId: string): { endpoint: AnyEndpoint; request: unknown } {
  const told = {
    text: draft.text.trim(),
    areaId: draft.place?.areaId ?? null,
    placeText: placeTextOf(draft),
    matterCode: draft.matterCode,
  };
  if (draft.onBehalfOf !== null)
    return { endpoint: reportCase, request: { body: { ...told, onBehalfOf: draft.onBehalfOf.trim() } } };
  const settled = draft.isSettled ? draft.settled.trim() : null;
  return { endpoint: findCase, request: { body: { ...told, caseId, urgency: draft.severity, settled } } };
}
