import { useState } from 'react';
import type { RequestType } from '#contract/cases/codes.ts';
import { reportCase } from '#contract/cases/endpoints.ts';
import { readHome } from '#contract/home/endpoints.ts';
import { call } from '#web/lib/call.ts';
import { useDraft } from '#web/lib/draft.ts';
import { useOnline } from '#web/lib/online.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh, useRead } from '#web/lib/query.ts';
import type { SentReport } from '../report/useReport.ts';
import { keepReport, type WaitingReport } from '../reportQueue.ts';
import { askWords as words } from './words.ts';

export type AskType = Extract<RequestType, 'inquiry' | 'suggestion'>;

const empty = { requestType: 'inquiry' as AskType, text: '', hidden: false };

/** A question on its way to the street: once, or later from this phone. */
export function useAsk(accountId: string) {
  const draft = useDraft(`case-ask:${accountId}`, empty);
  const { data: home } = useRead(readHome);
  const isOnline = useOnline();
  const [key, setKey] = useState<string>(() => crypto.randomUUID());
  const [sent, setSent] = useState<SentReport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const text = draft.value.text.trim();
  const areaId = home?.community?.areaId ?? null;
  const body: WaitingReport['body'] = {
    ...draft.value,
    text,
    areaId,
    // Who lives nowhere here asks the whole street.
    placeText: areaId ? '' : words.wholeStreet,
  };

  const keep = async () => {
    await keepReport({ key, accountId, givenAt: Date.now(), photos: [], body, problem: null });
    setSent({ kept: true });
  };
  const send = async () => {
    const received = await call(reportCase, { body }, { idempotencyKey: key });
    setSent({ kept: false, received });
    await refresh(queryClient, ['cases']);
  };
  const submit = async () => {
    if (text === '') return setProblem(words.missing);
    setBusy(true);
    setProblem(null);
    try {
      await (isOnline
        ? send().catch((error) => (isOffline(error) ? keep() : Promise.reject(error)))
        : keep());
      draft.discard();
    } catch (error) {
      setProblem(sentenceOf(error));
      setKey(crypto.randomUUID());
    }
    setBusy(false);
  };
  const again = () => {
    setKey(crypto.randomUUID());
    setSent(null);
  };
  return { draft, sent, problem, isBusy, submit: () => void submit(), again };
}
