// First drafts of replies from templates. Pure; a person reads, changes and sends them.
import type { ReplyOutcome } from '#contract/cases/replies/outcomes.ts';
import {
  chatReplyGreeting,
  chatReplyReceived,
  chatReplyUndated,
  replyAdvice,
  replyGreeting,
  replyGreetingPlain,
  replySentences,
  shirkingPhrases,
} from '#contract/cases/replies/words.ts';
import { fill } from '#kernel/words.ts';

/** Days as they are read (11-20), names of units, what was done: from the timeline and the result. */
export type ReplyParts = Partial<
  Record<
    | 'number'
    | 'place'
    | 'matter'
    | 'unit'
    | 'contactedOn'
    | 'arrivedOn'
    | 'finishedOn'
    | 'dueOn'
    | 'reviewOn'
    | 'transferredOn'
    | 'action'
    | 'remaining'
    | 'reason'
    | 'basis'
    | 'plan'
    | 'receiver'
    | 'receiverPhone',
    string
  >
>;

export interface ReplyDraft {
  text: string;
  /** Parts of the outcome's sentences that nobody has told yet; the form asks for them. */
  missing: string[];
  /** Phrases that push people away and came in with the parts. They warn; nothing is refused. */
  forbidden: string[];
}

export function replyDraft(category: string | null, outcome: ReplyOutcome, parts: ReplyParts): ReplyDraft {
  const sentences = replySentences[outcome];
  const told = sentences.filter((sentence) => missingIn(sentence, parts).length === 0);
  const greeting = missingIn(replyGreeting, parts).length === 0 ? replyGreeting : replyGreetingPlain;
  const text = [greeting, ...told, ...adviceFor(category)]
    .map((sentence) => fill(sentence, trimmed(parts)))
    .join('');
  return {
    text,
    missing: [...new Set(sentences.flatMap((sentence) => missingIn(sentence, parts)))],
    forbidden: shirkingIn(text),
  };
}

export function shirkingIn(text: string): string[] {
  return shirkingPhrases.filter((phrase) => text.includes(phrase));
}

/** What goes back into the chat it came from; says only what is known. */
export function copyReply(known: {
  who: string | null;
  title: string;
  number: string;
  dueOn: string | null;
}): string {
  const greeting = fill(chatReplyGreeting, { who: known.who ? `@${known.who} ` : '' });
  return greeting + fill(known.dueOn === null ? chatReplyUndated : chatReplyReceived, known);
}

function missingIn(sentence: string, parts: ReplyParts): string[] {
  const known: Readonly<Record<string, string | undefined>> = parts;
  return [...sentence.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known[name]?.trim());
}

/** The template brings the full stop. */
function trimmed(parts: ReplyParts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, value.trim().replace(/[。.；;]+$/u, '')]),
  );
}

function adviceFor(category: string | null): string[] {
  const [longest] = Object.keys(replyAdvice)
    .filter((code) => category === code || category?.startsWith(`${code}/`))
    .sort((one, other) => other.length - one.length);
  return longest === undefined ? [] : [replyAdvice[longest] ?? ''];
}
