// What one line of an exported chat is: the head of a message, a line of the chat itself, or words. Pure.
import { fieldWords, momentShapes, systemLines } from '#contract/cases/paste/words.ts';
import { foldWidth } from './numerals.ts';

export interface Moment {
  /** `YYYY-MM-DD`, null when the line gives only a time. */
  day: string | null;
  /** `HH:MM`, null when the line gives only a day. */
  time: string | null;
}

export type Line =
  | { kind: 'head'; who: string; moment: Moment | null; inline: string }
  | { kind: 'divider'; moment: Moment }
  | { kind: 'system' }
  | { kind: 'words' };

const { date, clock, relative } = momentShapes;
const moment = `(?:(?:${date}|${relative})\\s*)?${clock}`;
const whenFirst = new RegExp(`^\\s*\\[?${moment}\\]?\\s+(?<who>\\S.{0,39}?)\\s*[:]?\\s*$`, 'u');
const whoFirst = new RegExp(`^\\s*(?<who>\\S.{0,39}?)\\s*[(\\[]?\\s*${moment}[)\\]]?\\s*:?\\s*$`, 'u');
const alone = new RegExp(
  `^[\\s\\-=*_]*(?:(?:${date}|${relative})\\s*(?:${clock})?|${clock})[\\s\\-=*_]*$`,
  'u',
);
const whoColon = /^\s*(?<who>[^\s:，。,；;？?！!、][^:，。,；;？?！!、]{0,19}):\s*(?<inline>.*)$/u;

/** @param today `YYYY-MM-DD`, for days without a year and for yesterday. */
export function readLine(original: string, today: string): Line {
  const line = foldWidth(original).trimEnd();
  if (line.trim() === '') return { kind: 'words' };
  const lonely = alone.exec(line);
  if (lonely) {
    const read = momentOf(lonely.groups, today);
    return read ? { kind: 'divider', moment: read } : { kind: 'words' };
  }
  for (const pattern of [whenFirst, whoFirst]) {
    const match = pattern.exec(line);
    const who = cleanName(match?.groups?.who ?? '');
    const read = match && momentOf(match.groups, today);
    if (read && isName(who)) return { kind: 'head', who, moment: read, inline: '' };
  }
  if (isSystem(line)) return { kind: 'system' };
  const match = whoColon.exec(line);
  const who = cleanName(match?.groups?.who ?? '');
  if (match && isName(who) && !isField(who))
    return { kind: 'head', who, moment: null, inline: match.groups?.inline ?? '' };
  return { kind: 'words' };
}

const cleanName = (name: string) => name.replace(/^[@"“\s]+|["”\s:]+$/gu, '');

const isName = (name: string) => name !== '' && name.length <= 24 && !/^[\d\s\-/.]+$|[「」『』]/.test(name);

const isField = (name: string) =>
  fieldWords.some((word) => name === word || (name.length <= word.length + 2 && name.endsWith(word)));

/** Long lines are words of somebody that happen to hold such a phrase. */
const isSystem = (line: string) => line.length <= 80 && systemLines.some((phrase) => line.includes(phrase));

type Groups = Record<string, string | undefined> | undefined;

/** Null for days and times that do not exist. */
function momentOf(groups: Groups, today: string): Moment | null {
  if (!groups) return null;
  const { year, month, day, relative: word, half, hour, minute } = groups;
  const time = hour && minute ? timeOf(half, Number(hour), Number(minute)) : null;
  if (hour && time === null) return null;
  if (word) return { day: daysBefore(today, daysBack(word)), time };
  if (!month || !day) return { day: null, time };
  const tail = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const named = year ? `${year}-${tail}` : latestBefore(tail, today);
  return isDay(named) ? { day: named, time } : null;
}

function timeOf(half: string | undefined, hour: number, minute: number): string | null {
  if (hour > 23 || minute > 59) return null;
  const late = half !== undefined && /[下晚]/.test(half) && hour < 12;
  return `${String(late ? hour + 12 : hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const daysBack = (word: string) => (/^今/.test(word) ? 0 : /^昨/.test(word) ? 1 : 2);

/** A chat tells of the past: a day later than today is one of last year. */
function latestBefore(monthAndDay: string, today: string): string {
  const year = Number(today.slice(0, 4));
  return monthAndDay > today.slice(5) ? `${year - 1}-${monthAndDay}` : `${year}-${monthAndDay}`;
}

function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
