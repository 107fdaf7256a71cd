// Loading with its policy, shared by the verbs of this module.
import type { OrganisationRecord } from '#contract/organisations/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames, getArea } from '#modules/territory/index.ts';
import { mayEditAt, mayRead } from '../policy.ts';
import { type Move, moved, type Status } from '../rules.ts';
import { commitmentsOf } from '../store/commitments.ts';
import { contactsOf } from '../store/contacts.ts';
import { getOrganisationRow, namesOf, type OrganisationRow } from '../store/organisations.ts';
import { premisesOf } from '../store/premises.ts';
import { areasServedBy } from '../store/served.ts';
import { viewOrganisation } from '../view.ts';

/** @throws Problem 404 `input.id_unknown`, 403 `organisation.outside_your_area` */
export async function loadReadable(context: Context, organisationId: string): Promise<OrganisationRow> {
  const row = await getOrganisationRow(context, organisationId);
  const served = (await areasServedBy(context, organisationId)).map((area) => area.area_path);
  if (!mayRead(context.actor, row, served)) refuseArea(row.area_id);
  return row;
}

/** @throws Problem 404 `input.id_unknown`, 403 `organisation.outside_your_area` */
export async function loadEditable(context: Context, organisationId: string): Promise<OrganisationRow> {
  const row = await getOrganisationRow(context, organisationId);
  if (!mayEditAt(context.actor, row.area_path)) refuseArea(row.area_id);
  return row;
}

function refuseArea(areaId: string): never {
  throw new Problem('organisation.outside_your_area', 403, { areaId });
}

/** The status after the move. @throws Problem 409 with the rule that refused. */
export function allowed(row: { status: Status }, move: Move): Status {
  const outcome = moved(row.status, move);
  if ('refused' in outcome) throw new Problem(outcome.refused, 409, { status: row.status });
  return outcome.status;
}

/** Path of an area the actor may write in. @throws Problem 403 `organisation.area_outside` */
export async function editableArea(context: Context, areaId: string): Promise<string> {
  const area = await getArea(context, areaId);
  if (!mayEditAt(context.actor, area.path)) throw new Problem('organisation.area_outside', 403, { areaId });
  return area.path;
}

/** The whole record for the viewer, masked. */
export async function present(context: Context, organisationId: string): Promise<OrganisationRecord> {
  const row = await getOrganisationRow(context, organisationId);
  const contacts = await contactsOf(context, organisationId);
  const premises = await premisesOf(context, organisationId);
  const areasServed = await areasServedBy(context, organisationId);
  const commitments = await commitmentsOf(context, organisationId);
  const parents = await namesOf(context, row.parent_id ? [row.parent_id] : []);
  const areaIds = [row, ...premises, ...areasServed].map((placed) => placed.area_id);
  const names = await areaNames(context, [...new Set(areaIds)]);
  const parentName = row.parent_id ? (parents.get(row.parent_id) ?? null) : null;
  return viewOrganisation(context, { row, parentName, contacts, premises, areasServed, commitments, names });
}
