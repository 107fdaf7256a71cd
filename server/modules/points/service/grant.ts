// A deed becomes points by the tariff in force, or a line that says why not.
import { pointsEarned } from '#contract/points/events.ts';
import type { EarningOutcome, PointSource } from '#contract/points/sources.ts';
import type { Context } from '#kernel/context.ts';
import { commandIdOf, keepBack, quantityFor, worth } from '../rules.ts';
import {
  type EarningRow,
  findEarnings,
  insertEarnings,
  type NewEarning,
  owedBy,
  owingAmong,
  recover,
} from '../store/earnings.ts';
import { type LedgerAnswer, runGrants } from '../store/ledger.ts';
import { insertRequest } from '../store/notice.ts';
import { capLeft, type RuleInForce, ruleFor } from '../store/tariffs.ts';
import { earningAccounts } from './accounts.ts';
import { ask, giver, refusal } from './commands.ts';

export interface Deed {
  source: PointSource;
  /** Id of what proves it; the same deed earns once by a rule. */
  evidence: string;
  personId?: string | null;
  organisationId?: string | null;
  familyId?: string | null;
  /** Minutes or times, by the source. */
  quantity: number;
  /** Programme of activities. */
  programmeId?: string | null;
  title?: string | null;
  happenedAt?: string;
  /** First of a chain of corrections; the deed itself by default. */
  root?: string;
}

export interface Granted {
  amount: number;
  outcome: EarningOutcome;
  accountId: string;
  transferId: string | null;
}

/** Points for a deed by the tariff in force; heard again, answered the same. Nothing where no tariff names it. */
export async function grantFor(context: Context, deed: Deed): Promise<Granted> {
  const [granted] = await grantAll(context, [deed]);
  if (!granted) throw refusal('account_not_found');
  return granted;
}

interface Case {
  deed: Deed;
  accountId: string;
  rule: RuleInForce | undefined;
}

/** The same for many in few calls of the ledger: each deed is judged for itself, in their order. */
export async function grantAll(context: Context, deeds: readonly Deed[]): Promise<Granted[]> {
  const answers = new Map<string, Granted>();
  for (const row of await findEarnings(context, deeds))
    answers.set(keyOf(row.source, row.evidence_id), said(row));
  const fresh = new Map<string, Deed>();
  for (const deed of deeds) {
    const key = keyOf(deed.source, deed.evidence);
    if (!answers.has(key) && !fresh.has(key)) fresh.set(key, deed);
  }
  const cases = await casesOf(context, [...fresh.values()]);
  const judged = await judgeAll(context, cases);
  await insertEarnings(
    context,
    cases.map((one, index) => earningOf(context, one, judged[index] ?? nothing('refused'))),
  );
  for (const [index, one] of cases.entries()) {
    const answer = { ...(judged[index] ?? nothing('refused')), accountId: one.accountId };
    if (answer.outcome === 'waiting' && one.rule) await askSecond(context, one.deed, one.rule, one.accountId);
    answers.set(keyOf(one.deed.source, one.deed.evidence), answer);
  }
  await context.emitAll(cases.map((one, index) => earned(one, judged[index] ?? nothing('refused'))));
  return deeds.flatMap(({ source, evidence }) => answers.get(keyOf(source, evidence)) ?? []);
}

const keyOf = (source: string, evidence: string): string => `${source} ${evidence}`;

const said = ({ amount, outcome, account_id, transfer_id }: EarningRow): Granted => ({
  amount,
  outcome: outcome as EarningOutcome,
  accountId: account_id,
  transferId: transfer_id,
});

async function casesOf(context: Context, deeds: readonly Deed[]): Promise<Case[]> {
  const accounts = await earningAccounts(context, deeds);
  const rules = new Map<string, RuleInForce | undefined>();
  const cases: Case[] = [];
  for (const [index, deed] of deeds.entries()) {
    const key = `${deed.source} ${deed.programmeId}`;
    if (!rules.has(key)) rules.set(key, await ruleFor(context, deed.source, deed.programmeId ?? null));
    cases.push({ deed, accountId: accounts[index] ?? '', rule: rules.get(key) });
  }
  return cases;
}

const earningOf = (context: Context, { deed, accountId, rule }: Case, judged: Judged): NewEarning => ({
  source: deed.source,
  evidence_id: deed.evidence,
  root_id: deed.root ?? deed.evidence,
  person_id: deed.personId ?? null,
  organisation_id: deed.organisationId ?? null,
  family_id: deed.familyId ?? null,
  account_id: accountId,
  activity_programme_id: deed.programmeId ?? null,
  title: deed.title ?? null,
  quantity: deed.quantity,
  amount: judged.amount,
  outcome: judged.outcome,
  rule_id: rule?.id ?? null,
  rule_version: rule?.version ?? null,
  transfer_id: judged.transferId,
  happened_at: deed.happenedAt ?? context.now.toISOString(),
});

