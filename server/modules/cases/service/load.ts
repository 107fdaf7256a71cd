// Loading with its policy, shared by the verbs.
import type { Permission } from '#contract/permissions.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { isOfUnit, may, mayRead } from '../policy.ts';
import { type CaseRow, getCaseRow } from '../store/cases.ts';
import { type AssignmentRow, assignmentsOf } from '../store/parts.ts';
import { checkVersion } from './step.ts';

export interface Loaded {
  row: CaseRow;
  units: AssignmentRow[];
}

interface Named {
  caseId: string;
  version: number;
}

/** @throws Problem 404 `input.id_unknown`, 403 `case.outside_your_area` */
export async function loadReadable(context: Context, caseId: string): Promise<Loaded> {
  const row = await getCaseRow(context, caseId);
  const units = await assignmentsOf(context, caseId);
  if (!mayRead(context.actor, row.area_path, units)) throw new Problem('case.outside_your_area', 403);
  return { row, units };
}

/** For deeds of an office: the right must reach the place of the case. */
export async function loadFor(context: Context, permission: Permission, input: Named): Promise<Loaded> {
  const loaded = await loadReadable(context, input.caseId);
  if (!may(context.actor, permission, loaded.row.area_path)) throw new Problem('case.outside_your_area', 403);
  await checkVersion(context, loaded.row, input.version);
  return loaded;
}

/** For deeds of the handling unit. @throws Problem 403 `case.not_your_unit` */
export async function loadAsUnit(
  context: Context,
  role: 'lead' | 'co',
  input: Named,
): Promise<Loaded & { unit: AssignmentRow }> {
  const loaded = await loadReadable(context, input.caseId);
  const unit = loaded.units.find((one) => one.role === role && isOfUnit(context.actor, one));
  // Who was given the case meanwhile explains more than that it is not theirs any longer.
  if (!unit) await checkVersion(context, loaded.row, input.version);
  if (!unit) throw new Problem(role === 'lead' ? 'case.not_your_unit' : 'case.no_helper', 403);
  await checkVersion(context, loaded.row, input.version);
  return { ...loaded, unit };
}
