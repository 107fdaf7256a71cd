import { useState } from 'react';
import { reportCase } from '#contract/cases/endpoints.ts';
import type { PlainCase } from '#contract/cases/records.ts';
import type { ReportedKind } from '#contract/cases/resident/codes.ts';
import { call } from '#web/lib/call.ts';
import { useOnline } from '#web/lib/online.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { keepReport } from '../reportQueue.ts';
import { reportWords as words } from '../words.ts';
import { useOffers } from './useOffers.ts';
import { bodyOf, missingIn, useReportDraft } from './useReportDraft.ts';

export type SentReport = { kept: true } | { kept: false; received: PlainCase };

/** The draft with what was filled in for the person, and its way to the server: once, or later from this phone. */
export function useReport(accountId: string, kind: ReportedKind) {
  const draft = useReportDraft(accountId, kind);
  const offers = useOffers(draft.value);
  const whole = { ...draft.value, ...offers.filled };
  const isOnline = useOnline();
  const [key, setKey] = useState<string>(() => crypto.randomUUID());
  const [sent, setSent] = useState<SentReport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const keep = async () => {
    const photos = draft.value.photos.map((photo) => ({ ...photo, problem: null }));
    await keepReport({
      key,
      accountId,
      givenAt: Date.now(),
      photos,
      body: bodyOf(whole, kind),
      problem: null,
    });
    setSent({ kept: true });
  };
  const send = async () => {
    const fileIds = draft.value.photos.flatMap(({ fileId }) => fileId ?? []);
    const received = await call(
      reportCase,
      { body: { ...bodyOf(whole, kind), fileIds } },
      { idempotencyKey: key },
    );
    setSent({ kept: false, received });
    await refresh(queryClient, ['cases']);
  };
  const submit = async () => {
    const missing = missingIn(whole);
    if (missing) return setProblem(missing);
    const waits = draft.value.photos.some(({ fileId }) => fileId === null);
    if (waits && isOnline) return setProblem(words.missing.photos);
    setBusy(true);
    setProblem(null);
    try {
      await (isOnline
        ? send().catch((error) => (isOffline(error) ? keep() : Promise.reject(error)))
        : keep());
      draft.discard();
    } catch (error) {
      setProblem(sentenceOf(error));
      // A refused report is another request once it was changed.
      setKey(crypto.randomUUID());
    }
    setBusy(false);
  };
  const again = () => {
    setKey(crypto.randomUUID());
    setSent(null);
  };
  return { draft, offers, whole, sent, problem, isBusy, submit: () => void submit(), again };
}
