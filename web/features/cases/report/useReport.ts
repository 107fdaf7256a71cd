import type { ReportedKind } from '#contract/cases/resident/codes.ts';
import { reportWords as words } from '../words.ts';
import { useOffers } from './useOffers.ts';
import { bodyOf, missingIn, useReportDraft } from './useReportDraft.ts';
import { useSending } from './useSending.ts';

/** The draft with what was filled in for the person, and its way to the street. */
export function useReport(accountId: string, kind: ReportedKind) {
  const draft = useReportDraft(accountId, kind);
  const offers = useOffers(draft.value);
  const whole = { ...draft.value, ...offers.filled };
  const { isOnline, refuse, submit: send, ...way } = useSending(accountId);

  const submit = async () => {
    const missing = missingIn(whole);
    if (missing) return refuse(missing);
    const waits = draft.value.photos.some(({ fileId }) => fileId === null);
    if (waits && isOnline) return refuse(words.missing.photos);
    const photos = draft.value.photos.map((photo) => ({ ...photo, problem: null }));
    await send({ body: bodyOf(whole, kind), photos }, draft.discard);
  };
  return { draft, offers, whole, ...way, submit: () => void submit() };
}
