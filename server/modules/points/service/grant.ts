// A deed becomes points by the tariff in force, or a line that says why not.
import { pointsEarned } from '#contract/points/events.ts';
import type { EarningOutcome, PointSource } from '#contract/points/sources.ts';
import type { Context } from '#kernel/context.ts';
import { commandIdOf, keepBack, quantityFor, worth } from '../rules.ts';
import { findEarning, insertEarning, owedBy, recover } from '../store/earnings.ts';
import type { LedgerAnswer } from '../store/ledger.ts';
import { insertRequest } from '../store/notice.ts';
import { capLeft, type RuleInForce, ruleFor } from '../store/tariffs.ts';
import { payingAccount } from './accounts.ts';
import { ask, ledgerAccount, refusal } from './commands.ts';

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
  const known = await findEarning(context, deed.source, deed.evidence);
  if (known)
    return {
      amount: known.amount,
      outcome: known.outcome as EarningOutcome,
      accountId: known.account_id,
      transferId: known.transfer_id,
    };
  const accountId = await accountOf(context, deed);
  const rule = await ruleFor(context, deed.source, deed.programmeId ?? null);
  const judged = rule ? await judge(context, deed, rule, accountId) : nothing('no_tariff');
  await insertEarning(context, {
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
    happened_at: deed.happenedAt ?? context.now,
  });
  if (rule && judged.outcome === 'waiting') await askSecond(context, deed, rule, accountId);
  await context.emit({
    name: pointsEarned.name,
    subject: { module: 'points', id: accountId },
    data: {
      accountId,
      personId: deed.personId ?? null,
      source: deed.source,
      amount: judged.amount,
      outcome: judged.outcome,
    },
  });
  return { ...judged, accountId };
}

async function accountOf(context: Context, { personId, organisationId }: Deed): Promise<string> {
  if (personId) return await payingAccount(context, personId);
  if (organisationId) return await ledgerAccount(context, { kind: 'member', ownerId: organisationId });
  throw refusal('account_not_found');
}

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

async function judge(context: Context, deed: Deed, rule: RuleInForce, accountId: string): Promise<Judged> {
  const asked = worth(rule, deed.quantity);
  if (asked <= 0) return nothing('too_little');
  const owed = await owedBy(context, accountId);
  if (owed.length === 0) return await grant(context, deed, rule, accountId, deed.quantity);

  const { left, kept } = keepBack(Math.min(asked, (await capLeft(context, rule, accountId)) ?? asked), owed);
  await recover(context, owed, kept);
  const quantity = quantityFor(rule, left);
  return quantity > 0 ? await grant(context, deed, rule, accountId, quantity) : nothing('withheld');
}

async function grant(
  context: Context,
  deed: Deed,
  rule: RuleInForce,
  accountId: string,
  quantity: number,
): Promise<Judged> {
  const request = {
    rule: rule.id,
    account: accountId,
    quantity,
    evidence: `${deed.source}:${deed.evidence}`,
  };
  const commandId = commandIdOf('grant', context.streetId, deed.source, deed.evidence, rule.id);
  return outcomeOf(await ask(context, 'grant', request, commandId));
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
