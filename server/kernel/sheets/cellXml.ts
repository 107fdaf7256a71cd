import { dateOf } from './cells.ts';
import { columnLetters } from './merges.ts';
import type { ColumnKind, SheetCell } from './sheet.ts';
import { type Look, looks } from './styles.ts';

/** One cell. Whatever a person typed is written as a string cell: a spreadsheet never runs it. */
export function cellXml(
  row: number,
  column: number,
  value: SheetCell,
  kind: ColumnKind,
  fault: boolean,
): string {
  if (fault) return textCell(row, column, String(value ?? ''), 'fault');
  if (value === null || value === '') return `<c r="${columnLetters(column)}${row}" s="${looks.text}"/>`;
  if (kind === 'number') return numberCell(row, column, value);
  if (kind === 'date') return dateCell(row, column, String(value));
  return textCell(row, column, String(value), 'text');
}

/** Numbers from 10^15 on would be rounded, so they are written as text. */
function numberCell(row: number, column: number, value: string | number): string {
  const number = typeof value === 'number' ? value : Number(value);
  if (!Number.isFinite(number) || Math.abs(number) >= 1e15)
    return textCell(row, column, String(value), 'text');
  return valueCell(row, column, number, 'number');
}

function dateCell(row: number, column: number, value: string): string {
  const text = dateOf(value);
  if (text === null) return textCell(row, column, value, 'text');
  const [day = '', time] = text.split(' ');
  const serial = Date.parse(`${day}T${time ?? '00:00:00'}Z`) / 86_400_000 + 25_569;
  // Before 1900-03-01 the serial days of Excel are off by one, and before 1900 there are none.
  if (serial < 61) return textCell(row, column, value, 'text');
  return valueCell(row, column, Math.round(serial * 1e9) / 1e9, time === undefined ? 'day' : 'instant');
}

const valueCell = (row: number, column: number, value: number, look: Look) =>
  `<c r="${columnLetters(column)}${row}" s="${looks[look]}"><v>${value}</v></c>`;

const cellCharactersMax = 32_767;

export function textCell(row: number, column: number, value: string, look: Look): string {
  const text = value.length > cellCharactersMax ? value.slice(0, cellCharactersMax) : value;
  const guarded = look === 'text' && /^[=+\-@\t\r]/.test(text.normalize('NFKC'));
  const style = looks[guarded ? 'guarded' : look];
  const kept = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr"><is><t${kept}>${escapeXml(text)}</t></is></c>`;
}

const escapes: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Escapes marks, drops control characters that XML forbids, mends halved surrogate pairs. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach the file
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[<>&"]/g, (mark) => escapes[mark] ?? mark);
