/** What a resident wrote. The subject counts double: it says in one line what the text says in ten. */
export interface Message {
  text: string;
  subject?: string;
}

/** A message that people have put in its place: a closed or corrected case. */
export interface Lesson extends Message {
  label: string;
  /** Messages of one group (a merged case, a text sent twice) are never learned and judged at once. */
  group?: string;
}

/** More of one message than this is not read; the longest real one seen has 12,220 characters. */
export const messageCharactersMax = 20_000;

const subjectWeight = 2;

/**
 * How often each pair of neighbouring Chinese characters occurs. Digits, letters and punctuation end a run:
 * leaving house numbers, dates and masked names out was the largest single gain in our trials.
 */
export function pairsOf(message: Message): Map<number, number> {
  const pairs = new Map<number, number>();
  countPairs(message.text, 1, pairs);
  if (message.subject) countPairs(message.subject, subjectWeight, pairs);
  return pairs;
}

function countPairs(text: string, weight: number, pairs: Map<number, number>): void {
  const read = normalised(text);
  let before = 0;
  for (let at = 0; at < read.length; at++) {
    const code = read.charCodeAt(at);
    const here = isHan(code) ? code : 0;
    if (before && here) {
      const pair = pairCode(before, here);
      pairs.set(pair, (pairs.get(pair) ?? 0) + weight);
    }
    before = here;
  }
}

export const normalised = (text: string) => text.slice(0, messageCharactersMax).normalize('NFKC');

export const pairCode = (first: number, second: number) => first * 0x10000 + second;

/** The ideographs of the basic plane; what lies beyond is a handful of rare names. */
export const isHan = (code: number) => (code >= 0x3400 && code <= 0x9fff) || code === 0x3007;
