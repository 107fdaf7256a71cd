// 有事您找我: a request about the own estate goes to its property company first, without waiting for an office.
import type { Context } from '#kernel/context.ts';
import { propertyServing } from '#modules/organisations/index.ts';
import { getCaseRow } from '../../store/cases.ts';
import { findMatter } from '../../store/matters.ts';
import { insertAssignment } from '../../store/parts.ts';
import { makeMove } from '../step.ts';

/**
 * Tier 1 of the ladder. Where the place has no property company, or the matter is not known, the request waits
 * for the community as any other does.
 */
export async function routeToProperty(given: Context, caseId: string): Promise<void> {
  const row = await getCaseRow(given, caseId);
  const company = row.area_id ? await propertyServing(given, row.area_path) : null;
  const matter = row.matter_code ? await findMatter(given, row.matter_code) : undefined;
  if (!company || !matter) return;
  const context = given.as('system');
  await makeMove(context, row, 'register', {
    data: { matterCode: matter.code, areaId: row.area_id, urgency: row.urgency, rule: 'property_first' },
  });
  const lead = { kind: 'organisation' as const, unitId: company.organisationId };
  const registered = await getCaseRow(context, caseId);
  await insertAssignment(context, {
    id: context.newId(),
    case_id: caseId,
    role: 'lead',
    unit_kind: lead.kind,
    unit_id: lead.unitId,
    unit_name: company.name,
    unit_path: row.area_path,
    status: 'notified',
    due_at: registered.due_at,
    report: null,
    assigned_at: context.now,
  });
  await makeMove(context, registered, 'dispatch', {
    data: { lead, helpers: [], rule: 'property_first' },
    columns: { lead_kind: lead.kind, lead_id: lead.unitId, lead_name: company.name, handler_id: null },
  });
}
