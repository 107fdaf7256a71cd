// What is being reported, as the person writes it. Pure.
import type { MatterRecord } from '#contract/cases/records.ts';
import type { WaitingFile } from '#web/lib/store.ts';
import { findWords as words } from './words.ts';

export type Severity = keyof typeof words.severities;

export interface FindDraft {
  files: readonly WaitingFile[];
  text: string;
  matterCode: string | null;
  severity: Severity | null;
  place: { areaId: string; name: string } | null;
  placeText: string;
  /** Null while the question is open. */
  isSettled: boolean;
  settled: string;
  /** The neighbour for whom it is told; null for what one found oneself. */
  onBehalfOf: string | null;
}

export const emptyFind: FindDraft = {
  files: [],
  text: '',
  matterCode: null,
  severity: null,
  place: null,
  placeText: '',
  isSettled: false,
  settled: '',
  onBehalfOf: null,
};

/** May it be settled on the spot? A sentence where not; undefined while no category was chosen. */
export function settleVerdict(matter: MatterRecord | undefined): true | string | undefined {
  if (!matter) return undefined;
  return matter.selfHandle || words.cannotSettle(matter.name);
}

/** The first thing that is missing; null when it can go. */
export function missingInFind(draft: FindDraft): string | null {
  if (draft.onBehalfOf !== null && !draft.onBehalfOf.trim()) return words.missingName;
  if (draft.files.length === 0 && !draft.text.trim()) return words.missing;
  if (draft.onBehalfOf !== null && !draft.place && !draft.placeText.trim()) return words.missingPlace;
  if (draft.onBehalfOf !== null || !draft.isSettled) return null;
  if (!draft.settled.trim()) return words.missingSettled;
  const phases = new Set(draft.files.map(({ phase }) => phase));
  return phases.has('before') && phases.has('after') ? null : words.missingBoth;
}

export const placeTextOf = ({ place, placeText }: FindDraft): string =>
  [place?.name, placeText.trim()].filter(Boolean).join(' ');
