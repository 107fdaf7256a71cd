// Takes a pasted chat apart into messages. Pure; the raw parts joined are the text, whatever it was.
import { mediaMarks } from '#contract/cases/paste/words.ts';
import { type Line, type Moment, readLine } from './chatLines.ts';
import { foldWidth } from './numerals.ts';

export type Media = (typeof mediaMarks)[string];

export interface ChatMessage {
  /** Exactly as pasted, head and line ends included. */
  raw: string;
  kind: 'message' | 'system' | 'divider';
  who: string | null;
  /** `YYYY-MM-DDTHH:MM` on the wall in China; null where the paste does not say. */
  when: string | null;
  /** `HH:MM`, also where the day is unknown. */
  time: string | null;
  /** What was said: without head, marks of media, calls of names and quotations. */
  text: string;
  media: Media[];
  /** Who is called by name in it. */
  mentions: string[];
  quotes: string[];
}

interface Open {
  raw: string;
  kind: ChatMessage['kind'];
  who: string | null;
  moment: Moment | null;
  body: string;
}

/** @param today `YYYY-MM-DD` in China, for days without a year. */
export function parseChat(text: string, { today }: { today: string }): ChatMessage[] {
  const done: Open[] = [];
  let open: Open | null = null;
  let day: string | null = null;
  let time: string | null = null;
  for (const raw of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const line = readLine(raw, today);
    if (line.kind === 'words' && open) {
      open.raw += raw;
      open.body += raw;
      continue;
    }
    const momentOf = 'moment' in line ? line.moment : null;
    if (momentOf?.day) day = momentOf.day;
    if (momentOf?.time) time = momentOf.time;
    const next = begin(line, raw, { day, time });
    done.push(next);
    // What follows a line of the chat itself is somebody's words again.
    open = next.kind === 'message' ? next : null;
  }
  return done.map(finish);
}

function begin(line: Line, raw: string, moment: Moment): Open {
  switch (line.kind) {
    case 'head':
      return { raw, kind: 'message', who: line.who, moment, body: line.inline };
    case 'words':
      return { raw, kind: 'message', who: null, moment, body: raw };
    case 'divider':
    case 'system':
      return { raw, kind: line.kind, who: null, moment, body: raw };
  }
}

function finish({ raw, kind, who, moment, body }: Open): ChatMessage {
  const when = moment?.day && moment.time ? `${moment.day}T${moment.time}` : null;
  const quotes = [...body.matchAll(/「([^」]{0,500})」/g)].map(([, quoted = '']) => quoted);
  const marks = [...body.matchAll(/\[([^[\]\n]{1,12})\]/g)].map(([, mark = '']) => mark);
  const mentions = [...body.matchAll(/@([^\s@,，:：\u2005]{1,20})/gu)].map(([, name = '']) => name);
  const media = marks.flatMap((mark) => mediaMarks[mark] ?? []);
  return { raw, kind, who, when, time: moment?.time ?? null, text: said(body), media, mentions, quotes };
}

function said(body: string): string {
  return foldSpaces(
    body
      .replace(/「[^」]{0,500}」(?:\s*\n\s*[-—\s]{3,}\n)?/g, '')
      // Marks of media and of stickers, which have Chinese names; a door in brackets stays.
      .replace(/\[(?=[^\]\d]{1,12}\])[^[\]\n]{1,12}\]/g, '')
      .replace(/@[^\s@,，:：\u2005]{1,20}[\s\u2005]?/gu, ''),
  );
}

const foldSpaces = (text: string) =>
  foldWidthKeepingMarks(text)
    .replace(/[ \t]+/g, ' ')
    .trim();

/** Digits and letters narrow; Chinese punctuation stays as it is read. */
function foldWidthKeepingMarks(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, foldWidth);
}
