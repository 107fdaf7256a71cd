// Histories of commands: drawn by fast-check, aimed at what lives in the model, so that few are refused for nothing.
import fc from 'fast-check';
import type { CommandKind, LedgerCommand } from '#modules/points/store/ledger.ts';
import { lotsOf, type Model, type Rule } from './state.ts';

/** A command before its objects are chosen; `a` and `b` pick among what exists, `n` is a figure. */
export interface Draft {
  kind: CommandKind;
  a: number;
  b: number;
  n: number;
  /** Which slice of time goes by first. */
  wait: number;
  /** One in some is a command of before: the same, or its key with another body. */
  again: number;
}

type Weights = readonly (readonly [CommandKind, number])[];

/** Weighted towards what finds something to act on. */
const oneByOne: Weights = [
  ['open_account', 6],
  ['open_programme', 1],
  ['make_rule', 2],
  ['fund', 4],
  ['return', 1],
  ['grant', 26],
  ['release', 4],
  ['reserve', 16],
  ['capture', 14],
  ['void', 5],
  ['lapse', 2],
  ['pool', 5],
  ['split', 3],
  ['donate', 2],
  ['expire', 2],
  ['reverse', 8],
  ['settle_open', 2],
  ['settle_sign', 2],
  ['settle_close', 2],
  ['close_account', 1],
];

/** What people do in the same moment: holds resolved twice, deeds undone while a merchant's month is closed. */
export const atOnce: Weights = [
  ['grant', 22],
  ['reserve', 18],
  ['capture', 18],
  ['void', 7],
  ['reverse', 11],
  ['settle_open', 5],
  ['settle_sign', 4],
  ['settle_close', 4],
  ['pool', 4],
  ['split', 3],
  ['donate', 3],
  ['fund', 3],
  ['return', 1],
  ['open_account', 2],
  ['open_programme', 1],
  ['close_account', 1],
];

/** What passes over all that others hold at that moment, or makes a rule; it comes between the moments, alone. */
export const inBetween: Weights = [
  ['lapse', 3],
  ['release', 4],
  ['expire', 3],
  ['make_rule', 1],
];

const pick = fc.nat({ max: 1_000_000 });

export const history = (length: number, weights = oneByOne) =>
  fc.array(
    fc.record({
      kind: fc.oneof(...weights.map(([value, weight]) => ({ weight, arbitrary: fc.constant(value) }))),
      a: pick,
      b: pick,
      n: fc.nat({ max: 60 }),
      wait: fc.nat({ max: 49 }),
      again: fc.nat({ max: 24 }),
    }),
    {
      minLength: length,
      maxLength: length,
    },
  );

const minute = 60_000;
const day = 24 * 60 * minute;
/** Mostly seconds, at times a day, a season or a year. */
const waits = [
  0,
  0,
  0,
  20_000,
  50_000,
  minute,
  2 * minute,
  60 * minute,
  6 * 60 * minute,
  day,
  4 * day,
  40 * day,
  366 * day,
];
export const waited = ({ wait }: Draft): number => waits[wait] ?? 1000;

const among = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const nobody = '00000000-0000-4000-8000-000000000000';
const people = ['沈站长', '何专干', '李书记'];

/** The whole command; `id` is its key and the id of what it makes. */
export function aim(model: Model, at: number, draft: Draft, id: string): LedgerCommand {
  const actor = among(people, draft.b) ?? '';
  return { id, kind: draft.kind, actor, request: aims[draft.kind](new Aim(model, at, draft), id) };
}

class Aim {
  readonly model: Model;
  readonly at: number;
  readonly draft: Draft;
  constructor(model: Model, at: number, draft: Draft) {
    this.model = model;
    this.at = at;
    this.draft = draft;
  }
  account(kinds: readonly string[], index = this.draft.a): string {
    const open = [...this.model.accounts.values()].filter((one) => kinds.includes(one.kind));
    return among(open, index)?.id ?? nobody;
  }
  /** Somebody with points, most of the time. */
  rich(kinds: readonly string[]): string {
    const rich = [...this.model.accounts.values()].filter(
      (one) =>
        kinds.includes(one.kind) && lotsOf(this.model, one.id).some(([, lot]) => lot.remaining > lot.held),
    );
    return (this.draft.b % 8 === 0 ? undefined : among(rich, this.draft.a)?.id) ?? this.account(kinds);
  }
  programme(): string {
    return among([...this.model.programmes.keys()], this.draft.a) ?? nobody;
  }
  rule(): Rule | undefined {
    return among(this.model.rules, this.draft.a);
  }
  /** A live hold, most of the time. */
  hold(kinds: readonly string[]): string {
    const all = [...this.model.holds.values()].filter((one) => kinds.includes(one.kind));
    const live = all.filter(
      ({ kind, state, dueAt }) => state === 'pending' && (kind === 'notice' || dueAt > this.at),
    );
    return (
      (among(this.draft.n % 6 === 0 ? all : live, this.draft.a) ?? among(all, this.draft.a))?.id ?? nobody
    );
  }
  transfer(): string {
    const all = [...this.model.transfers.values()];
    const good = all.filter((one) => ['grant', 'redeem'].includes(one.kind) && !one.reversed).slice(-12);
    return among(this.draft.n % 6 === 0 ? all : good, this.draft.a)?.id ?? nobody;
  }
  settlement(states: readonly string[]): string {
    const all = [...this.model.settlements.values()];
    const good = all.filter(({ state }) => states.includes(state));
    return among(this.draft.n % 6 === 0 ? all : good, this.draft.a)?.id ?? nobody;
  }
}

