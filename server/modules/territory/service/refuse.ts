// A rule's or a policy's answer becomes a refusal here.
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { mayEdit } from '../policy.ts';
import { type Refused, refuseRetired } from '../rules.ts';
import { type AreaRow, getArea } from '../store/areas.ts';

export function require(answer: true | string): void {
  if (answer !== true) throw new Problem(answer, 403);
}

export function refuse(answer: Refused | null): void {
  if (answer) throw new Problem(answer.refused, 409, answer.details);
}

/** @throws Problem 404, 403 outside the right to edit, 409 for a place that has ended. */
export async function editableArea(context: Context, areaId: string): Promise<AreaRow> {
  const area = await getArea(context, areaId);
  require(mayEdit(context.actor, area.path));
  refuse(refuseRetired({ ...area, validTo: area.valid_to }));
  return area;
}
