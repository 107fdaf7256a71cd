// The record itself: register, correct, close, reopen, areas served.
import type { InputOf } from '#contract/define.ts';
import type {
  closeOrganisation as closeEndpoint,
  correctOrganisation as correctEndpoint,
  OrganisationFacts,
  registerOrganisation as registerEndpoint,
  reopenOrganisation as reopenEndpoint,
  setAreasServed as serveEndpoint,
} from '#contract/organisations/endpoints.ts';
import {
  areasServedSet,
  organisationClosed,
  organisationCorrected,
  organisationRegistered,
  organisationReopened,
} from '#contract/organisations/events.ts';
import { organisationFields } from '#contract/organisations/words.ts';
import type { Context } from '#kernel/context.ts';
import { sqlState, violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { getArea } from '#modules/territory/index.ts';
import { changedFacts, parentFits } from '../rules.ts';
import {
  ancestorIds,
  findByCreditCode,
  findOrganisationRow,
  insertOrganisation,
  type OrganisationRow,
  updateOrganisation,
} from '../store/organisations.ts';
import { replaceAreasServed } from '../store/served.ts';
import { allowed, editableArea, loadEditable, present } from './load.ts';

export async function registerOrganisation(context: Context, input: InputOf<typeof registerEndpoint>) {
  const areaPath = await editableArea(context, input.areaId);
  await requireFreeCreditCode(context, input.creditCode, null);
  const id = context.newId();
  await requireParent(context, input.parentId, id);

  await orTaken(input, () =>
    insertOrganisation(context, { id, status: 'active', ...columnsOf(input), area_path: areaPath }),
  );
  await announce(context, { id, area_path: areaPath }, organisationRegistered.name, { kind: input.kind });
  return await present(context, id);
}

export async function correctOrganisation(context: Context, input: InputOf<typeof correctEndpoint>) {
  const { organisationId, version, ...facts } = input;
  const row = await loadEditable(context, organisationId);
  allowed(row, 'edit');
  const areaPath = facts.areaId === row.area_id ? row.area_path : await editableArea(context, facts.areaId);
  await requireFreeCreditCode(context, facts.creditCode, organisationId);
  await requireParent(context, facts.parentId, organisationId);

  const changed = changedFacts(factsOf(row), facts);
  const written = await orTaken(facts, () =>
    updateOrganisation(context, organisationId, version, { ...columnsOf(facts), area_path: areaPath }),
  );
  if (!written) await refuseStale(context, row, facts);
  await announce(context, { id: row.id, area_path: areaPath }, organisationCorrected.name, {
    fields: changed,
  });
  return await present(context, organisationId);
}

export async function closeOrganisation(context: Context, input: InputOf<typeof closeEndpoint>) {
  const row = await loadEditable(context, input.organisationId);
  const status = allowed(row, 'close');

  if (!(await updateOrganisation(context, row.id, input.version, { status })))
    await refuseStale(context, row);
  await announce(
    context,
    row,
    organisationClosed.name,
    { reason: input.reason },
    { from: row.status, to: status },
  );
  return await present(context, row.id);
}

export async function reopenOrganisation(context: Context, input: InputOf<typeof reopenEndpoint>) {
  const row = await loadEditable(context, input.organisationId);
  const status = allowed(row, 'reopen');

  if (!(await updateOrganisation(context, row.id, input.version, { status })))
    await refuseStale(context, row);
  await announce(context, row, organisationReopened.name, {}, { from: row.status, to: status });
  return await present(context, row.id);
}

/** A property company of one community may serve estates of the next: only its own place must be the editor's. */
export async function setAreasServed(context: Context, input: InputOf<typeof serveEndpoint>) {
  const row = await loadEditable(context, input.organisationId);
  allowed(row, 'edit');
  const areas: { areaId: string; path: string }[] = [];
  for (const areaId of new Set(input.areaIds))
    areas.push({ areaId, path: (await getArea(context, areaId)).path });

  if (!(await updateOrganisation(context, row.id, input.version, {}))) await refuseStale(context, row);
  await replaceAreasServed(context, row.id, areas);
  await announce(context, row, areasServedSet.name, { areaIds: areas.map((area) => area.areaId) });
  return await present(context, row.id);
}

/** The columns behind the facts; the path is looked up apart. */
export function columnsOf(facts: OrganisationFacts) {
  return {
    kind: facts.kind,
    name: facts.name,
    short_name: facts.shortName,
    credit_code: facts.creditCode,
    industry: facts.industry,
    address: facts.address,
    area_id: facts.areaId,
    parent_id: facts.parentId,
    council_member: facts.councilMember || facts.kind === 'member_unit',
    party_member_count: facts.partyMemberCount,
    party_organisation: facts.partyOrganisation,
  };
}

export function factsOf(row: OrganisationRow): OrganisationFacts {
  return {
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    creditCode: row.credit_code,
    industry: row.industry,
    address: row.address,
    areaId: row.area_id,
    parentId: row.parent_id,
    councilMember: row.council_member,
    partyMemberCount: row.party_member_count,
    partyOrganisation: row.party_organisation,
  };
}

async function requireFreeCreditCode(context: Context, creditCode: string | null, ownId: string | null) {
  const other = creditCode ? await findByCreditCode(context, creditCode) : undefined;
  if (other && other.id !== ownId) refuseTaken(other);
}

function refuseTaken(other: { id: string; name: string } | null): never {
  throw new Problem('organisation.credit_code_taken', 409, {
    name: other?.name ?? '',
    organisationId: other?.id ?? null,
  });
}

/** Two people who register the same code at one moment: the second learns it from the unique key. */
async function orTaken<T>(facts: OrganisationFacts, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlState(error) === '23505' && violatedConstraint(error) === 'organisations_credit_code')
      refuseTaken({ id: '', name: facts.creditCode ?? '' });
    throw error;
  }
}

async function requireParent(
  context: Context,
  parentId: string | null,
  organisationId: string,
): Promise<void> {
  if (!parentId) return;
  if (!(await findOrganisationRow(context, parentId))) throw new Problem('organisation.parent_unknown', 409);
  const fits = parentFits(organisationId, await ancestorIds(context, parentId));
  if (fits !== true) throw new Problem(fits, 409);
}

/** Tells the second editor who was faster and in which fields the record now differs from what was sent. */
async function refuseStale(context: Context, row: OrganisationRow, sent?: OrganisationFacts): Promise<never> {
  const current = factsOf(row);
  throw new Problem('version.stale', 409, {
    current: await present(context, row.id),
    changedBy: row.updated_by,
    changedAt: row.updated_at,
    changes: (sent ? changedFacts(sent, current) : []).map((field) => ({
      field,
      label: organisationFields[field],
      before: sent?.[field] ?? null,
      after: current[field],
    })),
  });
}

async function announce(
  context: Context,
  row: { id: string; area_path: string },
  name: string,
  data: Record<string, unknown>,
  move: { from?: string; to?: string } = {},
): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'organisations', id: row.id },
    areaPath: row.area_path,
    data,
    ...move,
  });
}