type Request = Record<string, unknown>;
const holders = ['member', 'family'];

const aims: Record<CommandKind, (aim: Aim, id: string) => Request> = {
  open_account: ({ draft }) => ({
    kind: among(['member', 'member', 'member', 'family', 'merchant'], draft.a),
    owner: draft.n % 10 === 0 ? '李书记' : `owner ${draft.b % 40}`,
  }),
  close_account: (aim) => ({ account: aim.account(['member', 'family', 'merchant']) }),
  open_programme: ({ draft }, id) => ({
    name: `programme ${draft.a % 4}`,
    year: 2026,
    budget: id.replace(/^.{8}/, 'bbbbbbbb'),
  }),
  make_rule: (aim) => {
    const { draft } = aim;
    const older = draft.n % 3 === 0 ? aim.rule() : undefined;
    return {
      programme: older?.programme ?? aim.programme(),
      title: 'hours',
      points: 1 + (draft.n % 3),
      per: among([1, 30, 60], draft.a),
      ...(draft.b % 2 ? { dayCap: 20 + (draft.n % 40), yearCap: 200 } : {}),
      ...(draft.b % 5 === 1 ? { noticeDays: 5 } : {}),
      ...(draft.b % 3 ? { lifeYears: draft.n % 2 } : { lifeDays: 30 + draft.n }),
      ...(draft.b % 7 === 2 ? { approvalAbove: 10 } : {}),
      ...(older ? { rule: older.id } : {}),
    };
  },
  fund: (aim) => ({ programme: aim.programme(), amount: aim.draft.n * 30 }),
  return: (aim) => ({ programme: aim.programme(), amount: aim.draft.n * 3 }),
  grant: (aim) => {
    const { draft } = aim;
    return {
      rule: aim.rule()?.id ?? nobody,
      account: aim.account(draft.b % 20 === 0 ? ['merchant', 'budget'] : holders, draft.b),
      quantity: draft.n * 20,
      evidence: `evidence ${draft.b % 600}`,
      ...(draft.n % 4 === 0 ? { approvedBy: among(people, draft.a) } : {}),
    };
  },
  release: (aim) => (aim.draft.b % 4 === 0 ? { hold: aim.hold(['notice']) } : {}),
  reserve: (aim) => {
    const { draft } = aim;
    const help = draft.b % 4 === 0;
    return {
      account: aim.rich(help ? ['member'] : holders),
      payee: aim.account(help ? ['member'] : ['merchant'], draft.b),
      amount: draft.n % 16,
      ttl: among([60, 60, 3600, 90_000], draft.b),
      ...(help ? { purpose: 'help' } : {}),
    };
  },
  capture: (aim) => ({
    hold: aim.hold(['redeem', 'help']),
    ...(aim.draft.b % 3 === 0 ? { amount: aim.draft.n % 12 } : {}),
  }),
  void: (aim) => ({ hold: aim.hold(['redeem', 'help', 'notice']) }),
  lapse: () => ({}),
  pool: (aim) => ({
    account: aim.rich(['member']),
    family: aim.account(['family'], aim.draft.b),
    amount: aim.draft.n % 20,
  }),
  split: (aim) => ({
    family: aim.rich(['family']),
    account: aim.account(['member'], aim.draft.b),
    amount: aim.draft.n % 20,
  }),
  donate: (aim) => ({ account: aim.rich(holders), amount: aim.draft.n % 9 }),
  expire: () => ({}),
  reverse: (aim) => ({ transfer: aim.transfer() }),
  settle_open: (aim) => ({
    merchant: aim.account(['merchant']),
    periodEnd: new Date(aim.at + (aim.draft.n % 5 === 0 ? day : -1000 * (aim.draft.n % 4))).toISOString(),
  }),
  settle_sign: (aim) => ({ settlement: aim.settlement(['open']) }),
  settle_close: (aim) => ({
    settlement: aim.settlement(['signed']),
    ...(aim.draft.b % 5 ? { paymentRef: `pay ${aim.draft.n}` } : {}),
  }),
};
