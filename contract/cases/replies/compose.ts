// A reply from its templates and what the case knows. Pure, so that a phone without a network can do it as well.
import { scrubRules } from '../publish/words.ts';
import type { CaseRecord } from '../records.ts';
import type { ReplyOutcome } from './outcomes.ts';
import * as words from './words.ts';

/** Without one of these the sentence is left out: whether it happened is not for the writer to guess. */
const happened = ['contactedOn', 'arrivedOn', 'unit', 'unitPhone'] as const;
/** Without one of these the place is left blank. */
const told = [
  'action',
  'remaining',
  'reason',
  'basis',
  'plan',
  'receiver',
  'receiverPhone',
  'dueOn',
  'reviewOn',
  'finishedOn',
  'transferredOn',
] as const;
const greeted = ['place', 'matter', 'number'] as const;

export type ReplyFacts = Partial<
  Record<(typeof happened)[number] | (typeof told)[number] | (typeof greeted)[number], string>
>;

export interface ReplyDraft {
  text: string;
  blanks: number;
}

/** @param more sentences of the matter for this outcome, after those that every matter has */
export function composeReply(
  outcome: ReplyOutcome,
  facts: ReplyFacts,
  more: readonly string[] = [],
): ReplyDraft {
  const greeting = isKnown(words.replyGreeting, greeted, facts)
    ? words.replyGreeting
    : words.replyGreetingPlain;
  const closing = isKnown(words.replyClosingPhone, happened, facts)
    ? words.replyClosingPhone
    : words.replyClosing;
  const sentences = [...words.replySentences[outcome], ...more].filter((each) =>
    isKnown(each, happened, facts),
  );
  const text = [greeting, ...sentences, closing].map((each) => fill(each, facts)).join('');
  return { text, blanks: text.split(words.replyBlank).length - 1 };
}

type Known = Pick<
  CaseRecord,
  | 'number'
  | 'externalNumber'
  | 'area'
  | 'placeText'
  | 'matter'
  | 'lead'
  | 'contacts'
  | 'timeline'
  | 'assignments'
  | 'suspendedUntil'
  | 'finishedAt'
  | 'round'
>;

/**
 * What the case itself says; what was typed comes before what the log says was done.
 * @param place as it is spoken, where the register knows it from the estate down
 */
export function factsOf(record: Known, said = '', place: string | null = null): ReplyFacts {
  const reached = record.contacts.findLast(({ outcome }) => outcome === 'reached');
  const arrived = markOf(record, 'arrived');
  const finished = record.finishedAt ?? markOf(record, 'settled');
  const done = said.trim() || logged(record);
  return {
    number: record.externalNumber ?? record.number,
    ...given('place', place ?? placeIn(record)),
    ...given('matter', record.matter?.name),
    ...given('unit', record.lead?.name),
    ...given('contactedOn', reached && dayOf(reached.at)),
    ...given('arrivedOn', arrived && dayOf(arrived)),
    ...given('finishedOn', finished && dayOf(finished)),
    ...given('reviewOn', record.suspendedUntil && dayOf(record.suspendedUntil)),
    ...given('action', done),
    ...given('reason', said.trim()),
  };
}

const given = (name: keyof ReplyFacts, value: string | null | undefined): ReplyFacts =>
  value ? { [name]: value } : {};

/** Whoever follows the case reads the reply too: no door, no phone. */
const placeIn = ({ area, placeText }: Known): string =>
  scrubRules.reduce((text, { pattern, put }) => text.replace(pattern, put), placeText) || (area?.name ?? '');

const markOf = ({ timeline, round }: Known, mark: string): string | null =>
  timeline.findLast((step) => step.round === round && step.data.mark === mark)?.at ?? null;

/** Notes of this round and what helpers reported. A mark is a button, its note says nothing new. */
function logged({ timeline, round, assignments }: Known): string {
  const notes = timeline.flatMap(({ name, round: at, note, data }) =>
    name === 'add_progress' && at === round && !data.mark && note ? [note] : [],
  );
  const reports = assignments.flatMap(({ role, report }) => (role === 'co' && report ? [report] : []));
  return [...notes, ...reports].map(withoutStop).join(words.replyAnd);
}

/** A day in China, which has one time. */
function dayOf(at: string): string {
  const there = new Date(Date.parse(at) + 8 * 3_600_000);
  return words.replyDay(there.getUTCMonth() + 1, there.getUTCDate());
}

const partsIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

function isKnown(sentence: string, needed: readonly string[], facts: ReplyFacts): boolean {
  const known: Readonly<Record<string, string | undefined>> = facts;
  return partsIn(sentence).every((name) => !needed.includes(name) || known[name]?.trim());
}

function fill(sentence: string, facts: ReplyFacts): string {
  const known: Readonly<Record<string, string | undefined>> = facts;
  return sentence.replace(
    /\{(\w+)\}/g,
    (_, name: string) => withoutStop(known[name] ?? '') || words.replyBlank,
  );
}

/** The template brings the full stop. */
const withoutStop = (text: string): string => text.trim().replace(/[。.；;]+$/u, '');
