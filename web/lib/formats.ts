// How people here say times and figures (Asia/Shanghai, fixed +08:00). Durations are in milliseconds.
import { timeWords as say } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const shanghaiMs = 8 * hourMs;

interface Local {
  year: number;
  month: number;
  day: number;
  weekday: number;
  clock: string;
  /** Days since 1970 in local time. */
  dayNumber: number;
}

function local(at: Date): Local {
  const shifted = new Date(at.getTime() + shanghaiMs);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    clock: `${shifted.getUTCHours()}:${two(shifted.getUTCMinutes())}`,
    dayNumber: Math.floor(shifted.getTime() / dayMs),
  };
}

const two = (value: number) => String(value).padStart(2, '0');
const asDate = (at: Date | string) => (typeof at === 'string' ? new Date(at) : at);

/** `今天`, `昨天`, `明天`, else `11月21日 周六`, with the year only when it differs. */
export function dayName(at: Date | string, now: Date = new Date()): string {
  const then = local(asDate(at));
  const today = local(now);
  const near: Record<number, string> = { [-1]: say.yesterday, 0: say.today, 1: say.tomorrow };
  const name = near[then.dayNumber - today.dayNumber];
  if (name) return name;
  const year = then.year === today.year ? '' : `${then.year}${say.yearOf}`;
  return `${year}${then.month}${say.monthOf}${then.day}${say.dayOf} ${say.weekdays[then.weekday]}`;
}

/** `昨天 21:40`, `11月21日 周六 9:00`. */
export function moment(at: Date | string, now?: Date): string {
  return `${dayName(at, now)} ${local(asDate(at)).clock}`;
}

/** The day and hour something is promised by; a day that ends at midnight is the day before, without an hour. */
export function promise(at: Date | string, now?: Date): { day: string; clock: string | null } {
  const isMidnight = local(asDate(at)).clock === '0:00';
  const said = isMidnight ? new Date(asDate(at).getTime() - minuteMs) : at;
  return { day: dayName(said, now), clock: isMidnight ? null : clock(at) };
}

/** `今天 18:00前`, `今天 24:00前`: when something is promised by. */
export function dueBy(at: Date | string, now?: Date): string {
  const { day, clock: hour } = promise(at, now);
  return `${day} ${hour ?? '24:00'}${say.before}`;
}

/** `8:12`. */
export const clock = (at: Date | string): string => local(asDate(at)).clock;

/** `11月21日 星期六`: the date at the top of a page. */
export function calendarDay(at: Date | string): string {
  const { month, day, weekday } = local(asDate(at));
  return `${month}${say.monthOf}${day}${say.dayOf} ${say.weekdaysLong[weekday]}`;
}

/** The days something covers, both `2026-11-21`: `2026年11月21日`, `2026年11月2日至30日`, `2026年11月2日至12月1日`. */
export function daysBetween(from: string, to: string): string {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number);
  const [toYear, toMonth, toDay] = to.split('-').map(Number);
  const begin = `${fromYear}${say.yearOf}${fromMonth}${say.monthOf}${fromDay}${say.dayOf}`;
  if (from === to) return begin;
  const year = toYear === fromYear ? '' : `${toYear}${say.yearOf}`;
  const month = year === '' && toMonth === fromMonth ? '' : `${toMonth}${say.monthOf}`;
  return `${begin}${say.until}${year}${month}${toDay}${say.dayOf}`;
}

/** Desk tables: `11-21 10:22`, with the year only when it differs. */
export function stamp(at: Date | string, now: Date = new Date()): string {
  const then = local(asDate(at));
  const year = then.year === local(now).year ? '' : `${then.year}-`;
  return `${year}${two(then.month)}-${two(then.day)} ${then.clock.padStart(5, '0')}`;
}

/** Desk tables: `2026-11-21` of an instant. */
export function dayStamp(at: Date | string): string {
  const then = local(asDate(at));
  return `${then.year}-${two(then.month)}-${two(then.day)}`;
}

/** `5 小时 20 分`, `40 分`, `3 天`: two units at most, never 00:00:00. */
export function duration(ms: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / minuteMs));
  if (minutes < 60) return `${minutes}${say.minute}`;
  const hours = Math.floor(minutes / 60);
  const restMinutes = minutes % 60;
  if (hours < 24) return `${hours}${say.hour}${restMinutes > 0 ? ` ${restMinutes}${say.minute}` : ''}`;
  const days = Math.floor(hours / 24);
  const restHours = hours % 24;
  return `${days}${say.day}${restHours > 0 && days < 3 ? ` ${restHours}${say.hour}` : ''}`;
}

/** `剩 5 小时 20 分` before a deadline, `超时 2 小时` after it. */
export function untilDue(dueAt: Date | string, now: Date = new Date()): string {
  const left = asDate(dueAt).getTime() - now.getTime();
  return `${left >= 0 ? say.left : say.late}${duration(left)}`;
}

/** Thousands separators from 10,000 on: `9800`, `75,000`. */
export function figure(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : value.toLocaleString('en-US');
}

/** At most one decimal: `1.5`, `2`. */
export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

/** One decimal: `96.2%`. */
export const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)}%`;
