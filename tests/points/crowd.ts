// Eight people at once, moment after moment: what they were answered is what one after the other, in some order,
// would have been answered (J7). Afterwards the model stands where that order leaves it, and the play goes on.
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { expect } from 'vitest';
import type { Tables } from '#kernel/database/tables.ts';
import {
  type LedgerAnswer,
  type LedgerCommand,
  runCommand,
  violationsOf,
} from '#modules/points/store/ledger.ts';
import { aim, atOnce, type Draft, history, inBetween, waited } from './histories.ts';
import { judge } from './model.ts';
import {
  comparable,
  compareBalances,
  count,
  countAnswer,
  keyOf,
  type Played,
  play,
  repeated,
  type Tally,
} from './play.ts';
import { copyOf, type Model } from './state.ts';

export const together = 8;

/** A moment: what eight people do at once, and what comes before it alone. */
export interface Moment {
  alone: Draft;
  crowd: readonly Draft[];
}

interface Act {
  command: LedgerCommand;
  /** Clocks of several servers differ by a second or two. */
  at: number;
}

interface Answered extends Act {
  answer: LedgerAnswer;
}

/** Orders tried before it is said that there is none; a ledger that is right needs a handful. */
const triesMax = 20_000;

export interface CrowdHistory {
  before: readonly Draft[];
  moments: readonly Moment[];
}

export const crowdHistory = (moments: number): fc.Arbitrary<CrowdHistory> =>
  fc.record({
    before: history(40),
    moments: fc.array(
      fc.record({
        alone: history(1, inBetween).map(([draft]) => draft as Draft),
        crowd: history(together, atOnce),
      }),
      { minLength: moments, maxLength: moments },
    ),
  });

export interface CrowdPlayed extends Played {
  /** Commands that ran while others did. */
  crowded: number;
}

/** @throws when a moment's answers are those of no order, or a balance or an invariant is broken */
export async function playCrowd(
  db: Kysely<Tables>,
  street: number,
  { before, moments }: CrowdHistory,
): Promise<CrowdPlayed> {
  const start = await play(db, street, before, 1000);
  const { commands, tally } = start;
  let { model, at } = start;
  let crowded = 0;
  for (const [index, { alone, crowd }] of moments.entries()) {
    at += 5000 + waited(alone);
    const key = (place: number) => keyOf(street, 10_000 + index * 10 + place);
    const single = { at, command: aim(model, at, alone, key(9)) };
    model = await playMoment(db, street, model, [single], tally);
    const acts: Act[] = [];
    for (const [place, draft] of crowd.entries()) {
      const recent = [...commands, ...acts.map(({ command }) => command)].slice(-12);
      const own = at + (draft.wait % 3) * 1000;
      const aimed = () => aim(model, own, narrowed(draft, index), key(place));
      acts.push({ at: own, command: repeated(recent, draft) ?? aimed() });
    }
    model = await playMoment(db, street, model, acts, tally);
    commands.push(...acts.map(({ command }) => command));
    crowded += acts.length;
    if (index % 10 === 9) expect(await violationsOf(db, street)).toEqual([]);
  }
  expect(await violationsOf(db, street)).toEqual([]);
  await compareBalances(db, street, model, at);
  return { model, commands, tally, at, crowded };
}

/** In every other moment all reach for the same few accounts and holds. */
const narrowed = (draft: Draft, index: number): Draft => (index % 2 ? { ...draft, a: draft.a % 3 } : draft);

async function playMoment(
  db: Kysely<Tables>,
  street: number,
  model: Model,
  acts: readonly Act[],
  tally: Tally,
): Promise<Model> {
  // In the order in which the answers came: most often the order in which the commands ended.
  const answered: Answered[] = [];
  await Promise.all(
    acts.map(async (act) => {
      const answer = await runCommand(db, street, new Date(act.at), act.command);
      answered.push({ ...act, answer });
    }),
  );
  for (const { command, answer } of answered) countAnswer(tally, command.kind, answer);
  const found = orderOf(model, answered, { left: triesMax });
  if (!found) expect.fail(`no order answers so: ${JSON.stringify(answered)}`);
  if (meetsSettling(found, answered)) count(tally, 'settled while captures moved');
  return found;
}

/** Was a merchant's month closed in the moment in which something was captured there, or undone? */
function meetsSettling(model: Model, answered: readonly Answered[]): boolean {
  const done = answered.filter(({ answer }) => !answer.error && !answer.replayed);
  const merchants = done.map(({ command: { id, kind, request } }) => {
    if (kind === 'settle_open') return { settled: request.merchant };
    const moved = model.transfers.get(id);
    return { captured: kind === 'capture' ? moved?.credit : kind === 'reverse' ? moved?.debit : undefined };
  });
  return merchants.some(({ settled }) => settled && merchants.some(({ captured }) => captured === settled));
}

/**
 * The model after a serial order with these answers. What changes nothing and is answered so already is put first: where
 * it stands matters to no other. Only the others are tried in every order.
 */
function orderOf(before: Model, answered: readonly Answered[], tries: { left: number }): Model | null {
  const model = copyOf(before);
  const rest = answered.filter((act) => !changesNothing(model, act));
  if (rest.length === 0) return model;
  for (const [index, act] of rest.entries()) {
    if (tries.left-- <= 0) return null;
    const next = copyOf(model);
    if (!isAnswered(next, act)) continue;
    const found = orderOf(next, rest.toSpliced(index, 1), tries);
    if (found) return found;
  }
  return null;
}

/** Is this a refusal, or an answer given before, that is right where the model stands? The model remembers it. */
function changesNothing(model: Model, act: Answered): boolean {
  const { error, replayed } = act.answer;
  if ((!error && !replayed) || !isAnswered(copyOf(model), act)) return false;
  return isAnswered(model, act);
}

/** Runs the command in the model. */
const isAnswered = (model: Model, { command, at, answer }: Answered): boolean =>
  text(judge(model, at, command)) === text(answer);

const text = (answer: LedgerAnswer): string =>
  JSON.stringify(Object.entries(comparable(answer) as object).sort(([a], [b]) => (a < b ? -1 : 1)));
