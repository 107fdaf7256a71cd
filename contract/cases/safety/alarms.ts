// Words of danger in what somebody writes: read on the phone at once, also without a network, and by the server. Pure.
import type { SafetyAlarm } from './codes.ts';
import { harmlessPhrases, safetyWords } from './words.ts';

/** More of one message than this is not read. */
const charactersMax = 20_000;

export interface Alarm {
  alarm: SafetyAlarm;
  /** The word as it stands in the message. */
  word: string;
}

/** Every kind of danger named in the text, each once with its first word. A person looks at it before anything else. */
export function safetyAlarms(text: string): Alarm[] {
  const read = withoutHarmless(squeezed(text));
  return (Object.entries(safetyWords) as [SafetyAlarm, readonly string[]][]).flatMap(([alarm, words]) => {
    const word = words.find((candidate) => read.includes(candidate));
    return word ? [{ alarm, word }] : [];
  });
}

/** People break a word with a blank or a newline, and write in full width. */
const squeezed = (text: string) => text.slice(0, charactersMax).normalize('NFKC').replace(/\s+/g, '');

const withoutHarmless = (text: string) =>
  harmlessPhrases.reduce((left, phrase) => left.replaceAll(phrase, '|'), text);
