// An activity as a file for the calendar of the phone (RFC 5545). Pure.

const shanghaiMs = 8 * 3_600_000;

export interface CalendarEntry {
  id: string;
  title: string;
  place: string;
  note: string;
  startsAt: string;
  endsAt: string;
  /** When the file was made. */
  madeAt: Date;
}

/** UTF-8 text, times in Asia/Shanghai (one offset, no summer time since 1991), an hour's warning. */
export function calendarFile(entry: CalendarEntry): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//jia//activities//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Shanghai',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `UID:${entry.id}@jia`,
    `DTSTAMP:${utc(entry.madeAt)}`,
    `DTSTART;TZID=Asia/Shanghai:${local(entry.startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${local(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.note)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(entry.title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

const digits = (at: Date) => at.toISOString().slice(0, 19).replace(/[-:]/g, '');
const utc = (at: Date) => `${digits(at)}Z`;
const local = (at: string) => digits(new Date(Date.parse(at) + shanghaiMs));

const escaped = (text: string) =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/([;,])/g, '\\$1')
    .replace(/\r?\n/g, '\\n');

const lineBytesMax = 75;

/** Lines of 75 bytes at most; a character is never cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > lineBytesMax) {
      out += '\r\n ';
      bytes = 1;
    }
    out += letter;
    bytes += size;
  }
  return out;
}
