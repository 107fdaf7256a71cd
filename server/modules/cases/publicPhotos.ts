// Which photos of a case may be shown to everybody: those of the work, those of a requester with the own yes.

import type { FilePhase } from '#contract/cases/field/records.ts';
import type { PhotoShows } from '#contract/cases/publish/codes.ts';
import type { Verdict } from './rules.ts';

export interface TakenPhoto {
  fileId: string;
  phase: FilePhase | null;
  uploadedBy: string;
}

export interface Takers {
  requesters: readonly { account_id: string | null; photos_public: boolean }[];
  /** Photos that a step of the work brought along. */
  worked: ReadonlySet<string>;
}

export interface JudgedPhoto {
  fileId: string;
  shows: PhotoShows;
  may: Verdict;
}

/** A picture that staff entered for somebody is that person's: nobody was there to say yes. */
export function judgePhoto(photo: TakenPhoto, { requesters, worked }: Takers): JudgedPhoto {
  const { fileId, phase } = photo;
  const taker = requesters.find(({ account_id }) => account_id === photo.uploadedBy);
  const isWork = !taker && (phase !== null || worked.has(fileId) || requesters.length === 0);
  if (isWork) return { fileId, shows: phase ?? (worked.has(fileId) ? 'after' : 'before'), may: true };
  return { fileId, shows: 'request', may: taker?.photos_public ? true : 'case.photo_not_agreed' };
}
