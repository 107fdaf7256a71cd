// To whom a case goes: one unit leads, others help.
import type * as endpoints from '#contract/cases/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { findOrganisation } from '#modules/organisations/index.ts';
import { findArea } from '#modules/territory/index.ts';
import { arbiterGuard, communityGuard, ordinaryGuard, unitsGuard } from '../guards.ts';
import type { CaseRow } from '../store/cases.ts';
import { insertAssignment, updateAssignments } from '../store/parts.ts';
import { communityDutyOf } from './duty/community.ts';
import { loadAsUnit, loadFor } from './load.ts';
import { hold, makeMove, nextState } from './step.ts';

type Dispatch = InputOf<typeof endpoints.dispatchCase>;
type UnitOf = Dispatch['lead'];

export interface KnownUnit {
  unit_kind: UnitOf['kind'];
  unit_id: string;
  unit_name: string;
  unit_path: string;
  isCommunity: boolean;
}

export async function dispatchCase(context: Context, input: Dispatch) {
  const { row } = await loadFor(context, 'case.dispatch', input);
  nextState(row, 'dispatch');
  hold(ordinaryGuard(row.kind));
  hold(arbiterGuard(row));
  const columns = await assign(context, row, input);
  return await makeMove(context, row, 'dispatch', { note: input.note, data: unitData(input), columns });
}

export async function reassignCase(context: Context, input: InputOf<typeof endpoints.reassignCase>) {
  const { row } = await loadFor(context, 'case.dispatch', input);
  nextState(row, 'reassign');
  hold(ordinaryGuard(row.kind));
  if (row.designated_final) hold(arbiterGuard(row));
  const columns = await assign(context, row, input);
  return await makeMove(
    context,
    row,
    'reassign',
    { note: input.reason, data: unitData(input), columns },
    { final: input.final },
  );
}

/** Property company, then community, then subdistrict (有事您找我); the unit that cannot hands it up. */
export async function escalateTier(context: Context, input: InputOf<typeof endpoints.escalateTier>) {
  const { row } = await loadAsUnit(context, 'lead', input);
  nextState(row, 'escalate_tier');
  const columns = await assign(context, row, { lead: input.lead, helpers: [] });
  return await makeMove(context, row, 'escalate_tier', {
    note: input.reason,
    data: unitData({ lead: input.lead, helpers: [] }),
    columns,
  });
}

export const unitData = ({ lead, helpers }: Pick<Dispatch, 'lead' | 'helpers'>) => ({
  lead: { kind: lead.kind, unitId: lead.unitId },
  helpers: helpers.map(({ kind, unitId }) => ({ kind, unitId })),
});

/** Ends what was assigned before; exactly one unit leads. */
export async function assign(
  context: Context,
  row: CaseRow,
  { lead, helpers }: Pick<Dispatch, 'lead' | 'helpers'>,
) {
  hold(unitsGuard([lead, ...helpers].map(({ unitId }) => unitId)));
  const leader = await knownUnit(context, lead);
  const { duty } = await communityDutyOf(context, row.matter_code);
  hold(communityGuard(leader.isCommunity, duty));

  await updateAssignments(context, row.id, { status: 'ended' }, {});
  await addUnit(context, row.id, 'lead', leader, row.due_at);
  for (const helper of helpers)
    await addUnit(context, row.id, 'co', await knownUnit(context, helper), helper.dueAt);
  return {
    lead_kind: leader.unit_kind,
    lead_id: leader.unit_id,
    lead_name: leader.unit_name,
    handler_id: null,
  };
}

export async function addUnit(
  context: Context,
  caseId: string,
  role: 'lead' | 'co',
  { isCommunity: _, ...unit }: KnownUnit,
  dueAt: string | null,
): Promise<string> {
  const id = context.newId();
  await insertAssignment(context, {
    ...unit,
    id,
    case_id: caseId,
    role,
    status: 'notified',
    due_at: dueAt,
    report: null,
    assigned_at: context.now,
  });
  return id;
}

export async function knownUnit(context: Context, { kind, unitId }: UnitOf): Promise<KnownUnit> {
  if (kind === 'area') {
    const area = await findArea(context, unitId);
    if (!area || area.validTo !== null) throw new Problem('case.unit_unknown', 400);
    return {
      unit_kind: 'area',
      unit_id: area.areaId,
      unit_name: area.name,
      unit_path: area.path,
      isCommunity: area.level !== 'street',
    };
  }
  const organisation = await findOrganisation(context, unitId);
  if (!organisation?.active) throw new Problem('case.unit_unknown', 400);
  return {
    unit_kind: 'organisation',
    unit_id: organisation.organisationId,
    unit_name: organisation.name,
    unit_path: organisation.areaPath,
    isCommunity: organisation.kind === 'community_office',
  };
}
