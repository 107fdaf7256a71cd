import { useState } from 'react';
import { reportCase } from '#contract/cases/endpoints.ts';
import type { PlainCase } from '#contract/cases/records.ts';
import { call } from '#web/lib/call.ts';
import { useOnline } from '#web/lib/online.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { keepReport, type WaitingReport } from '../reportQueue.ts';

export type SentReport = { kept: true } | { kept: false; received: PlainCase };

type Outgoing = Pick<WaitingReport, 'body' | 'photos'>;

/** What a resident says on its way to the street: once, or later from this phone. */
export function useSending(accountId: string) {
  const isOnline = useOnline();
  const [key, setKey] = useState<string>(() => crypto.randomUUID());
  const [sent, setSent] = useState<SentReport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const keep = async ({ body, photos }: Outgoing) => {
    await keepReport({ key, accountId, givenAt: Date.now(), photos: [...photos], body, problem: null });
    setSent({ kept: true });
  };
  const send = async ({ body, photos }: Outgoing) => {
    const fileIds = photos.flatMap(({ fileId }) => fileId ?? []);
    const received = await call(reportCase, { body: { ...body, fileIds } }, { idempotencyKey: key });
    setSent({ kept: false, received });
    await refresh(queryClient, ['cases']);
  };
  /** @param left called when it is sent or kept */
  const submit = async (outgoing: Outgoing, left: () => void) => {
    setBusy(true);
    setProblem(null);
    try {
      await (isOnline
        ? send(outgoing).catch((error) => (isOffline(error) ? keep(outgoing) : Promise.reject(error)))
        : keep(outgoing));
      left();
    } catch (error) {
      setProblem(sentenceOf(error));
      // What was refused is another request once it was changed.
      setKey(crypto.randomUUID());
    }
    setBusy(false);
  };
  const again = () => {
    setKey(crypto.randomUUID());
    setSent(null);
  };
  return { isOnline, sent, problem, isBusy, refuse: setProblem, submit, again };
}
