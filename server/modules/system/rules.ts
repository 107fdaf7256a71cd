// Reading a yearly holiday notice, and which years are missed. Pure.
import { noticeKinds, noticeMarks, statutoryHolidays } from '#contract/system/words.ts';
import type { CalendarDay, DayKind } from '#kernel/calendar/days.ts';
import { addDays, dayOf, daysBetween, isDay, weekdayOf } from '#kernel/calendar/time.ts';

export interface NoticeFault {
  code: string;
  line: number | null;
  details: Record<string, unknown>;
}

export interface Notice {
  faults: NoticeFault[];
  /** Every day of the year, and days of the neighbouring years that the notice names. */
  days: CalendarDay[];
  /** Spans of days off in a row under one name. */
  holidays: { name: string; from: string; to: string; days: number }[];
  makeupWorkdays: string[];
  workdayCount: number;
}

interface Entry {
  line: number;
  day: string;
  kind: DayKind;
  name: string;
}

/**
 * Reads a notice in any of three forms: the sentences of the State Council, one line a day or span, or a
 * table of every day. Days it does not name are workdays Monday to Friday and weekends.
 */
export function readNotice(year: number, text: string): Notice {
  const lines = text.normalize('NFKC').split(/\r?\n/);
  const read = lines.map((line, index) => readLine(year, withoutBrackets(line), index + 1));
  const entries = read.flatMap((one) => one.entries);
  const faults = [...read.flatMap((one) => one.faults), ...faultsOf(year, entries)];
  const days = wholeYear(year, entries);
  return {
    faults,
    days,
    holidays: spansOf(days.filter((day) => day.kind === 'holiday')),
    makeupWorkdays: days.filter((day) => day.kind === 'makeup_workday').map(({ day }) => day),
    workdayCount: days.filter((day) => day.isWorkday && yearOf(day.day) === year).length,
  };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** `1月1日（周五）至3日`: what stands in brackets explains and is not read. */
const withoutBrackets = (line: string): string => line.replace(/\([^)]*\)/g, '').trim();

interface LineRead {
  entries: Entry[];
  faults: NoticeFault[];
}

const { year: yearMark, month, day: dayMark, until, work, off } = noticeMarks;
const untilMark = `\\s*(?:${until.join('|')})\\s*`;
const fullDate = `(\\d{4})[-/.${yearMark}](\\d{1,2})[-/.${month}](\\d{1,2})${dayMark}?`;
const tableLine = new RegExp(`^${fullDate}(?:${untilMark}${fullDate})?[\\s,;]*(.*)$`, 'u');
const spokenDate = `(?:(\\d{4})${yearMark})?(\\d{1,2})${month}(\\d{1,2})${dayMark}`;
const spokenEnd = `(?:${untilMark}(?:(\\d{4})${yearMark})?(?:(\\d{1,2})${month})?(\\d{1,2})${dayMark})?`;
const spokenSpan = new RegExp(`${spokenDate}${spokenEnd}`, 'gu');
const numbering = new RegExp(`^[^${noticeMarks.list}.]{0,3}[${noticeMarks.list}.]\\s*`, 'u');
const sentenceEnd = new RegExp(`[${noticeMarks.stop};]`, 'u');

function readLine(year: number, line: string, number: number): LineRead {
  const table = tableLine.exec(line);
  const rest = table?.[7] ?? '';
  if (table && !rest.includes(month)) return readTableLine(table, rest, line, number);
  return readSentences(year, line, number);
}

/** `2027-01-01 放假 元旦`, also with commas, a weekday or a 0/1 between. */
function readTableLine(found: RegExpExecArray, rest: string, line: string, number: number): LineRead {
  const words = rest.split(/[\s,;]+/).filter(Boolean);
  const kindWord = words.find((word) => Object.hasOwn(noticeKinds, word.toLowerCase()));
  const from = isoDay(found[1], found[2], found[3]);
  const to = found[4] ? isoDay(found[4], found[5], found[6]) : from;
  if (!kindWord || !from || !to || !isForward(from, to))
    return { entries: [], faults: [unreadable(line, number)] };

  const name = words.find((word) => word !== kindWord && !/^\d+$/.test(word)) ?? '';
  const kind = noticeKinds[kindWord.toLowerCase()] as DayKind;
  return { entries: spanned(from, to).map((day) => ({ line: number, day, kind, name })), faults: [] };
}

