// Reading one cell of text as what its column is meant to hold.
import { serialText } from './formats.ts';

/** `lost` when a spreadsheet has rounded the number away (1.38E+10), `not_digits` when it is something else. */
export type Digits = { digits: string } | { fault: 'lost' | 'not_digits' };

/**
 * A phone, identity or order number from a cell. Blanks, dashes, a country code and full-width figures
 * are removed; a scientific number is written out only while all of its digits are still there.
 */
export function digitsOf(cell: string): Digits {
  const text = cell.normalize('NFKC').trim().replace(/^'/, '');
  const scientific = /^(\d)(?:\.(\d+))?[eE]\+?(\d{1,2})$/.exec(text);
  if (scientific) return expand(scientific[1] ?? '', scientific[2] ?? '', Number(scientific[3]));

  const bare = text
    .replace(/\.0+$/, '')
    .replace(/[\s\-‐-―()]/g, '')
    .replace(/^(\+86|0086)(?=1[3-9]\d{9}$)/, '');
  return /^\d+[xX]?$/.test(bare) ? { digits: bare.toUpperCase() } : { fault: 'not_digits' };
}

function expand(first: string, fraction: string, exponent: number): Digits {
  return fraction.length === exponent ? { digits: first + fraction } : { fault: 'lost' };
}

/**
 * A day or an instant from a cell, Asia/Shanghai: dashes, slashes, dots, Chinese marks, with or without
 * seconds, `20261119`, or an Excel serial. Null when it is no possible date.
 */
export function dateOf(cell: string): string | null {
  const text = atHome(cell.normalize('NFKC').trim());
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialText(Number(text), text.includes('.') ? 'instant' : 'date');

  const parts = written.exec(text) ?? compact.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (!isRealDay(date)) return null;
  if (hour === undefined) return date;
  const time = `${pad(hour)}:${pad(minute)}:${pad(second)}`;
  return Number(hour) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60 ? `${date} ${time}` : null;
}

// \u5e74 \u6708 \u65e5 \u65f6 \u5206 \u79d2 are the Chinese marks for year, month, day, hour, minute, second.
const written =
  /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?(?:[T ]*(\d{1,2})[:\u65f6](\d{1,2})?[:\u5206]?(?:(\d{1,2})(?:\.\d+)?)?\u79d2?)?$/;
const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?: ?(\d\d)(\d\d)(\d\d)?)?$/;

/** `2026-02-12T22:14:05Z`: what names its zone is put on the clock of Asia/Shanghai. */
function atHome(text: string): string {
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const at = zoned ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  if (Number.isNaN(at)) return text;
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

const pad = (value: string | undefined) => (value ?? '0').padStart(2, '0');

function isRealDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/**
 * True for text that a spreadsheet would run as a formula: `=cmd|...`, `@SUM(...)`, `+1+cmd()`. A number,
 * a phone with a country code and a lone dash are harmless.
 */
export function looksLikeFormula(cell: string): boolean {
  const text = cell.trimStart().normalize('NFKC');
  if (/^[=@]/.test(text)) return text.length > 1;
  return /^[+-]/.test(text) && /[(|!]/.test(text) && !/^[+-][\d\s()-]+$/.test(text);
}

/** `#N/A`, `#REF!`…: a formula that had failed when the file was saved. */
export const isErrorCell = (cell: string): boolean =>
  /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(cell);
