// Time of the codes: steps of 15 seconds, and how far a code may lie from now (points.md 3).

export const stepSeconds = 15;
const stepMs = stepSeconds * 1000;

/** A venue code read online may be one step old or early, a member code two. */
export const venueWindow = 1;
export const memberWindow = 2;
/** What was scanned without network may come for a day. */
export const lateMsMax = 24 * 3_600_000;
/** A wall clock that moved this much against the monotonic clock was touched. */
export const clockDriftMsMax = 60_000;
/** A screen whose clock is this wrong shows a red bar instead of a code. */
export const screenWrongMsMax = 60_000;

export const stepAt = (ms: number): number => Math.floor(ms / stepMs);
export const momentOf = (step: number): number => step * stepMs;
/** Milliseconds until the next code. */
export const restOf = (ms: number): number => stepMs - (ms % stepMs);

export type StepFault = 'code_expired' | 'code_future';

/** Does a step fit a moment, whose screen or phone runs `offset` milliseconds before the server? */
export function stepFault(step: number, at: number, window: number, offset = 0): StepFault | null {
  const distance = step - stepAt(at + offset);
  if (Math.abs(distance) <= window) return null;
  return distance < 0 ? 'code_expired' : 'code_future';
}

/** The same, with whichever of the known screens fits. */
export function stepFaultOnAny(
  step: number,
  at: number,
  window: number,
  offsets: readonly number[],
): StepFault | null {
  const faults = [0, ...offsets].map((offset) => stepFault(step, at, window, offset));
  return faults.includes(null) ? null : (faults[0] ?? null);
}
