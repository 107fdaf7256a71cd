// From messages to cases that are filled in already. A person looks at each; what is not one stays visible. Pure.
import { settledWords, troubleWords, untitled } from '#contract/cases/paste/words.ts';
import { type ParsedAddress, parseAddress } from './address.ts';
import { type Category, categoryOf, type HeardUrgency, urgencyOf } from './category.ts';
import type { ChatMessage } from './chat.ts';
import { type AddressMatch, type Gazetteer, matchAddress } from './match.ts';
import { foldWidth } from './numerals.ts';

export interface CaseDraft {
  title: string;
  /** What was said, message by message; the register keeps it. */
  text: string;
  /** As pasted, to the last character. */
  original: string;
  who: string | null;
  when: string | null;
  /** Places in the messages, numbers of telephones in order; empty where none is named. */
  phones: string[];
  address: ParsedAddress;
  place: AddressMatch;
  /** The name in the chat gave the door, not the message. */
  placeFromName: boolean;
  /** `major/minor` of the tree of matters, with the words that told; null: a person chooses. */
  category: Category | null;
  urgency: HeardUrgency;
  urgencyWords: string[];
  mediaCount: number;
  /** Positions in the list of messages. */
  messages: number[];
}

export interface DraftedChat {
  drafts: CaseDraft[];
  /** Positions of messages that are no case, in order. */
  chatter: number[];
}

/** Minutes within which one person goes on about one thing. */
const minutesOfOneThing = 30;

interface Thread {
  who: string | null;
  messages: number[];
  category: string | null;
  door: string | null;
  isCase: boolean;
}

export function draftCases(messages: readonly ChatMessage[], gazetteer: Gazetteer): DraftedChat {
  const threads = threadsOf(messages);
  const spoken = messages.filter(({ kind }) => kind === 'message');
  // One message alone was pasted on purpose.
  const only = spoken.length === 1;
  const cases = threads.filter((thread) => thread.isCase || only);
  const taken = new Set(cases.flatMap((thread) => thread.messages));
  return {
    drafts: cases.map((thread) => draftOf(thread, messages, gazetteer)),
    chatter: messages.flatMap((_, index) => (taken.has(index) ? [] : [index])),
  };
}

function threadsOf(messages: readonly ChatMessage[]): Thread[] {
  const threads: Thread[] = [];
  messages.forEach((message, index) => {
    if (message.kind !== 'message') return;
    const next = threadOf(message, index);
    const last = threads.findLast((thread) => thread.who === message.who);
    if (last && goesOn(last, next, messages)) join(last, next);
    else threads.push(next);
  });
  return threads;
}

function threadOf(message: ChatMessage, index: number): Thread {
  const { building, unit, room } = parseAddress(message.text);
  const door = building || unit || room ? [building, unit, room].map((part) => part ?? '').join('/') : null;
  const category = categoryOf(message.text)?.code ?? null;
  return { who: message.who, messages: [index], category, door, isCase: isRequest(message.text, category) };
}

function isRequest(text: string, category: string | null): boolean {
  const urgent = urgencyOf(text).urgency === 'critical';
  if (!urgent && settledWords.some((word) => text.includes(word))) return false;
  const { building, unit, room } = parseAddress(text);
  const placed = building !== undefined || unit !== undefined || room !== undefined;
  return urgent || category !== null || (placed && troubleWords.some((word) => text.includes(word)));
}

/** A second category or another door is a second thing; a photo, a door or a number adds to the first. */
function goesOn(last: Thread, next: Thread, messages: readonly ChatMessage[]): boolean {
  const before = messages[last.messages.at(-1) ?? 0];
  const now = messages[next.messages[0] ?? 0];
  if (!before || !now || settledWords.some((word) => now.text.includes(word))) return false;
  if (minutesBetween(before, now) > minutesOfOneThing) return false;
  if (last.category && next.category && last.category !== next.category) return false;
  if (last.door && next.door && !doorsAgree(last.door, next.door)) return false;
  if (!last.isCase) return addsTo(before, last) && (next.isCase || addsTo(now, next));
  const rightAfter = next.messages[0] === (last.messages.at(-1) ?? 0) + 1;
  return next.isCase || addsTo(now, next) || rightAfter;
}

