// Months as a choice: what a street is asked for is a month, and the year behind it.
import { dayStamp } from '#web/lib/formats.ts';
import { periodWords as words } from './words.ts';

export interface Period {
  value: string;
  word: string;
}

const monthsBack = 12;
const two = (value: number) => String(value).padStart(2, '0');

/** This month first, then those before it: `2026-11`. */
export function months(now: Date = new Date()): Period[] {
  const [year = 0, month = 1] = dayStamp(now).split('-').map(Number);
  return Array.from({ length: monthsBack }, (_, back) => {
    const at = year * 12 + (month - 1) - back;
    const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
    return { value: `${y}-${two(m)}`, word: words.month(y, m) };
  });
}

/** First and last day of a month. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${two(last)}` };
}

/** The choice behind which the two days of a span are asked for. */
export const ownDays = 'days';

interface Chosen {
  month?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The days a list is asked for, and how they are called; days that stand the wrong way round are turned. */
export function spanOf({ month, from, to }: Chosen): { span: { from?: string; to?: string }; word: string } {
  if (!month) return { span: {}, word: words.all };
  if (month !== ownDays)
    return { span: daysOf(month), word: months().find(({ value }) => value === month)?.word ?? month };
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  return {
    span: { ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) },
    word: first || last ? words.span(first ?? '', last ?? '') : words.all,
  };
}
