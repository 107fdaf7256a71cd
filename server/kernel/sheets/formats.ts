// How Excel stores what people see as dates and numbers (ECMA-376 part 1, 18.8.30 and 18.17.4).

/** What a cell style does to a number: nothing, a date, a time of day, or padding with zeros. */
export type NumberStyle = 'plain' | 'date' | 'instant' | 'time' | { digits: number };

/** Built-in formats that a workbook does not spell out; 27-36 and 50-58 are dates in the Chinese Excel. */
const builtIn = new Map<number, NumberStyle>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  [22, 'instant'],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time'] as const),
]);

export function styleOfFormat(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return builtIn.get(id) ?? 'plain';
  if (/^0{2,20}$/.test(code)) return { digits: code.length };
  const first = code.split(';')[0] ?? '';
  const letters = first.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
  const hasDay = /[yd]|m{3,}|(^|[^hs:.])m+($|[^s:.])/.test(letters) && !/^\[?[hms]+\]?:/.test(letters);
  const hasTime = /[hs]/.test(letters);
  if (hasDay && hasTime) return 'instant';
  if (hasDay) return 'date';
  return hasTime ? 'time' : 'plain';
}

/**
 * Text of a numeric cell. Whole numbers below 10^15 are written out; from there on Excel has already
 * rounded, so the scientific form is kept and `digitsOf` can tell that digits are lost.
 */
export function numberText(raw: string, style: NumberStyle, date1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || Number.isNaN(value)) return raw.trim();
  if (typeof style === 'object') return plainNumber(value).padStart(style.digits, '0');
  if (style === 'plain') return plainNumber(value);
  return serialText(value, style, date1904) ?? plainNumber(value);
}

function plainNumber(value: number): string {
  if (Math.abs(value) < 1e15) return String(value);
  return value.toExponential().replace('e', 'E');
}

const dayMs = 86_400_000;

/**
 * An Excel serial day as `yyyy-mm-dd`, `yyyy-mm-dd hh:mm:ss` or `hh:mm:ss`, or null outside 1900-9999.
 * A serial has no time zone: it is wall-clock time in Asia/Shanghai, as typed.
 */
export function serialText(
  serial: number,
  style: 'date' | 'instant' | 'time',
  date1904 = false,
): string | null {
  if (serial < 0 || serial >= 2_958_466) return null;
  // Serial 60 is 1900-02-29, a day that never was; Excel keeps it for the sake of Lotus 1-2-3.
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const text = new Date(Math.round(((days - 25_569) * dayMs) / 1000) * 1000).toISOString();
  const [day = '', time = ''] = text.slice(0, 19).split('T');
  if (style === 'time' && serial < 1) return time;
  return style === 'date' && time === '00:00:00' ? day : `${day} ${time}`;
}
