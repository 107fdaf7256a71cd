// Working hours of an office, as spans of a day.
import assert from 'node:assert/strict';

export interface WorkingSpan {
  /** `08:00`; the end may be `24:00`. */
  from: string;
  to: string;
}

/** Ascending spans that do not touch; configuration of a street. */
export type WorkingHours = readonly WorkingSpan[];

export const officeHours: WorkingHours = [
  { from: '08:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];

export interface SpanMs {
  from: number;
  to: number;
}

/** Milliseconds after midnight of every span. Asserts that they ascend: configuration is checked where it is entered. */
export function spansOf(hours: WorkingHours): SpanMs[] {
  const spans = hours.map(({ from, to }) => ({ from: msOfDay(from), to: msOfDay(to) }));
  assert(spans.length > 0, 'working hours need at least one span');
  spans.reduce((end, span) => {
    assert(span.from >= end, 'working spans must ascend');
    assert(span.to > span.from, 'a working span must end after it begins');
    return span.to;
  }, 0);
  return spans;
}

function msOfDay(time: string): number {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  assert(minutes >= 0 && minutes <= 24 * 60, `not a time of day: ${time}`);
  return minutes * 60_000;
}
