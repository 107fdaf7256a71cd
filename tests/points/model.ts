// What each command does to the naive model.
import type { CommandKind, LedgerAnswer, LedgerCommand } from '#modules/points/store/ledger.ts';
import {
  type Account,
  addToLot,
  amountOf,
  available,
  balances,
  budgetOf,
  choose,
  chooseFree,
  dayMs,
  expiryOf,
  give,
  type Hold,
  known,
  localDay,
  lotAt,
  type Model,
  newestRule,
  opened,
  post,
  Refusal,
  type Rule,
  refuse,
  requirePair,
  sink,
  spend,
} from './state.ts';

/** Answers a command and remembers the answer; a refusal leaves the model as it was. */
export function judge(model: Model, at: number, command: LedgerCommand): LedgerAnswer {
  const said = JSON.stringify([command.kind, command.request, command.actor]);
  const known = model.answered.get(command.id);
  if (known)
    return known.command === said ? { ...known.answer, replayed: true } : { error: 'idempotency_conflict' };
  let answer: LedgerAnswer;
  try {
    answer = deeds[command.kind](model, at, command);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer = { error: error.message };
  }
  model.answered.set(command.id, { command: said, answer });
  return answer;
}

function grant(model: Model, at: number, { id, actor, request }: LedgerCommand): LedgerAnswer {
  const rule = newestRule(model, request.rule);
  const budgetId = budgetOf(model, rule.programme);
  const asked = Math.floor(Number(request.quantity) / rule.per) * rule.points;
  if (asked <= 0) refuse('invalid_amount');
  const evidence = `${rule.id} ${request.evidence}`;
  if (model.evidence.has(evidence)) refuse('evidence_already_used');
  const [account, budget] = opened(model, request.account, budgetId) as [Account, Account];
  requirePair('grant', budget, account);
  const counters = capCounters(rule, account.id, at);
  const left = counters.map(([key, cap]) => cap - (model.caps.get(key) ?? 0));
  const amount = Math.min(asked, ...left);
  if (amount <= 0) refuse('cap_reached');
  requireApproval(rule, amount, account.owner, actor, request.approvedBy);
  if (available(model, budget, at) < amount) refuse('budget_exhausted');
  for (const [key] of counters) model.caps.set(key, (model.caps.get(key) ?? 0) + amount);
  model.evidence.add(evidence);
  if (rule.noticeDays > 0) {
    const dueAt = at + rule.noticeDays * dayMs;
    budget.held += amount;
    model.holds.set(id, {
      id,
      kind: 'notice',
      payer: budget.id,
      payee: account.id,
      amount,
      state: 'pending',
      dueAt,
      parts: [],
      rule,
    });
    return balances(model, account, at, { holdId: id, amount, releaseAt: dueAt });
  }
  post(model, { id, kind: 'grant', debit: budget.id, credit: account.id, amount, at, parts: [] });
  addToLot(model, account.id, id, amount, expiryOf(rule, at));
  return balances(model, account, at, { transferId: id, amount });
}

function capCounters(rule: Rule, account: string, at: number): [string, number][] {
  const day = localDay(at);
  const periods = [
    [day, rule.dayCap],
    [day.slice(0, 4), rule.yearCap],
  ] as const;
  return periods.flatMap(([period, cap]) => (cap === null ? [] : [[`${rule.id} ${account} ${period}`, cap]]));
}

function requireApproval(rule: Rule, amount: number, owner: string, actor: string, approver: unknown): void {
  if (rule.approvalAbove === null || amount <= rule.approvalAbove) return;
  if (approver === undefined) refuse('approval_required');
  if (approver === actor || approver === owner || actor === owner) refuse('same_person');
}

function pendingHold(model: Model, id: unknown, at: number, kinds: readonly Hold['kind'][]): Hold {
  const hold = model.holds.get(String(id));
  if (!hold || !kinds.includes(hold.kind)) return refuse('hold_not_found');
  if (hold.state !== 'pending') refuse(`hold_already_${hold.state}`);
  if (hold.kind !== 'notice' && hold.dueAt <= at) refuse('hold_already_expired');
  return hold;
}

function unhold(model: Model, hold: Hold): void {
  known(model, hold.payer).held -= hold.amount;
  for (const { lot, amount } of hold.parts) lotAt(model, lot).held -= amount;
}

const dueHolds = (model: Model, at: number, kinds: readonly Hold['kind'][]): Hold[] =>
  [...model.holds.values()].filter(
    ({ kind, state, dueAt }) => kinds.includes(kind) && state === 'pending' && dueAt <= at,
  );

