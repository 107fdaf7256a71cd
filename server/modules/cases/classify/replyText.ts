import { courtesies } from '#contract/cases/replies/words.ts';
import { messageCharactersMax } from './message.ts';

export interface ReplyText {
  /** Characters as they stand, without blanks. */
  length: number;
  /** What is left without greetings, thanks, account names, dates and telephone numbers. */
  core: string;
}

const accountNames = /[“"][A-Za-z0-9]+[”"]|\b[A-Za-z]{1,3}\d{5,}\b/g;
const dates = /\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?/g;
const telephones = /[\d*]{3,4}-?[\d*]{7,11}/g;
const punctuation = /[^\p{Script=Han}A-Za-z0-9]+/gu;

export function replyTextOf(reply: string): ReplyText {
  const bare = reply.slice(0, messageCharactersMax).normalize('NFKC').replace(/\s+/g, '');
  const plain = [accountNames, dates, telephones].reduce((text, pattern) => text.replace(pattern, ''), bare);
  const told = courtesies.reduce((text, courtesy) => text.replaceAll(courtesy, ''), plain);
  return { length: bare.length, core: told.replace(punctuation, '') };
}
