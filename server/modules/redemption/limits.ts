// How long and how many: what the platform begins with (points.md sections 2.3 and 3), and what no street changes.
import type { Limits } from '#contract/redemption/limits.ts';

const minute = 60_000;

/** In force until the street says otherwise. */
export const firstLimits: Limits = {
  holdMinutes: 10,
  undoMinutes: 10,
  // Without a network only small things change hands.
  voucherPointsMax: 100,
  voucherHours: 20,
  heldMax: 3,
  // More is a case for the audit, not a purchase.
  pairPerDayMax: 3,
  sampleOneIn: 10,
  silenceDays: 7,
};

/** Of the code itself: its safety stands on these, so they are one for all streets. */
export const codeLimits = {
  codeMs: minute,
  /** Old codes are told from wrong ones for so long. */
  codeKeptMs: 24 * 60 * minute,
  missesPerMinuteMax: 10,
} as const;

/** After its end a voucher may still be sent in so long; its points are held until then. */
const sendingHours = 4;

export const holdSecondsOf = (mode: 'counter' | 'voucher', { holdMinutes, voucherHours }: Limits): number =>
  mode === 'voucher' ? (voucherHours + sendingHours) * 3_600 : holdMinutes * 60;

export const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);
export const minutesMs = (minutes: number): number => minutes * minute;
export const hoursMs = (hours: number): number => hours * 60 * minute;
export const daysMs = (days: number): number => days * 24 * 60 * minute;
