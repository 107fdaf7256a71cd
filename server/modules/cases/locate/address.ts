// Reads an address out of what people write. Pure; finds, never guesses: what it does not know stays in `rest`.
import { addressShapes, leadIns } from '#contract/cases/address/words.ts';
import { foldWidth, numberOf } from './numerals.ts';

export type Part = 'community' | 'estate' | 'building' | 'unit' | 'floor' | 'room';

/** A piece of the original text, `start` and `end` in code units. */
export interface Span {
  part: Part;
  start: number;
  end: number;
  text: string;
}

/** Numbers are digits as text (`3`, `a`, `-1` for the first basement); names are as written. */
export interface ParsedAddress extends Partial<Record<Part, string>> {
  text: string;
  /** What was not understood, in its order. */
  rest: string;
  spans: Span[];
  /** Further buildings or units that the text names too: the address is then more than one. */
  others: Span[];
}

/** Longer texts are read up to here; a place is named early. Code units. */
export const ADDRESS_TEXT_MAX = 2_000;

const shape = (name: keyof typeof addressShapes, flags = 'gu') => new RegExp(addressShapes[name], flags);

interface Found {
  part: Part;
  value: string;
  start: number;
  end: number;
}

/** @param text at most ADDRESS_TEXT_MAX code units are read. */
export function parseAddress(text: string): ParsedAddress {
  const folded = foldWidth(text).slice(0, ADDRESS_TEXT_MAX);
  const found: Found[] = [];
  const others: Found[] = [];
  let open = hide(folded, /(?<!\d)(?:1\d{10}|1\d{2}[- ]\d{4}[- ]\d{4}|0\d{2,3}-?\d{7,8}|\d{5,})(?!\d)/g);
  for (const reader of readers) {
    for (const piece of reader(open, found)) {
      const known = found.find(({ part }) => part === piece.part);
      if (!known) found.push(piece);
      else if (known.value !== piece.value && isDoor(piece.part)) others.push(piece);
      else continue;
      open = open.slice(0, piece.start) + '\0'.repeat(piece.end - piece.start) + open.slice(piece.end);
    }
  }
  return addressOf(text, found, others);
}

const isDoor = (part: Part) => part === 'building' || part === 'unit';

function addressOf(text: string, found: Found[], others: Found[]): ParsedAddress {
  const spanOf = ({ part, start, end }: Found): Span => ({ part, start, end, text: text.slice(start, end) });
  const spans = found.map(spanOf).sort((one, other) => one.start - other.start);
  let rest = '';
  let at = 0;
  for (const span of spans) {
    rest += text.slice(at, span.start);
    at = span.end;
  }
  rest += text.slice(at);
  const values: Partial<Record<Part, string>> = {};
  for (const { part, value } of found) values[part] = value;
  return { ...values, text, rest, spans, others: others.map(spanOf) };
}

function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => '\0'.repeat(match.length));
}

type Reader = (open: string, found: readonly Found[]) => Found[];

/** In this order: what is read first is not read again as something else. */
const readers: readonly Reader[] = [
  // Building, unit and room joined by dashes; dates and telephone numbers have other lengths.
  (open) =>
    joined(open, /(?<![\d\-./])(\d{1,3})#?(?:号楼)?-(\d{1,2})-(\d{3,4})(?![\d-])/g, [
      'building',
      'unit',
      'room',
    ]),
  (open) =>
    joined(open, /(?<![\d\-./])(\d{1,3})(?:#|号楼)(\d{1,2})-(\d{3,4})(?![\d-])/g, [
      'building',
      'unit',
      'room',
    ]),
  (open) => joined(open, /(?<![\d\-./:])(\d{1,2})-(\d{3,4})(?![\d\-年])/g, ['building', 'room']),
  (open) => names(open, shape('community'), 'community'),
  (open) => names(open, shape('courtyard'), 'estate'),
  (open) => names(open, shape('roadNumber'), 'estate'),
  (open) => names(open, shape('estate'), 'estate'),
  (open) => numbers(open, shape('building'), 'building'),
  (open) => numbers(open, shape('buildingBeforeUnit'), 'building'),
  (open) => numbers(open, /(?<![A-Za-z])([A-Za-z])\s?(?:座|栋|幢|号楼|楼(?!道))/g, 'building'),
  // An estate followed by a pair without a room.
  (open, found) => pairAfterEstate(open, found),
  (open) => numbers(open, shape('unit'), 'unit'),
  (open) => numbers(open, /(?<![A-Za-z])([A-Za-z]|[甲乙丙丁])\s?单元/g, 'unit'),
  (open, found) => following(open, found, 'building', shape('gate', 'uy'), 'unit'),
  (open) => basement(open),
  (open) => numbers(open, shape('floor'), 'floor'),
  (open) => numbers(open, shape('spokenFloor'), 'floor'),
  (open) => numbers(open, /(?<!\d)(\d{3,4})\s?(?:室|房间|号房|户(?!人))/g, 'room'),
  (open, found) => roomAfterDoor(open, found),
];