/** `一、元旦：1月1日至3日放假调休，共3天。1月4日上班。` */
function readSentences(year: number, line: string, number: number): LineRead {
  const [head = '', ...tail] = line.split(new RegExp(noticeMarks.colon));
  const name = tail.length > 0 ? head.replace(numbering, '').trim() : '';
  const entries: Entry[] = [];
  const faults: NoticeFault[] = [];
  for (const sentence of (tail.join(':') || head).split(sentenceEnd)) {
    const spans = [...sentence.matchAll(spokenSpan)];
    const kind = sentence.includes(work) ? 'makeup_workday' : sentence.includes(off) ? 'holiday' : null;
    if (spans.length === 0) continue;
    if (!kind) {
      faults.push(unreadable(sentence, number));
      continue;
    }
    for (const span of spans) {
      const from = isoDay(span[1] ?? year, span[2], span[3]);
      const to = span[6]
        ? isoDay(span[4] ?? (from ? yearOf(from) : year), span[5] ?? span[2], span[6])
        : from;
      if (!from || !to || !isForward(from, to)) faults.push(unreadable(sentence, number));
      else entries.push(...spanned(from, to).map((day) => ({ line: number, day, kind, name }) as Entry));
    }
  }
  return { entries, faults };
}

function isoDay(year: string | number | undefined, month: string | undefined, day: string | undefined) {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

const spanDaysMax = 31;
const isForward = (from: string, to: string): boolean => {
  const days = daysBetween(from, to);
  return days >= 0 && days < spanDaysMax;
};

const spanned = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

const unreadable = (text: string, line: number): NoticeFault => ({
  code: 'calendar.notice_line',
  line,
  details: { line, text: text.slice(0, 60) },
});

const isOff = (kind: DayKind): boolean => kind === 'holiday' || kind === 'weekend';

function faultsOf(year: number, entries: readonly Entry[]): NoticeFault[] {
  if (entries.length === 0) return [{ code: 'calendar.notice_empty', line: null, details: {} }];
  const faults: NoticeFault[] = [];
  const kinds = new Map<string, DayKind>();
  for (const { line, day, kind } of entries) {
    const before = kinds.get(day);
    if (before && isOff(before) !== isOff(kind))
      faults.push({ code: 'calendar.notice_conflict', line, details: { day } });
    kinds.set(day, kind);
    if (!isNear(year, day)) faults.push({ code: 'calendar.notice_year', line, details: { line, day, year } });
    else if (kind === 'makeup_workday' && weekdayOf(day) % 6 !== 0)
      faults.push({
        code: 'calendar.notice_weekday',
        line,
        details: { day, weekday: noticeMarks.weekdays[weekdayOf(day)] },
      });
  }
  return [...faults, ...missingHolidays(entries), ...missingDays(year, entries)].slice(0, 50);
}

/** New Year may begin in December, and a makeup day may fall just outside. */
function isNear(year: number, day: string): boolean {
  return day >= `${year - 1}-12-24` && day <= `${year + 1}-01-07`;
}

function missingHolidays(entries: readonly Entry[]): NoticeFault[] {
  const named = entries.filter((entry) => entry.kind === 'holiday').map((entry) => entry.name);
  const missing = statutoryHolidays.filter((holiday) => !named.some((name) => name.includes(holiday)));
  if (missing.length === 0) return [];
  return [
    { code: 'calendar.notice_missing', line: null, details: { names: missing.join(noticeMarks.list) } },
  ];
}

/** A table that names ordinary days must name them all. */
function missingDays(year: number, entries: readonly Entry[]): NoticeFault[] {
  if (!entries.some((entry) => entry.kind === 'workday' || entry.kind === 'weekend')) return [];
  const named = new Set(entries.map((entry) => entry.day));
  const all = spanned(`${year}-01-01`, `${year}-12-31`);
  const absent = all.filter((day) => !named.has(day));
  if (absent.length === 0) return [];
  const details = { wanted: all.length, found: all.length - absent.length, day: absent[0] };
  return [{ code: 'calendar.notice_incomplete', line: null, details }];
}

function wholeYear(year: number, entries: readonly Entry[]): CalendarDay[] {
  const days = new Map<string, CalendarDay>();
  for (const day of spanned(`${year}-01-01`, `${year}-12-31`)) days.set(day, guessedDay(day));
  for (const { day, kind, name } of entries) {
    if (isNear(year, day))
      days.set(day, { day, isWorkday: !isOff(kind), kind, name: isOff(kind) ? name : '' });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What an unpublished day is taken for: Monday to Friday work, the rest is weekend. */
export function guessedDay(day: string): CalendarDay {
  const isWorkday = weekdayOf(day) % 6 !== 0;
  return { day, isWorkday, kind: isWorkday ? 'workday' : 'weekend', name: '' };
}

function spansOf(days: readonly CalendarDay[]): Notice['holidays'] {
  const spans: Notice['holidays'] = [];
  for (const { day, name } of days) {
    const last = spans.at(-1);
    if (last && last.name === name && addDays(last.to, 1) === day) {
      last.to = day;
      last.days += 1;
    } else spans.push({ name, from: day, to: day, days: 1 });
  }
  return spans;
}

/** The longest ordinary limit is sixty days; a quarter leaves time to enter the notice. */
const horizonDays = 92;

/** Years that deadlines set today may reach into, of which the notice is not loaded. */
export function missingYears(now: Date, published: readonly number[]): number[] {
  const today = dayOf(now);
  const needed = [...new Set([yearOf(today), yearOf(addDays(today, horizonDays))])];
  return needed.filter((year) => !published.includes(year));
}