function reserve(model: Model, at: number, { id, request }: LedgerCommand): LedgerAnswer {
  const amount = amountOf(request);
  const payee = known(model, request.payee);
  const [payer] = opened(model, request.account) as [Account];
  const kind = (request.purpose ?? 'redeem') as 'redeem' | 'help';
  requirePair(kind, payer, payee);
  const parts = chooseFree(model, payer, amount, at);
  for (const part of parts) lotAt(model, part.lot).held += part.amount;
  payer.held += amount;
  const dueAt = at + Number(request.ttl) * 1000;
  model.holds.set(id, { id, kind, payer: payer.id, payee: payee.id, amount, state: 'pending', dueAt, parts });
  return balances(model, payer, at, { holdId: id });
}

function capture(model: Model, at: number, { id, request }: LedgerCommand): LedgerAnswer {
  const hold = pendingHold(model, request.hold, at, ['redeem', 'help']);
  const amount = Number(request.amount ?? hold.amount);
  if (amount <= 0) refuse('invalid_amount');
  if (amount > hold.amount) refuse('exceeds_hold');
  const [payer, payee] = opened(model, hold.payer, hold.payee) as [Account, Account];
  unhold(model, hold);
  hold.state = 'captured';
  const parts = choose(
    hold.parts.map((part) => [part.lot, part.amount]),
    amount,
  );
  spend(model, parts, hold.kind === 'help' ? payee : null);
  post(model, { id, kind: hold.kind, debit: payer.id, credit: payee.id, amount, at, parts });
  return balances(model, payer, at, { transferId: id });
}

function reverse(model: Model, at: number, { id, request }: LedgerCommand): LedgerAnswer {
  const original = model.transfers.get(String(request.transfer));
  if (!original || !['grant', 'redeem'].includes(original.kind)) return refuse('not_reversible');
  const [debit, credit] = opened(model, original.debit, original.credit) as [Account, Account];
  if (original.reversed) refuse('already_reversed');
  if (original.kind === 'grant') {
    const lot = model.lots.get(`${credit.id} ${original.id}`);
    if (!lot || lot.remaining !== original.amount || lot.held !== 0) return refuse('already_spent');
    lot.remaining = 0;
  } else {
    if ([...model.settlements.values()].some(({ lines }) => lines.includes(original.id)))
      refuse('period_closed');
    if (credit.balance - credit.held < original.amount) refuse('payee_insufficient');
    for (const part of original.parts) lotAt(model, part.lot).remaining += part.amount;
  }
  post(model, {
    id,
    kind: `reverse_${original.kind}`,
    debit: credit.id,
    credit: debit.id,
    amount: original.amount,
    at,
    parts: [],
  });
  original.reversed = true;
  return balances(model, original.kind === 'grant' ? credit : debit, at, { transferId: id });
}

function expire(model: Model, at: number, { id }: LedgerCommand): LedgerAnswer {
  const due = [...model.lots.values()].filter((lot) => lot.expiresAt <= at && lot.remaining > lot.held);
  let swept = 0;
  for (const lot of due) {
    const amount = lot.remaining - lot.held;
    lot.remaining = lot.held;
    swept += amount;
    known(model, lot.account).balance -= amount;
  }
  sink(model, 'expired').balance += swept;
  void id;
  return { count: new Set(due.map(({ account }) => account)).size, amount: swept };
}

function settleOpen(model: Model, at: number, { id, actor, request }: LedgerCommand): LedgerAnswer {
  const until = Date.parse(String(request.periodEnd));
  if (until > at) refuse('period_open');
  const [merchant] = opened(model, request.merchant) as [Account];
  if (merchant.kind !== 'merchant') refuse('forbidden_pair');
  const all = [...model.settlements.values()];
  const same = all.find((one) => one.merchant === merchant.id && one.until === until);
  if (same) return { settlementId: same.id, total: same.total };
  const taken = new Set(all.flatMap(({ lines }) => lines));
  const lines = [...model.transfers.values()].filter(
    (one) =>
      one.kind === 'redeem' &&
      one.credit === merchant.id &&
      one.at < until &&
      !one.reversed &&
      !taken.has(one.id),
  );
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  model.settlements.set(id, {
    id,
    merchant: merchant.id,
    until,
    total,
    lines: lines.map((line) => line.id),
    state: 'open',
    openedBy: actor,
  });
  return { settlementId: id, total };
}

function settleSign(model: Model, _at: number, { actor, request }: LedgerCommand): LedgerAnswer {
  const one = model.settlements.get(String(request.settlement)) ?? refuse('settlement_not_found');
  if (one.state !== 'open') refuse('already_signed');
  if (one.openedBy === actor) refuse('same_person');
  one.state = 'signed';
  return { settlementId: one.id, total: one.total };
}

function settleClose(model: Model, at: number, { id, request }: LedgerCommand): LedgerAnswer {
  const one = model.settlements.get(String(request.settlement)) ?? refuse('settlement_not_found');
  if (one.state === 'closed') refuse('period_closed');
  if (one.state !== 'signed') refuse('approval_required');
  if (!request.paymentRef) refuse('payment_missing');
  opened(model, one.merchant);
  const to = sink(model, 'settled');
  if (one.total > 0)
    post(model, { id, kind: 'settle', debit: one.merchant, credit: to.id, amount: one.total, at, parts: [] });
  one.state = 'closed';
  return { settlementId: one.id, total: one.total };
}

