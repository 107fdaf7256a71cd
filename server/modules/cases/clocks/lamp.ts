// Which lamp shows. Pure.
import type { Lamp } from '#contract/cases/codes.ts';
import { defaultSla, type Sla } from '#contract/cases/sla.ts';

const HOUR_MS = 3_600_000;

/** When a lamp turns yellow: a part of the whole time before the end, and some hours at most. */
export function yellowAt(started: string, due: string, { yellow }: Pick<Sla, 'yellow'>): string {
  const end = Date.parse(due);
  const whole = Math.max(0, end - Date.parse(started));
  return new Date(end - Math.min(yellow.hoursMax * HOUR_MS, whole * yellow.share)).toISOString();
}

/** Lateness is judged by the moment of finishing, never by the review after it. */
export function lampOf(
  times: { due: string | null; finished: string | null; started: string },
  now: Date,
  open: boolean,
): Lamp {
  if (times.due === null) return 'none';
  if (times.finished !== null) return Date.parse(times.finished) > Date.parse(times.due) ? 'red' : 'none';
  if (!open) return 'none';
  return running(times.due, yellowAt(times.started, times.due, defaultSla), now);
}

/** The lamp of one clock of a case. */
export function clockLamp(
  clock: { dueAt: string; yellowAt: string; pausedAt: string | null; stoppedAt: string | null },
  now: Date,
): Lamp {
  if (clock.stoppedAt !== null) return clock.stoppedAt > clock.dueAt ? 'red' : 'none';
  if (clock.pausedAt !== null) return 'none';
  return running(clock.dueAt, clock.yellowAt, now);
}

function running(due: string, yellow: string, now: Date): Lamp {
  if (now.getTime() > Date.parse(due)) return 'red';
  return now.getTime() > Date.parse(yellow) ? 'yellow' : 'green';
}
