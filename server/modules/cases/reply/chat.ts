import { chatReplyGreeting, chatReplyReceived, chatReplyUndated } from '#contract/cases/replies/words.ts';
import { fill } from '#kernel/words.ts';

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
