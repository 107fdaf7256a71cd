// What is said, whether it may be said now, and when it is tried again. Pure.
import { type Timer, timers } from '#contract/cases/codes.ts';
import { timerLabels } from '#contract/cases/words.ts';
import type {
  MutableKind,
  Notice,
  NoticeFields,
  NotificationKind,
  TextTemplate,
} from '#contract/notifications/codes.ts';
import { mutableKinds } from '#contract/notifications/codes.ts';
import { type Subscription, subscriptions } from '#contract/notifications/subscriptions.ts';
import { noticeWords, spokenDateWords, textWords, unknownWords } from '#contract/notifications/words.ts';
import { addDays, dayOf, instantOn } from '#kernel/calendar/time.ts';

interface Happened {
  name: string;
  to: string;
  urgency: string;
}

export const subscriptionsFor = ({ name, to, urgency }: Happened): Subscription[] =>
  subscriptions.filter(
    (one) =>
      one.on === name &&
      (one.to === undefined || one.to === to) &&
      (one.urgency === undefined || one.urgency === urgency),
  );

export const isHeard = (name: string): boolean => subscriptions.some(({ on }) => on === name);

/** Work and alarms come through whatever was muted. */
export function isMuted(kind: NotificationKind, muted: readonly MutableKind[]): boolean {
  return mutableKinds.some((one) => one === kind && muted.includes(one));
}

export function phraseNotice(notice: Notice, fields: NoticeFields): { title: string; line: string } {
  const { title, line } = noticeWords[notice];
  return { title: fill(title, fields), line: fill(line, fields) };
}

export const phraseText = (template: TextTemplate, fields: NoticeFields): string =>
  fill(textWords[template], fields).trim();

/** Only these travel to a provider: never the words of a case. */
export const textFields = ({ number, unit, due, street, link }: NoticeFields): NoticeFields =>
  given({ number, unit, due, street, link });

const given = (fields: Record<string, string | undefined>): NoticeFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function fill(sentence: string, fields: NoticeFields): string {
  return sentence.replace(/\{(\w+)\}/g, (_, gap: string) => wordFor(gap as keyof NoticeFields, fields));
}

function wordFor(gap: keyof NoticeFields, fields: NoticeFields): string {
  const value = fields[gap];
  if (gap === 'timers') return (fields.timers ?? []).map((timer) => timerLabels[timer]).join('、');
  if (value === undefined) return (unknownWords as Partial<Record<string, string>>)[gap] ?? '';
  return gap === 'due' || gap === 'soonest' ? spokenDate(String(value)) : String(value);
}

/** `11月28日 10:00`, in Beijing; a natural day ends at midnight, which people call the day before. */
export function spokenDate(instant: string): string {
  const at = new Date(instant);
  const day = dayOf(new Date(at.getTime() - 1));
  const [, month = 0, date = 0] = day.split('-').map(Number);
  const minutes = Math.round((at.getTime() - instantOn(day).getTime()) / 60_000);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return spokenDateWords(month, date, clock === '24:00' ? '' : clock);
}

const timerSet: ReadonlySet<string> = new Set(timers);
export const isTimer = (code: unknown): code is Timer => typeof code === 'string' && timerSet.has(code);

export interface Quiet {
  quietFrom: string;
  quietTo: string;
}

export const usualQuiet: Quiet = { quietFrom: '22:00', quietTo: '07:00' };

/** The moment a text may leave: now, or when the quiet hours end. Alarms wait for nobody. */
export function mayLeaveAt(now: Date, quiet: Quiet, isCritical: boolean): Date {
  if (isCritical || quiet.quietFrom === quiet.quietTo) return now;
  const [from, to] = [minutesOf(quiet.quietFrom), minutesOf(quiet.quietTo)];
  const today = dayOf(now);
  const minute = (now.getTime() - instantOn(today).getTime()) / 60_000;
  const overnight = from > to;
  const isQuiet = overnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!isQuiet) return now;
  const day = overnight && minute >= from ? addDays(today, 1) : today;
  return instantOn(day, to * 60_000);
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

const retryMinutes = [1, 5, 30, 120];

/** When a failed text is tried again; null when it has been tried often enough. */
export function nextTry(attempts: number, now: Date): Date | null {
  const minutes = retryMinutes[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
