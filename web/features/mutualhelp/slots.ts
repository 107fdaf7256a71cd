// Days and parts of a day that people choose from, in Beijing, as instants.

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const beijingMs = 8 * hourMs;

export const slotHours = {
  morning: [8, 12],
  noon: [12, 14],
  afternoon: [14, 18],
  evening: [18, 22],
  night: [22, 24],
} as const;
export type Slot = keyof typeof slotHours;

/** Midnights of today and the days after it, as milliseconds. */
export function daysFrom(now: Date, count: number): number[] {
  const today = Math.floor((now.getTime() + beijingMs) / dayMs) * dayMs - beijingMs;
  return Array.from({ length: count }, (_, index) => today + index * dayMs);
}

/** A slot that has begun starts in ten minutes; null once less than half an hour of it is left. */
export function timesOf(day: number, slot: Slot, now: Date): { startsAt: string; endsAt: string } | null {
  const [from, until] = slotHours[slot];
  const end = day + until * hourMs;
  const start = Math.max(day + from * hourMs, now.getTime() + 10 * 60_000);
  if (end - start < 30 * 60_000) return null;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() };
}
