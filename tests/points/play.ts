// Plays a history to the ledger and to the model side by side.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Tables } from '#kernel/database/tables.ts';
import {
  type LedgerAnswer,
  type LedgerCommand,
  runCommand,
  violationsOf,
} from '#modules/points/store/ledger.ts';
import { aim, type Draft, waited } from './histories.ts';
import { judge } from './model.ts';
import { available, emptyModel, type Model } from './state.ts';

export const startOfPlay = Date.parse('2026-03-01T02:00:00.000Z');

/** Keys that depend on nothing but the place in the history, so that a found history can be played again. */
export const keyOf = (street: number, index: number): string =>
  `${street.toString(16).padStart(8, '0').slice(-8)}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

export interface Played {
  model: Model;
  commands: LedgerCommand[];
  tally: Tally;
  /** The instant of the last command. */
  at: number;
}

/** How often a command was answered so: `capture done`, `grant cap_reached`. */
export type Tally = Map<string, number>;

export function count(tally: Tally, word: string): void {
  tally.set(word, (tally.get(word) ?? 0) + 1);
}

export function countAnswer(tally: Tally, kind: string, answer: LedgerAnswer): void {
  const { error, replayed, holdId, releaseAt } = answer;
  count(tally, `${kind} ${error ?? (replayed ? 'replayed' : 'done')}`);
  if (holdId && releaseAt && !replayed) count(tally, `${kind} under notice`);
}

/** @throws when an answer, a balance or an invariant differs from the model's */
export async function play(
  db: Kysely<Tables>,
  street: number,
  drafts: readonly Draft[],
  checkEvery = 10,
): Promise<Played> {
  const model = emptyModel();
  const commands: LedgerCommand[] = [];
  const tally: Tally = new Map();
  let at = startOfPlay;
  for (const [index, draft] of [...opening, ...drafts].entries()) {
    at += waited(draft);
    const command = repeated(commands, draft) ?? aim(model, at, draft, keyOf(street, index));
    const expected = judge(model, at, command);
    const found = await runCommand(db, street, new Date(at), command);
    expect(comparable(found), JSON.stringify(command)).toEqual(comparable(expected));
    commands.push(command);
    countAnswer(tally, command.kind, expected);
    if (index % checkEvery === 0) expect(await violationsOf(db, street)).toEqual([]);
  }
  expect(await violationsOf(db, street)).toEqual([]);
  await compareBalances(db, street, model, at);
  return { model, commands, tally, at };
}

/** A street with something to act on. */
const opening: readonly Draft[] = (
  [
    ['open_programme', 0, 0, 0],
    ['make_rule', 0, 1, 1],
    ['make_rule', 0, 0, 2],
    ['fund', 0, 0, 60],
    ...[0, 1, 3, 4, 3, 4, 0].map((a, index) => ['open_account', a, index + 1, 1]),
  ] as const
).map(([kind, a, b, n]) => ({ kind, a, b, n, wait: 0, again: 1 }) as Draft);

/** A command of before: the same, or its key with another body; nothing, most of the time. */
export function repeated(commands: readonly LedgerCommand[], draft: Draft): LedgerCommand | undefined {
  if (draft.again > 1) return undefined;
  const before = commands[draft.a % Math.max(1, commands.length)];
  if (!before || draft.again === 0) return before;
  return draft.b % 4 === 0 ? { ...before, request: { ...before.request, amount: 999 } } : undefined;
}

export const comparable = ({ releaseAt, ...rest }: LedgerAnswer): unknown =>
  releaseAt === undefined ? rest : { ...rest, releaseAt: new Date(releaseAt as string).getTime() };

/** @throws when a balance, or what may be spent at the instant, is not the model's */
export async function compareBalances(
  db: Kysely<Tables>,
  street: number,
  model: Model,
  at: number,
): Promise<void> {
  const { rows } = await sql<{ id: string; balance: string; held: string; available: string }>`
    select id, balance, held, points_available(street_id, id, ${new Date(at).toISOString()}) as available
    from points_accounts where street_id = ${street} and kind in ('budget', 'member', 'family', 'merchant')`.execute(
    db,
  );
  const found = rows.map((row) => [row.id, Number(row.balance), Number(row.held), Number(row.available)]);
  const expected = [...model.accounts.values()]
    .filter(({ kind }) => ['budget', 'member', 'family', 'merchant'].includes(kind))
    .map((one) => [one.id, one.balance, one.held, available(model, one, at)]);
  expect(found.sort()).toEqual(expected.sort());
}

let streets = 0;
/** Each history has a street of its own. */
export const nextStreet = (): number => 900_000_000 + ++streets;
export const anyKey = (): string => randomUUID();
