// The ledger once more, naively, in memory: what every command must answer.
import type { LedgerAnswer } from '#modules/points/store/ledger.ts';

export interface Account {
  id: string;
  kind: string;
  owner: string;
  balance: number;
  held: number;
  closed: boolean;
}

export interface Rule {
  id: string;
  version: number;
  programme: string;
  points: number;
  per: number;
  dayCap: number | null;
  yearCap: number | null;
  noticeDays: number;
  lifeYears: number | null;
  lifeDays: number | null;
  approvalAbove: number | null;
}

/** Points of one grant in one account; where they lie does not change when they expire. */
export interface Lot {
  account: string;
  grant: string;
  remaining: number;
  held: number;
  expiresAt: number;
}

export interface Part {
  lot: string;
  amount: number;
}

export interface Hold {
  id: string;
  kind: 'redeem' | 'help' | 'notice';
  payer: string;
  payee: string;
  amount: number;
  state: 'pending' | 'captured' | 'voided' | 'expired';
  dueAt: number;
  parts: Part[];
  rule?: Rule;
}

export interface Transfer {
  id: string;
  kind: string;
  debit: string;
  credit: string;
  amount: number;
  at: number;
  parts: Part[];
  reversed: boolean;
}

export interface Settlement {
  id: string;
  merchant: string;
  until: number;
  total: number;
  lines: string[];
  state: 'open' | 'signed' | 'closed';
  openedBy: string;
}

export interface Model {
  accounts: Map<string, Account>;
  programmes: Map<string, { name: string; year: number; budget: string }>;
  rules: Rule[];
  lots: Map<string, Lot>;
  holds: Map<string, Hold>;
  transfers: Map<string, Transfer>;
  settlements: Map<string, Settlement>;
  evidence: Set<string>;
  caps: Map<string, number>;
  answered: Map<string, { command: string; answer: LedgerAnswer }>;
}

export const emptyModel = (): Model => ({
  accounts: new Map(),
  programmes: new Map(),
  rules: [],
  lots: new Map(),
  holds: new Map(),
  transfers: new Map(),
  settlements: new Map(),
  evidence: new Set(),
  caps: new Map(),
  answered: new Map(),
});

const copies = <T extends object>(map: ReadonlyMap<string, T>): Map<string, T> =>
  new Map([...map].map(([key, value]) => [key, { ...value }]));

/** What commands do to the copy does not reach the original; what they never change is shared. */
export const copyOf = (model: Model): Model => ({
  accounts: copies(model.accounts),
  programmes: new Map(model.programmes),
  rules: [...model.rules],
  lots: copies(model.lots),
  holds: copies(model.holds),
  transfers: copies(model.transfers),
  settlements: copies(model.settlements),
  evidence: new Set(model.evidence),
  caps: new Map(model.caps),
  answered: new Map(model.answered),
});

/** A command that the rules refuse, by its code. */
export class Refusal extends Error {}
export function refuse(code: string): never {
  throw new Refusal(code);
}

export const giving: Record<string, readonly [readonly string[], readonly string[]]> = {
  grant: [['budget'], ['member', 'family']],
  pool: [['member'], ['family']],
  split: [['family'], ['member']],
  help: [['member'], ['member']],
  redeem: [['member', 'family'], ['merchant']],
  donate: [['member', 'family'], ['donation']],
};

export function requirePair(kind: string, giver: Account, taker: Account): void {
  const [givers, takers] = giving[kind] ?? [[], []];
  if (giver.id === taker.id || !givers.includes(giver.kind) || !takers.includes(taker.kind))
    refuse('forbidden_pair');
}

export const known = (model: Model, id: unknown): Account =>
  model.accounts.get(String(id)) ?? refuse('account_not_found');

export function opened(model: Model, ...ids: unknown[]): Account[] {
  const found = ids.map((id) => known(model, id));
  if (found.some(({ closed }) => closed)) refuse('account_closed');
  return found;
}

export function sink(model: Model, kind: string): Account {
  const id = `sink ${kind}`;
  const there = model.accounts.get(id);
  if (there) return there;
  const made = { id, kind, owner: 'street', balance: 0, held: 0, closed: false };
  model.accounts.set(id, made);
  return made;
}

