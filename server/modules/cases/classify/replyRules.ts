import type { ReplyReason } from '#contract/cases/replies/reasons.ts';
import { actionWords, shirkingPhrases } from '#contract/cases/replies/words.ts';
import { type ReplyText, replyTextOf } from './replyText.ts';

/** Fewer characters beside greetings and thanks hold no account of what was done. */
export const coreCharactersMin = 40;
/** A longer reply that also names what was done may hold a phrase that passes something on. */
const shirkingCharactersMax = 120;
/** Characters in a row that two people do not write alike by chance. */
const copiedRun = 8;
const copiedShareMax = 0.6;
/** Shorter than this a reply is judged by its length alone. */
const copiedCharactersMin = 20;
/** Earlier replies beyond this many are not compared. */
const earlierMax = 200;

/** What can be said of a reply without having learned anything: each reason that holds, in the order of the list. */
export function replyReasons(reply: string, request: string, earlier: readonly string[]): ReplyReason[] {
  const text = replyTextOf(reply);
  return (Object.entries(rules) as [keyof typeof rules, Rule][]).flatMap(([reason, holds]) =>
    holds(text, request, earlier) ? [reason] : [],
  );
}

type Rule = (reply: ReplyText, request: string, earlier: readonly string[]) => boolean;

const rules: Record<Exclude<ReplyReason, 'like_weak_ones'>, Rule> = {
  too_short: ({ core }) => core.length < coreCharactersMin,
  no_action_named: ({ core }) => !actionWords.some((word) => core.includes(word)),
  copied: ({ core }, request, earlier) =>
    [request, ...earlier.slice(0, earlierMax)].some((other) => copiedFrom(core, replyTextOf(other).core)),
  shirking: ({ core }) =>
    core.length < shirkingCharactersMax && shirkingPhrases.some((phrase) => core.includes(phrase)),
};

/** Phrases of a text that pass the matter on or push people away, as they stand in it. */
export function shirkingIn(text: string): string[] {
  const found = shirkingPhrases.filter((phrase) => text.includes(phrase));
  return found.filter((phrase) => !found.some((other) => other !== phrase && other.includes(phrase)));
}

/** Whether most of the runs of characters of one text stand in the other; both without courtesies. */
export function copiedFrom(text: string, other: string): boolean {
  if (text.length < copiedCharactersMin || other.length < copiedRun) return false;
  const runs = text.length - copiedRun + 1;
  const theirs = new Set<string>();
  for (let at = 0; at <= other.length - copiedRun; at++) theirs.add(other.slice(at, at + copiedRun));
  let copied = 0;
  for (let at = 0; at < runs; at++) if (theirs.has(text.slice(at, at + copiedRun))) copied += 1;
  return copied / runs > copiedShareMax;
}
