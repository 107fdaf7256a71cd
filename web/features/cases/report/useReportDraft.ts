import { useState } from 'react';
import type { ReportedKind } from '#contract/cases/resident/codes.ts';
import { useDraft } from '#web/lib/draft.ts';
import type { ChosenPlace } from '../PlaceChooser.tsx';
import type { WaitingReport } from '../reportQueue.ts';
import type { Photo } from '../usePhotos.ts';
import { reportWords as words } from '../words.ts';

export interface ReportDraft {
  /** Photos and recordings. */
  photos: readonly Photo[];
  text: string;
  /** As the photo or the person says it; the words and the own door stand in where it is null. */
  place: ChosenPlace | null;
  placeSource: 'photo' | 'person';
  placeText: string;
  /** Where the photo was taken or the phone is; CGCS2000. */
  position: { longitude: number; latitude: number } | null;
  /** Undefined until the person decides; null: cannot tell. */
  matterCode?: string | null;
  hidden: boolean;
  onBehalfOf: string | null;
  behalfPhone: string;
}

const empty: ReportDraft = {
  photos: [],
  text: '',
  place: null,
  placeSource: 'photo',
  placeText: '',
  position: null,
  hidden: false,
  onBehalfOf: null,
  behalfPhone: '',
};

export type ReportState = ReturnType<typeof useReportDraft>;

/** The report as it is written; kept at each keystroke, with its photos. */
export function useReportDraft(accountId: string, kind: ReportedKind) {
  const draft = useDraft<ReportDraft>(`case-report:${kind}:${accountId}`, empty);
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
      update((now) => (now.placeSource === 'person' ? {} : { place, placeSource: 'photo' as const })),
  };
}

/** What is missing before it can go; null when nothing is. */
export function missingIn({ photos, text, place, placeText, onBehalfOf, behalfPhone }: ReportDraft) {
  if (photos.length === 0 && !text.trim()) return words.missing.content;
  if (!place && !placeText.trim()) return words.missing.place;
  if (onBehalfOf === null) return null;
  if (!onBehalfOf.trim()) return words.missing.neighbour;
  return behalfPhone && !/^1\d{10}$/.test(behalfPhone) ? words.missing.phone(behalfPhone.length) : null;
}

export function bodyOf(draft: ReportDraft, kind: ReportedKind): WaitingReport['body'] {
  const { text, place, placeText, matterCode, hidden, onBehalfOf, behalfPhone, position } = draft;
  return {
    kind,
    text: text.trim(),
    areaId: place?.areaId ?? null,
    placeText: [place?.name, placeText.trim()].filter(Boolean).join(' '),
    matterCode: matterCode ?? null,
    hidden,
    onBehalfOf: onBehalfOf?.trim() || null,
    behalfPhone: (onBehalfOf !== null && behalfPhone) || null,
    ...(position ?? {}),
  };
}