type Deed = (model: Model, at: number, command: LedgerCommand) => LedgerAnswer;

const deeds: Record<CommandKind, Deed> = {
  open_account: (model, _at, { id, request }) => {
    const same = [...model.accounts.values()].find(
      ({ kind, owner }) => kind === request.kind && owner === request.owner,
    );
    if (same) return { accountId: same.id };
    const [kind, owner] = [String(request.kind), String(request.owner)];
    model.accounts.set(id, { id, kind, owner, balance: 0, held: 0, closed: false });
    return { accountId: id };
  },
  close_account: (model, _at, { request }) => {
    const [account] = opened(model, request.account) as [Account];
    const awaited = [...model.holds.values()].some(
      ({ payee, state }) => payee === account.id && state === 'pending',
    );
    if (account.balance !== 0 || account.held !== 0 || awaited) refuse('account_not_empty');
    account.closed = true;
    return { accountId: account.id };
  },
  open_programme: (model, _at, { id, request }) => {
    const [name, year, budget] = [String(request.name), Number(request.year), String(request.budget)];
    if ([...model.programmes.values()].some((one) => one.name === name && one.year === year))
      refuse('programme_known');
    model.accounts.set(budget, { id: budget, kind: 'budget', owner: id, balance: 0, held: 0, closed: false });
    model.programmes.set(id, { name, year, budget });
    return { programmeId: id, budgetId: budget };
  },
  make_rule: (model, _at, { id, request }) => {
    if (!model.programmes.has(String(request.programme))) refuse('programme_not_found');
    const rule = String(request.rule ?? id);
    const version = model.rules.filter((one) => one.id === rule).length + 1;
    if (version === 1 && rule !== id) refuse('rule_not_found');
    const nothing = {
      dayCap: null,
      yearCap: null,
      noticeDays: 0,
      lifeYears: null,
      lifeDays: null,
      approvalAbove: null,
    };
    model.rules.push({ ...nothing, ...(request as unknown as Rule), id: rule, version });
    return { ruleId: rule, version };
  },
  fund: (model, at, { id, request }) => {
    const amount = amountOf(request);
    const [budget] = opened(model, budgetOf(model, request.programme)) as [Account];
    post(model, {
      id,
      kind: 'fund',
      debit: sink(model, 'mint').id,
      credit: budget.id,
      amount,
      at,
      parts: [],
    });
    return balances(model, budget, at, { transferId: id });
  },
  return: (model, at, { id, request }) => {
    const amount = amountOf(request);
    const [budget] = opened(model, budgetOf(model, request.programme)) as [Account];
    if (available(model, budget, at) < amount) refuse('budget_exhausted');
    post(model, {
      id,
      kind: 'return',
      debit: budget.id,
      credit: sink(model, 'mint').id,
      amount,
      at,
      parts: [],
    });
    return balances(model, budget, at, { transferId: id });
  },
  grant,
  release: (model, at, { request }) => {
    if (request.hold !== undefined && pendingHold(model, request.hold, at, ['notice']).dueAt > at)
      refuse('hold_not_due');
    const due = dueHolds(model, at, ['notice']).filter(({ id }) => id === (request.hold ?? id));
    for (const hold of due) {
      hold.state = 'captured';
      known(model, hold.payer).held -= hold.amount;
      post(model, {
        id: hold.id,
        kind: 'grant',
        debit: hold.payer,
        credit: hold.payee,
        amount: hold.amount,
        at,
        parts: [],
      });
      if (hold.rule) addToLot(model, hold.payee, hold.id, hold.amount, expiryOf(hold.rule, at));
    }
    return { count: due.length };
  },
  reserve,
  capture,
  void: (model, at, { request }) => {
    const hold = pendingHold(model, request.hold, at, ['redeem', 'help', 'notice']);
    const [payer] = opened(model, hold.payer) as [Account];
    unhold(model, hold);
    hold.state = 'voided';
    return balances(model, payer, at, { holdId: hold.id });
  },
  lapse: (model, at) => {
    const due = dueHolds(model, at, ['redeem', 'help']);
    for (const hold of due) {
      unhold(model, hold);
      hold.state = 'expired';
    }
    return { count: due.length };
  },
  pool: (model, at, { id, request }) =>
    give(model, at, id, 'pool', request.account, request.family, amountOf(request)),
  split: (model, at, { id, request }) =>
    give(model, at, id, 'split', request.family, request.account, amountOf(request)),
  donate: (model, at, { id, request }) =>
    give(model, at, id, 'donate', request.account, sink(model, 'donation').id, amountOf(request)),
  expire,
  reverse,
  settle_open: settleOpen,
  settle_sign: settleSign,
  settle_close: settleClose,
};
