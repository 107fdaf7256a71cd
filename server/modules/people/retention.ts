// How long each kind of data stays (domain.md 5.6; PIPL 19: no longer than its purpose needs).
import type { retentionLabels } from '#contract/people/words.ts';

export interface RetentionTerm {
  purpose: keyof typeof retentionLabels;
  /** Years from the event that ends the purpose; null: as long as the person lives in the street. */
  years: number | null;
}

export const retentionTerms: readonly RetentionTerm[] = [
  { purpose: 'resident', years: null },
  { purpose: 'departed', years: 1 },
  { purpose: 'consent_proof', years: 3 },
  { purpose: 'request', years: 3 },
  { purpose: 'trail', years: 3 },
];

/** The instant before which data of a purpose has served its term. */
export function termEndsBefore(purpose: Exclude<RetentionTerm['purpose'], 'resident'>, now: Date): Date {
  const years = retentionTerms.find((term) => term.purpose === purpose)?.years ?? 0;
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}
