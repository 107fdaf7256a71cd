import type { RequestType } from '#contract/cases/codes.ts';
import { readHome } from '#contract/home/endpoints.ts';
import { useDraft } from '#web/lib/draft.ts';
import { useRead } from '#web/lib/query.ts';
import { useSending } from '../report/useSending.ts';
import { askWords as words } from './words.ts';

export type AskType = Extract<RequestType, 'inquiry' | 'suggestion'>;

const empty = { requestType: 'inquiry' as AskType, text: '', hidden: false };

/** A question and its way to the street. */
export function useAsk(accountId: string) {
  const draft = useDraft(`case-ask:${accountId}`, empty);
  const { data: home } = useRead(readHome);
  const { isOnline: _, refuse, submit: send, ...way } = useSending(accountId);
  const text = draft.value.text.trim();
  const areaId = home?.community?.areaId ?? null;
  // Who lives nowhere here asks the whole street.
  const body = { ...draft.value, text, areaId, placeText: areaId ? '' : words.wholeStreet };

  const submit = async () => {
    if (text === '') return refuse(words.missing);
    await send({ body, photos: [] }, draft.discard);
  };
  return { draft, ...way, submit: () => void submit() };
}
