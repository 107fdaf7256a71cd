// One row of a 12345 sheet as an order: number, dates, text, place, caller. Pure; what it cannot read it keeps.
import { z } from 'zod';
import type { RequestType, Urgency } from '#contract/cases/codes.ts';
import {
  type OrderColumn,
  orderColumns,
  orderWords,
  requestTypeWritten,
  urgencyWritten,
} from '#contract/cases/orders/words.ts';
import { phone as phoneNumber } from '#contract/common.ts';
import { otherKey } from '#kernel/imports/rows.ts';
import { dateOf, digitsOf } from '#kernel/sheets/cells.ts';

const numberMax = 60;
const titleMax = 80;

export interface Order {
  number: string;
  receivedAt: string | null;
  dueAt: string | null;
  completedAt: string | null;
  title: string | null;
  text: string;
  /** Where it is said to be, as written; empty when nothing is. */
  place: string;
  category: string;
  requestType: RequestType;
  urgency: Urgency | null;
  caller: { name: string; phone: string | null; hidden: boolean } | null;
  /** Void in the outer system: kept, and not handled. */
  voided: boolean;
  /** Every cell as it came, under the key of its column or, for columns nobody knows, under `other:` and its header. */
  cells: Record<string, string>;
}

const keys = Object.keys(orderColumns) as OrderColumn[];
const cell = z.union([z.string(), z.number()]).transform(String).optional();

export const orderLine = z
  .object({
    ...(Object.fromEntries(keys.map((key) => [key, cell])) as Record<OrderColumn, typeof cell>),
    others: z.record(z.string(), z.string()).default({}),
  })
  .superRefine((row, refinement) => {
    const refuse = (column: OrderColumn, message: string) =>
      refinement.addIssue({ code: 'custom', path: [column], message });
    const number = readNumber(row.orderNo ?? '');
    if (number === null) refuse('orderNo', 'cell.digits_lost');
    else if (number.length > numberMax) refuse('orderNo', 'order.number_long');
    if (!row.text && !row.title) refuse('text', 'order.text_missing');
    if (row.dueAt && row.receivedAt && row.dueAt < row.receivedAt)
      refuse('dueAt', 'order.due_before_received');
  })
  .transform(readOrder);

type Line = Partial<Record<OrderColumn, string | undefined>> & { others: Record<string, string> };

/** The number as text: full width folded, blanks and guards dropped; null where Excel has rounded digits away. */
export function readNumber(written: string): string | null {
  const text = written.normalize('NFKC').replace(/\s/g, '').replace(/^['`]/, '');
  if (!/^\d(?:\.\d+)?[eE]\+?\d+$/.test(text)) return text.replace(/^(\d{12,})\.0+$/, '$1');
  const read = digitsOf(text);
  return 'digits' in read ? read.digits : null;
}

function readOrder(row: Line): Order {
  const text = (row.text ?? row.title ?? '').trim();
  const status = row.status ?? '';
  const { others, ...known } = row;
  return {
    number: readNumber(row.orderNo ?? '') ?? '',
    receivedAt: instantOf(row.receivedAt),
    dueAt: deadlineOf(row.dueAt),
    completedAt: instantOf(dateOf(row.completedAt ?? '') ?? undefined),
    title: titleOf(row.title),
    text,
    place: placeOf(row, text),
    category: [row.category1, row.category2, row.category3, row.category4, row.category]
      .flatMap((part) => part?.trim() || [])
      .join('>'),
    requestType: listed(requestTypeWritten, row.orderType) ?? 'help',
    urgency: listed(urgencyWritten, row.urgency),
    caller: callerOf(row),
    voided: orderWords.voided.some((word) => status.includes(word)),
    cells: {
      ...definedOf(known),
      ...Object.fromEntries(Object.entries(others).map(([header, value]) => [otherKey(header), value])),
    },
  };
}

const definedOf = (row: Partial<Record<OrderColumn, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = row[key]?.trim();
      return value ? [[key, value]] : [];
    }),
  );

/** `2026-11-19 08:49:31` or `2026-11-19` of Asia/Shanghai as an instant. */
const instantOf = (written: string | undefined): string | null =>
  written ? new Date(`${written.slice(0, 10)}T${written.slice(11) || '00:00:00'}+08:00`).toISOString() : null;

const dayMs = 86_400_000;

/** The last day ends at 24:00 where the order names no hour (Civil Code 203). */
function deadlineOf(written: string | undefined): string | null {
  const date = written ? dateOf(written) : null;
  if (date === null) return null;
  const begins = Date.parse(instantOf(date) ?? '');
  return new Date(date.length === 10 ? begins + dayMs : begins).toISOString();
}

function titleOf(written: string | undefined): string | null {
  const title = written?.replace(/\s+/g, ' ').trim() ?? '';
  return title === '' ? null : [...title].slice(0, titleMax).join('');
}

/** The column; else what the text says after its lead-in; with the community in front where it is a column of its own. */
function placeOf(row: Line, text: string): string {
  const spoken = (row.location ?? orderWords.addressLead.exec(text)?.[1] ?? '').trim();
  const community = row.community?.trim() ?? '';
  return spoken.includes(community) ? spoken : `${community}${spoken}`;
}

function listed<T>(table: readonly (readonly [string, T])[], written: string | undefined): T | null {
  if (!written) return null;
  return table.find(([word]) => written.includes(word))?.[1] ?? null;
}

/** Several numbers in one cell, extensions, landlines: the first that is a number. A masked one is none. */
export function firstPhone(written: string | undefined): string | null {
  const text = (written ?? '').normalize('NFKC');
  for (const part of text.split(/[/,;\u3001\uff0c\uff1b\n|]|\s{2,}|\u6216|\u8f6c|\u548c/)) {
    const bare = part.replace(/[\s\-()]/g, '').replace(/^(?:\+?86)(?=1\d{10}$)/, '');
    const digits = /^\D{0,6}(\d{7,12})\D{0,6}$/.exec(bare)?.[1];
    if (digits && !/[*x\u00d7]/i.test(part) && phoneNumber.safeParse(digits).success) return digits;
  }
  return null;
}

function callerOf(row: Line): Order['caller'] {
  const name = row.callerName?.trim() ?? '';
  const phone = firstPhone(row.callerPhone);
  if (name === '' && phone === null) return null;
  const hidden =
    orderWords.hiddenNames.some((word) => name === word) ||
    (row.callerPhone ?? '').includes(orderWords.hiddenNames[0]);
  if (hidden) return { name: orderWords.hiddenCaller, phone, hidden };
  return { name: name.slice(0, 40) || orderWords.unnamedCaller, phone, hidden };
}
