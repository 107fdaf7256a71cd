import { addDays, daysBetween } from '#kernel/calendar/time.ts';
import type { DemoStreet } from '../types.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The same street as if its day were `today`: every day in it moves by the same distance, so that ages, terms of
 * office and consents make sense whenever the demo is first started.
 */
export function shiftStreet(street: DemoStreet, today: string): DemoStreet {
  const days = daysBetween(street.day, today);
  if (days === 0) return street;
  return moved(street, days) as DemoStreet;
}

function moved(value: unknown, days: number): unknown {
  if (typeof value === 'string') return day.test(value) ? addDays(value, days) : value;
  if (Array.isArray(value)) return value.map((each) => moved(each, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each, days)]));
}
