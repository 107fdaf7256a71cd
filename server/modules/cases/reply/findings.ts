// What is said of a reply while it is written. The rules speak; what was learned from judged replies stays with the
// bench until a street has judged enough of its own.

import { scrubRules } from '#contract/cases/publish/words.ts';
import type { ReplyFinding } from '#contract/cases/replies/endpoints.ts';
import type { ReplyFault, ReplyReason } from '#contract/cases/replies/reasons.ts';
import * as words from '#contract/cases/replies/words.ts';
import { checkReply } from '../classify/replyCheck.ts';
import { copiedFrom, shirkingIn } from '../classify/replyRules.ts';
import { replyTextOf } from '../classify/replyText.ts';

export interface EarlierReply {
  /** Null where the viewer may not read that case. */
  number: string | null;
  text: string;
}

export interface ReplyAround {
  /** What was asked. */
  request: string;
  /** Recent replies of the same unit in other cases. */
  earlier: readonly EarlierReply[];
  /** Sentences of the templates, names of the place and the unit: everybody's words, copied from nobody. */
  templates: readonly string[];
  /** Numbers that a reply may hold: of the case, of the unit's desk. */
  numbers: readonly string[];
}

type Finding = Omit<ReplyFinding, 'reason'> & { reason: ReplyReason | ReplyFault };

/** In the order in which a writer mends them. */
export function findingsIn(reply: string, around: ReplyAround): Finding[] {
  if (reply.trim() === '') return [];
  const frame = fragmentsOf([words.replyGreeting, words.replyGreetingPlain, words.replyClosing]);
  const { reasons } = checkReply(without(reply, frame), '');
  const left = blanks(reply);
  // Before the blanks are filled nobody knows how much is told.
  const heard = left.length > 0 ? reasons.filter((reason) => reason === 'shirking') : reasons;
  return [
    ...left,
    ...personal(reply, around.numbers),
    ...heard.map((reason) => ({
      reason,
      words: reason === 'shirking' ? shirkingIn(reply) : [],
      like: null,
    })),
    ...copied(reply, around),
  ];
}

const blankPattern = /[＿_]{2,}|[xX×]{3,}|\{\w+\}/gu;

/** The blank with what stands before it in its part of the sentence, else with what follows. */
function blanks(reply: string): Finding[] {
  const around = [...reply.matchAll(blankPattern)].map(({ index, 0: blank }) => {
    const [before = ''] = /[^，。；、（(＿_\n]{0,8}$/u.exec(reply.slice(0, index)) ?? [];
    const [after = ''] = /^[^，。；、）)＿_\n]{0,6}/u.exec(reply.slice(index + blank.length)) ?? [];
    return before ? before + blank : blank + after;
  });
  return around.length > 0 ? [{ reason: 'leaves_blanks', words: around, like: null }] : [];
}

function personal(reply: string, numbers: readonly string[]): Finding[] {
  const known = new Set(numbers.map(digitsOf));
  const found = scrubRules
    .filter(({ name }) => words.replyPrivate.includes(name))
    .flatMap(({ pattern }) => [...reply.matchAll(pattern)].map(([all]) => all))
    .filter((all) => !known.has(digitsOf(all)) && !isLandline(all));
  const each = [...new Set(found)].filter((one) => !found.some((all) => all !== one && all.includes(one)));
  return each.length > 0 ? [{ reason: 'personal', words: each, like: null }] : [];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
/** Offices have one; people hardly. */
const isLandline = (text: string): boolean => /^0\d{9,11}$/.test(digitsOf(text));

function copied(reply: string, { request, earlier, templates }: ReplyAround): Finding[] {
  const frame = fragmentsOf(templates);
  const own = replyTextOf(without(reply, frame)).core;
  if (copiedFrom(own, replyTextOf(request).core))
    return [{ reason: 'copied', words: [words.replyCopiedRequest], like: null }];
  const like = earlier.find(({ text }) => copiedFrom(own, replyTextOf(without(text, frame)).core));
  return like ? [{ reason: 'copied', words: [], like: like.number }] : [];
}

/** Shorter pieces of a template stand in any text. */
const fragmentMin = 4;

const fragmentsOf = (sentences: readonly string[]): string[] =>
  sentences
    .flatMap((sentence) => sentence.split(/\{\w+\}|[，。：；]|＿＿/u))
    .filter((piece) => piece.length >= fragmentMin)
    .sort((one, other) => other.length - one.length);

const dayPattern = /\d{1,2}月\d{1,2}日/gu;

const without = (text: string, pieces: readonly string[]): string =>
  pieces.reduce((rest, piece) => rest.replaceAll(piece, ''), text.replace(dayPattern, ''));