export const lotsOf = (model: Model, account: string) =>
  [...model.lots.entries()].filter(([, lot]) => lot.account === account);

export function available(model: Model, { id, kind, balance, held }: Account, at: number): number {
  if (kind !== 'member' && kind !== 'family') return balance - held;
  return lotsOf(model, id).reduce(
    (sum, [, lot]) => sum + (lot.expiresAt > at ? lot.remaining - lot.held : 0),
    0,
  );
}

export const balances = (model: Model, account: Account, at: number, more: object): LedgerAnswer => ({
  ...more,
  balance: account.balance,
  available: available(model, account, at),
});

export function amountOf(request: Record<string, unknown>): number {
  const amount = Number(request.amount ?? 0);
  return amount > 0 ? amount : refuse('invalid_amount');
}

export const byExpiry = (a: readonly [string, Lot], b: readonly [string, Lot]): number =>
  a[1].expiresAt - b[1].expiresAt || (a[1].grant < b[1].grant ? -1 : 1);

/** Which lots give how much: the one that runs out first, first. */
export function choose(lots: readonly (readonly [string, number])[], amount: number): Part[] {
  let wanted = amount;
  return lots.flatMap(([lot, free]) => {
    const taken = Math.min(free, wanted);
    wanted -= taken;
    return taken > 0 ? [{ lot, amount: taken }] : [];
  });
}

export function chooseFree(model: Model, account: Account, amount: number, at: number): Part[] {
  if (available(model, account, at) < amount) refuse('insufficient_available');
  const free = lotsOf(model, account.id).filter(([, { expiresAt }]) => expiresAt > at);
  return choose(
    free.sort(byExpiry).map(([key, lot]) => [key, lot.remaining - lot.held]),
    amount,
  );
}

export const lotAt = (model: Model, key: string): Lot => model.lots.get(key) ?? refuse('model: no such lot');

export function addToLot(
  model: Model,
  account: string,
  grant: string,
  amount: number,
  expiresAt: number,
): void {
  const key = `${account} ${grant}`;
  const lot = model.lots.get(key) ?? { account, grant, remaining: 0, held: 0, expiresAt };
  model.lots.set(key, { ...lot, remaining: lot.remaining + amount });
}

export function spend(model: Model, parts: readonly Part[], receiver: Account | null): void {
  for (const { lot: key, amount } of parts) {
    const lot = lotAt(model, key);
    lot.remaining -= amount;
    if (receiver) addToLot(model, receiver.id, lot.grant, amount, lot.expiresAt);
  }
}

export function post(model: Model, transfer: Omit<Transfer, 'reversed'>): void {
  known(model, transfer.debit).balance -= transfer.amount;
  known(model, transfer.credit).balance += transfer.amount;
  model.transfers.set(transfer.id, { ...transfer, reversed: false });
}

export function give(
  model: Model,
  at: number,
  id: string,
  kind: string,
  from: unknown,
  to: unknown,
  amount: number,
): LedgerAnswer {
  if (from === to) refuse('forbidden_pair');
  const [giver, taker] = opened(model, from, to) as [Account, Account];
  requirePair(kind, giver, taker);
  const parts = chooseFree(model, giver, amount, at);
  spend(model, parts, kind === 'donate' ? null : taker);
  post(model, { id, kind, debit: giver.id, credit: taker.id, amount, at, parts });
  return balances(model, giver, at, { transferId: id });
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** Shanghai keeps one offset all year. */
export const localDay = (at: number): string => new Date(at + 8 * hourMs).toISOString().slice(0, 10);

export function expiryOf(rule: Rule, at: number): number {
  if (rule.lifeDays !== null) return at + rule.lifeDays * dayMs;
  return Date.UTC(Number(localDay(at).slice(0, 4)) + 1 + (rule.lifeYears ?? 0), 0, 1) - 8 * hourMs;
}

export function newestRule(model: Model, id: unknown): Rule {
  return model.rules.filter((rule) => rule.id === id).at(-1) ?? refuse('rule_not_found');
}

export function budgetOf(model: Model, programme: unknown): string {
  return model.programmes.get(String(programme))?.budget ?? refuse('programme_not_found');
}
