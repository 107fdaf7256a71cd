// Days and minutes of Asia/Shanghai. China has kept one offset without summer time since 1991, so +08:00 is fixed.

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** `2026-10-08` of an instant, in Asia/Shanghai. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at `ms` milliseconds after the midnight that begins `day`. */
export function instantOn(day: string, ms = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + ms);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Full years on a day; null where the day of birth is not known. */
export function ageOn(day: string, bornOn: string): number;
export function ageOn(day: string, bornOn: string | null): number | null;
export function ageOn(day: string, bornOn: string | null): number | null {
  if (bornOn === null) return null;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** A day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
