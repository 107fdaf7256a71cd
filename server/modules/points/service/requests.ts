// Grants by hand: evidence, a rule, and above the rule's limit a second person (R15).
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  decideRequest as decideEndpoint,
  listRequests as listEndpoint,
  requestGrant as requestEndpoint,
} from '#contract/points/endpoints.ts';
import { grantDecided, grantRequested } from '#contract/points/events.ts';
import type { GrantRequest } from '#contract/points/records.ts';
import type { PointSource } from '#contract/points/sources.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, totalOf } from '#kernel/cursor.ts';
import { violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { familyOf } from '#modules/families/index.ts';
import { findOrganisation, organisationsNamed } from '#modules/organisations/index.ts';
import { findPersonByPhone, personFacts } from '#modules/people/index.ts';
import { worth } from '../rules.ts';
import { accountById } from '../store/accounts.ts';
import { findEarnings, insertEarnings, settleEarning } from '../store/earnings.ts';
import { runCommand } from '../store/ledger.ts';
import {
  decideRequestRow,
  findRequest,
  insertRequest,
  listRequestRows,
  type RequestRow,
} from '../store/notice.ts';
import { type RuleInForce, ruleNow } from '../store/tariffs.ts';
import { payingAccount } from './accounts.ts';
import { giver, ledgerAccount, refusal } from './commands.ts';
import { outcomeOf } from './grant.ts';
import { mayReadOwner, ownersOf, standTogether } from './owners.ts';

interface Holder {
  accountId: string;
  personId: string | null;
  organisationId: string | null;
  familyId: string | null;
  areaPath: string;
}

/** A mobile number or an id names a resident; another id or a name an organisation. */
async function holderOf(context: Context, to: string): Promise<Holder> {
  const person = await personOf(context, to);
  if (person) {
    const family = await familyOf(context, person.personId);
    return {
      accountId: await payingAccount(context, person.personId),
      personId: person.personId,
      organisationId: null,
      familyId: family?.familyId ?? null,
      areaPath: person.areaPath,
    };
  }
  const organisationId = isId(to) ? to : (await organisationsNamed(context, [to])).get(to)?.organisationId;
  const found = organisationId && (await findOrganisation(context, organisationId));
  if (!found) throw new Problem('points.holder_unknown', 404);
  return {
    accountId: await ledgerAccount(context, { kind: 'member', ownerId: found.organisationId }),
    personId: null,
    organisationId: found.organisationId,
    familyId: null,
    areaPath: found.areaPath,
  };
}

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

async function personOf(context: Context, to: string) {
  if (isId(to)) {
    const facts = (await personFacts(context, [to])).get(to);
    return facts?.active ? facts : null;
  }
  if (!/^\d{5,}$/.test(to)) return null;
  const person = await findPersonByPhone(context, to);
  if (!person) throw new Problem('points.holder_unknown', 404);
  return person;
}

export async function requestGrant(context: Context, input: InputOf<typeof requestEndpoint>) {
  const rule = await ruleNow(context, input.ruleId);
  if (!rule) throw new Problem('input.id_unknown', 404);
  const amount = worth(rule, input.quantity);
  if (amount <= 0) throw refusal('invalid_amount');
  const holder = await holderOf(context, input.to);
  if (!covers(context.actor, 'points.edit', holder.areaPath))
    throw new Problem('points.outside_your_area', 403);
  if (await isTheirs(context, holder.personId, holder.familyId)) throw refusal('same_person');

  const needsSecond = rule.approval_above !== null && amount > rule.approval_above;
  const row = requestRow(context, input, holder);
  try {
    await insertRequest(context, row);
  } catch (error) {
    if (violatedConstraint(error) === 'points_requests_evidence') throw refusal('evidence_already_used');
    throw error;
  }
  await context.emit({
    name: grantRequested.name,
    subject: { module: 'points', id: row.id },
    areaPath: holder.areaPath,
    data: { accountId: holder.accountId },
  });
  if (!needsSecond) await grantNow(context, { ...row, version: 1 }, rule, null, input.reason);
  return { requestId: row.id, state: needsSecond ? ('waiting' as const) : ('granted' as const) };
}

const requestRow = (context: Context, input: InputOf<typeof requestEndpoint>, holder: Holder) => ({
  id: context.newId(),
  rule_id: input.ruleId,
  source: input.source,
  account_id: holder.accountId,
  person_id: holder.personId,
  organisation_id: holder.organisationId,
  family_id: holder.familyId,
  area_path: holder.areaPath,
  quantity: input.quantity,
  evidence: input.evidence,
  reason: input.reason,
  state: 'waiting',
  made_by: context.actor.personId ?? context.actor.accountId,
  made_by_name: context.actor.displayName,
  decided_by: null,
  decided_by_name: null,
  decided_at: null,
  decision: null,
  transfer_id: null,
});

const isTheirs = (context: Context, personId: string | null, familyId: string | null) =>
  standTogether(context, context.actor.personId, [personId], [familyId]);

type Decided = Pick<
  RequestRow,
  | 'id'
  | 'version'
  | 'source'
  | 'account_id'
  | 'person_id'
  | 'organisation_id'
  | 'family_id'
  | 'quantity'
  | 'evidence'
  | 'made_by'
  | 'reason'
>;

/** The maker gives the command, the second person approves it: the ledger compares them once more. */
async function grantNow(
  context: Context,
  row: Decided,
  rule: RuleInForce,
  approvedBy: string | null,
  decision: string,
): Promise<void> {
  const answer = await runCommand(context.db, context.streetId, context.now, {
    id: context.newId(),
    kind: 'grant',
    actor: row.made_by ?? 'system',
    request: {
      rule: rule.id,
      account: row.account_id,
      quantity: row.quantity,
      evidence: `${row.source}:${row.evidence}`,
      ...(approvedBy ? { approvedBy } : {}),
    },
  });
  if (answer.error) throw refusal(answer.error);
  const { amount, outcome, transferId } = outcomeOf(answer);
  const [known] = await findEarnings(context, [{ source: row.source, evidence: row.evidence }]);
  if (known) await settleEarning(context, known.id, { outcome, amount, transfer_id: transferId });
  else
    await insertEarnings(context, [
      {
        source: row.source,
        evidence_id: row.evidence,
        root_id: row.evidence,
        person_id: row.person_id,
        organisation_id: row.organisation_id,
        family_id: row.family_id,
        account_id: row.account_id,
        activity_programme_id: null,
        title: row.reason,
        quantity: row.quantity,
        amount,
        outcome,
        rule_id: rule.id,
        rule_version: rule.version,
        transfer_id: transferId,
        happened_at: context.now.toISOString(),
      },
    ]);
  await settleRequest(context, row, { granted: true, decision, transferId });
}

async function settleRequest(
  context: Context,
  row: Pick<RequestRow, 'id' | 'version' | 'account_id'>,
  { granted, decision, transferId }: { granted: boolean; decision: string; transferId: string | null },
): Promise<void> {
  const decided = await decideRequestRow(context, row, {
    state: granted ? 'granted' : 'declined',
    decision,
    decided_by: context.actor.personId ?? context.actor.accountId,
    decided_by_name: context.actor.displayName,
    transfer_id: transferId,
  });
  if (!decided) throw refusal('already_decided');
  await context.emit({
    name: grantDecided.name,
    subject: { module: 'points', id: row.id },
    data: { accountId: row.account_id, granted },
  });
}

/** Maker, checker and beneficiary are three people of whom no two are of one family (R15). */
export async function decideRequest(
  context: Context,
  { requestId, grant, reason, version }: InputOf<typeof decideEndpoint>,
) {
  const row = await findRequest(context, requestId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (!covers(context.actor, 'points.approve', row.area_path))
    throw new Problem('points.outside_your_area', 403);
  if (row.state !== 'waiting' || row.version !== version) throw refusal('already_decided');
  const checker = giver(context);
  const others = [row.made_by, row.person_id];
  if (others.includes(checker) || (await standTogether(context, checker, others, [row.family_id])))
    throw refusal('same_person');
  if (!grant) {
    await settleRequest(context, row, { granted: false, decision: reason, transferId: null });
    return { done: true as const };
  }
  const rule = await ruleNow(context, row.rule_id);
  if (!rule) throw refusal('rule_not_found');
  await grantNow(context, row, rule, checker, reason);
  return { done: true as const };
}

export async function listRequests(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const found = await listRequestRows(context, input);
  const page = cutPage(found, input.limit, (row) => [row.made_at, row.id]);
  const accounts = await Promise.all(page.rows.map((row) => accountById(context, row.account_id)));
  const owners = await ownersOf(
    context,
    accounts.flatMap((one) => (one ? [one] : [])),
  );
  const items: GrantRequest[] = [];
  for (const row of page.rows) {
    const owner = owners.get(row.account_id);
    if (!mayReadOwner(context, owner)) continue;
    const rule = await ruleNow(context, row.rule_id);
    items.push({
      requestId: row.id,
      state: row.state as GrantRequest['state'],
      who: owner?.who ?? '',
      source: row.source as PointSource,
      ruleId: row.rule_id,
      rule: rule?.title ?? '',
      quantity: row.quantity,
      amount: rule ? worth(rule, row.quantity) : 0,
      evidence: row.evidence,
      reason: row.reason,
      madeBy: row.made_by_name,
      madeAt: row.made_at,
      decidedBy: row.decided_by_name,
      decidedAt: row.decided_at,
      decision: row.decision,
      version: row.version,
      can: { decide: mayDecide(context, row) },
    });
  }
  return { items, nextCursor: page.nextCursor, total: totalOf(input.cursor, found) };
}

function mayDecide(context: Context, row: RequestRow): true | string {
  if (row.state !== 'waiting') return 'points.already_decided';
  if (!covers(context.actor, 'points.approve', row.area_path)) return 'permission.missing';
  return [row.made_by, row.person_id].includes(giver(context)) ? 'points.same_person' : true;
}
