// How long and how many: the policy of redemption in one place (points.md sections 2.3 and 3).

const minute = 60_000;
const hour = 60 * minute;

export const limits = {
  /** A reserved offer waits so long for the counter. */
  holdSeconds: 600,
  codeMs: minute,
  /** Old codes are told from wrong ones for so long. */
  codeKeptMs: 24 * hour,
  undoMs: 10 * minute,
  /** Without a network only small things change hands. */
  voucherPointsMax: 100,
  /** The counter accepts a voucher so long; the rest of the hold is for sending it in. */
  voucherMs: 20 * hour,
  voucherHoldSeconds: 24 * 3600,
  missesPerMinuteMax: 10,
  /** Reserved at once by one person. */
  heldMax: 3,
  /** Captures of one account at one merchant in a day: more is a case for the audit, not a purchase. */
  pairPerDayMax: 3,
  /** One line in so many is drawn for the audit, at least one. */
  sampleOneIn: 10,
  /** So long after the list was opened a merchant that says nothing has agreed. */
  silenceMs: 7 * 24 * hour,
} as const;