/** Says something that belongs to a case; a bare greeting does not. */
function addsTo(message: ChatMessage, thread: Thread): boolean {
  return (
    thread.isCase || thread.door !== null || message.media.length > 0 || phonesIn(message.text).length > 0
  );
}

function doorsAgree(one: string, other: string): boolean {
  const parts = other.split('/');
  return one.split('/').every((part, index) => part === '' || parts[index] === '' || part === parts[index]);
}

function join(thread: Thread, next: Thread): void {
  thread.messages.push(...next.messages);
  thread.category ??= next.category;
  thread.door ??= next.door;
  thread.isCase ||= next.isCase;
}

/** 0 where nothing is known of either moment. */
function minutesBetween(one: ChatMessage, other: ChatMessage): number {
  if (one.when && other.when) return Math.abs(minutesOf(one.when) - minutesOf(other.when));
  if (one.time && other.time)
    return Math.abs(minutesOf(`1970-01-01T${one.time}`) - minutesOf(`1970-01-01T${other.time}`));
  return 0;
}

const minutesOf = (when: string) => Date.parse(`${when}:00Z`) / 60_000;

function draftOf(thread: Thread, messages: readonly ChatMessage[], gazetteer: Gazetteer): CaseDraft {
  const own = thread.messages.flatMap((index) => messages[index] ?? []);
  const text = own.flatMap((message) => message.text || []).join('\n');
  const said = parseAddress(text);
  const place = matchAddress(said, gazetteer);
  const named = place.outcome === 'none' && thread.who ? parseAddress(thread.who) : null;
  const namedPlace = named && matchAddress(named, gazetteer);
  const fromName = named !== null && namedPlace !== null && namedPlace.outcome !== 'none';
  const address = fromName ? named : said;
  const category = categoryOf(text);
  return {
    title: titleOf(address, category?.words[0], text),
    text,
    original: own.map(({ raw }) => raw).join(''),
    who: thread.who,
    when: own[0]?.when ?? null,
    phones: phonesIn(text),
    address,
    place: fromName ? namedPlace : place,
    placeFromName: fromName,
    category,
    ...urgencyOf(text),
    mediaCount: own.reduce((sum, { media }) => sum + media.length, 0),
    messages: thread.messages,
  };
}

/** Mobile and landline numbers, digits only, each once. */
export function phonesIn(text: string): string[] {
  const pattern =
    /(?<!\d)(?:(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})|(0\d{2,3}[- ]?\d{7,8})|([2-9]\d{7}))(?!\d)/g;
  const found = [...foldWidth(text).matchAll(pattern)].map(([, mobile, land, local]) =>
    (mobile ?? land ?? local ?? '').replace(/\D/g, ''),
  );
  return [...new Set(found)];
}

const titleLength = 30;

/** Place and the clause that names the trouble; a telephone number never stands in a title. */
function titleOf(address: ParsedAddress, word: string | undefined, text: string): string {
  const where = address.spans
    .filter(({ part }) => part !== 'room')
    .map((span) => span.text)
    .join('');
  const clauses = foldWidth(text)
    .split(/[\n,，。；;!?！？]/u)
    .map((clause) => withoutPlaceAndPhone(clause));
  const about =
    (word && clauses.find((clause) => clause.includes(word))) || clauses.find((clause) => clause.length > 3);
  const title = `${where} ${about ?? ''}`.trim();
  return [...(title || untitled)].slice(0, titleLength).join('');
}

function withoutPlaceAndPhone(clause: string): string {
  return parseAddress(clause)
    .rest.replace(/[+\d][\d\- ]{5,}\d/g, '')
    .trim();
}
