// Instants as the database writes them, as ISO text: read digit by digit, since a list has hundreds of them.
const minuteMs = 60_000;

/**
 * `2026-11-21 18:07:46.123456+08` → `2026-11-21T10:07:46.123Z`. What is written otherwise (before the year 1000, after
 * 9999, `infinity`) is left to the date of the language, which throws where it cannot read it.
 */
export function instantText(text: string): string {
  if (text[0] === '0' || text[4] !== '-' || text[10] !== ' ' || text.endsWith('C'))
    return new Date(text).toISOString();
  let place = 19;
  let fraction = 0;
  if (text[place] === '.') {
    const start = ++place;
    while (isDigit(text, place)) place++;
    fraction = Math.trunc(Number(`0.${text.slice(start, place)}`) * 1000 + 1e-6);
  }
  const sign = text[place] === '-' ? -1 : 1;
  const hours = two(text, place + 1);
  const minutes = text[place + 3] === ':' ? two(text, place + 4) : 0;
  const local = Date.UTC(
    two(text, 0) * 100 + two(text, 2),
    two(text, 5) - 1,
    two(text, 8),
    two(text, 11),
    two(text, 14),
    two(text, 17),
    fraction,
  );
  return new Date(local - sign * (hours * 60 + minutes) * minuteMs).toISOString();
}

const zero = 48;
const two = (text: string, at: number): number =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= zero && code <= zero + 9;
}