function joined(open: string, pattern: RegExp, parts: readonly Part[]): Found[] {
  return [...open.matchAll(pattern)].slice(0, 3).flatMap((match) => {
    let at = match.index;
    return parts.map((part, index): Found => {
      const value = match[index + 1] ?? '';
      const start = open.indexOf(value, at);
      at = start + value.length;
      // The dashes belong to the address too: the last part of a row ends where the row ends.
      return { part, value: plain(value), start: index === 0 ? match.index : start, end: at };
    });
  });
}

function names(open: string, pattern: RegExp, part: Part): Found[] {
  for (const match of open.matchAll(pattern)) {
    const cut = leadInLength(match[0]);
    const value = match[0].slice(cut);
    if (value.length < 2) continue;
    return [{ part, value, start: match.index + cut, end: match.index + match[0].length }];
  }
  return [];
}

/** Length of the words before the name: whatever ends with a lead-in is not the name. */
function leadInLength(text: string): number {
  let cut = 0;
  for (const word of leadIns) {
    const at = text.lastIndexOf(word);
    // One character may well be part of a name; it leads in only at the very start.
    if (at >= 0 && (word.length > 1 || at === cut) && at + word.length < text.length - 1)
      cut = Math.max(cut, at + word.length);
  }
  return cut;
}

function numbers(open: string, pattern: RegExp, part: Part): Found[] {
  return [...open.matchAll(pattern)].slice(0, 6).map((match) => ({
    part,
    value: plain(match[1] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function following(
  open: string,
  found: readonly Found[],
  before: Part,
  pattern: RegExp,
  part: Part,
): Found[] {
  const door = found.find((piece) => piece.part === before);
  if (!door) return [];
  pattern.lastIndex = door.end + gapAfter(open, door.end);
  const match = pattern.exec(open);
  if (!match) return [];
  return [{ part, value: plain(match[1] ?? ''), start: match.index, end: pattern.lastIndex }];
}

function pairAfterEstate(open: string, found: readonly Found[]): Found[] {
  const estate = found.find(({ part }) => part === 'estate');
  if (!estate || found.some(({ part }) => part === 'building')) return [];
  const pattern = /(\d{1,2})-(\d{1,2})(?![\d\-:月日])/y;
  pattern.lastIndex = estate.end + gapAfter(open, estate.end);
  const match = pattern.exec(open);
  if (!match) return [];
  const [, building = '', unit = ''] = match;
  const middle = match.index + building.length;
  return [
    { part: 'building', value: plain(building), start: match.index, end: middle },
    { part: 'unit', value: plain(unit), start: middle + 1, end: pattern.lastIndex },
  ];
}

function basement(open: string): Found[] {
  const match = /(?:地下|负)([一二三四1-4])层|(?<![A-Za-z])[Bb]([1-4])(?!\d)层?/.exec(open);
  if (!match) return [];
  const value = `-${plain(match[1] ?? match[2] ?? '')}`;
  return [{ part: 'floor', value, start: match.index, end: match.index + match[0].length }];
}

/** A bare number is a room only right behind a building, a unit or a floor. */
function roomAfterDoor(open: string, found: readonly Found[]): Found[] {
  const doors = found.filter(({ part }) => part === 'unit' || part === 'building' || part === 'floor');
  for (const door of doors.sort((one, other) => other.end - one.end)) {
    const pattern = /-?(\d{3,4})(?!\d|[年月元米块:])号?/y;
    pattern.lastIndex = door.end + gapAfter(open, door.end);
    const match = pattern.exec(open);
    if (match)
      return [{ part: 'room', value: plain(match[1] ?? ''), start: match.index, end: pattern.lastIndex }];
  }
  return [];
}

const gapAfter = (open: string, end: number) => /^[\s,，、的]{0,2}/.exec(open.slice(end))?.[0].length ?? 0;

/** Digits without leading zeros, letters small. */
function plain(value: string): string {
  return String(numberOf(value) ?? value.toLowerCase());
}
