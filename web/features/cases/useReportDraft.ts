import { useState } from 'react';
import { useDraft } from '#web/lib/draft.ts';
import type { ChosenPlace } from './PlaceChooser.tsx';
import type { WaitingReport } from './reportQueue.ts';
import type { Photo } from './usePhotos.ts';
import { reportWords as words } from './words.ts';

export interface ReportDraft {
  photos: readonly Photo[];
  text: string;
  place: ChosenPlace | null;
  /** Where the place came from: a photo tells, a person chooses. */
  placeSource: 'photo' | 'person';
  placeText: string;
  matterCode: string | null;
  hidden: boolean;
  onBehalfOf: string | null;
}

const empty: ReportDraft = {
  photos: [],
  text: '',
  place: null,
  placeSource: 'person',
  placeText: '',
  matterCode: null,
  hidden: false,
  onBehalfOf: null,
};

/** The report as it is written; kept at each keystroke, with its photos. */
export function useReportDraft(accountId: string) {
  const draft = useDraft<ReportDraft>(`case-report:${accountId}`, empty);
  // Photos come back one by one while the person types: each change is made on the newest value.
  const [latest] = useState({ value: draft.value });
  latest.value = draft.value;
  const update = (change: (now: ReportDraft) => Partial<ReportDraft>) => {
    const next = { ...latest.value, ...change(latest.value) };
    latest.value = next;
    draft.change(next);
  };
  return {
    ...draft,
    set: (change: Partial<ReportDraft>) => update(() => change),
    setPhoto: (key: string, change: Partial<Photo>) =>
      update(({ photos }) => ({
        photos: photos.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)),
      })),
    offerPlace: (place: ChosenPlace) =>
      update((now) => (now.place ? {} : { place, placeSource: 'photo' as const })),
  };
}

/** What is missing before it can go; null when nothing is. */
export function missingIn({ photos, text, place, placeText }: ReportDraft): string | null {
  if (photos.length === 0 && !text.trim()) return words.missing.content;
  if (!place && !placeText.trim()) return words.missing.place;
  return null;
}

export function bodyOf(draft: ReportDraft): WaitingReport['body'] {
  const { text, place, placeText, matterCode, hidden, onBehalfOf } = draft;
  return {
    text: text.trim(),
    areaId: place?.areaId ?? null,
    placeText: [place?.name, placeText.trim()].filter(Boolean).join(' '),
    matterCode,
    hidden,
    onBehalfOf: onBehalfOf?.trim() || null,
  };
}