const earned = ({ deed, accountId }: Case, { amount, outcome }: Judged) => ({
  name: pointsEarned.name,
  subject: { module: 'points', id: accountId },
  data: { accountId, personId: deed.personId ?? null, source: deed.source, amount, outcome },
});

/** The rule wants a second person for so many points: the deed waits among the grants by hand. */
async function askSecond(context: Context, deed: Deed, rule: RuleInForce, accountId: string): Promise<void> {
  await insertRequest(context, {
    id: context.newId(),
    rule_id: rule.id,
    source: deed.source,
    account_id: accountId,
    person_id: deed.personId ?? null,
    organisation_id: deed.organisationId ?? null,
    family_id: deed.familyId ?? null,
    area_path: `/${context.streetId}/`,
    quantity: deed.quantity,
    evidence: deed.evidence,
    reason: deed.title ?? deed.source,
    state: 'waiting',
    made_by: null,
    made_by_name: context.actor.displayName,
    decided_by: null,
    decided_by_name: null,
    decided_at: null,
    decision: null,
    transfer_id: null,
  });
}

type Judged = Omit<Granted, 'accountId'>;
const nothing = (outcome: EarningOutcome): Judged => ({ amount: 0, outcome, transferId: null });

/** Whoever owes something is judged alone, since each deed changes what is owed; the others go together. */
async function judgeAll(context: Context, cases: readonly Case[]): Promise<Judged[]> {
  const owing = await owingAmong(
    context,
    cases.map(({ accountId }) => accountId),
  );
  const judged = cases.map(({ deed, rule }): Judged | null => {
    if (!rule) return nothing('no_tariff');
    return worth(rule, deed.quantity) > 0 ? null : nothing('too_little');
  });
  const open = cases.flatMap((one, index) => (judged[index] === null ? [{ one, index }] : []));
  const [alone, together] = [true, false].map((owes) =>
    open.filter(({ one }) => owing.has(one.accountId) === owes),
  );
  const commands = (together ?? []).map(({ one }) => grantCommand(context, one, one.deed.quantity));
  const answers = await runGrants(context.db, context.streetId, context.now, giver(context), commands);
  for (const [place, { index }] of (together ?? []).entries())
    judged[index] = outcomeOf(answers[place] ?? { error: 'unanswered' });
  for (const { one, index } of alone ?? []) judged[index] = await judgeOwing(context, one);
  return judged.map((one) => one ?? nothing('refused'));
}

async function judgeOwing(context: Context, one: Case): Promise<Judged> {
  const { deed, rule, accountId } = one;
  if (!rule) return nothing('no_tariff');
  const asked = worth(rule, deed.quantity);
  const owed = await owedBy(context, accountId);
  const { left, kept } = keepBack(Math.min(asked, (await capLeft(context, rule, accountId)) ?? asked), owed);
  await recover(context, owed, kept);
  const quantity = owed.length === 0 ? deed.quantity : quantityFor(rule, left);
  if (quantity <= 0) return nothing('withheld');
  const { id, request } = grantCommand(context, one, quantity);
  return outcomeOf(await ask(context, 'grant', request, id));
}

function grantCommand({ streetId }: Context, { deed, rule, accountId }: Case, quantity: number) {
  const { source, evidence } = deed;
  return {
    id: commandIdOf('grant', streetId, source, evidence, rule?.id ?? ''),
    request: { rule: rule?.id, account: accountId, quantity, evidence: `${source}:${evidence}` },
  };
}

/** Refusals that are an outcome of the deed; any other means that something is wrong with the call. */
const outcomes: Record<string, EarningOutcome> = {
  cap_reached: 'cap_reached',
  budget_exhausted: 'budget_exhausted',
  approval_required: 'waiting',
  account_closed: 'refused',
  evidence_already_used: 'refused',
};

export function outcomeOf({ error, transferId, holdId, amount }: LedgerAnswer): Judged {
  if (error) {
    const outcome = outcomes[error];
    if (!outcome) throw refusal(error);
    return nothing(outcome);
  }
  return {
    amount: Number(amount),
    outcome: holdId ? 'notice' : 'granted',
    transferId: String(transferId ?? holdId),
  };
}
