// Taken back, but dangerous all the same (domain.md Appendix A, withdraw): the grid looks after it unasked.
import type { Context } from '#kernel/context.ts';
import { areaChain } from '#modules/territory/index.ts';
import { type CaseRow, getCaseRow } from '../store/cases.ts';
import { findMatter } from '../store/matters.ts';
import { create } from './create.ts';
import { addUnit, knownUnit } from './dispatch.ts';
import { makeMove } from './step.ts';

/** A safety word sounded the alarm, or the matter itself is urgent. */
async function isDangerous(context: Context, row: CaseRow): Promise<boolean> {
  if (row.alarms.length > 0) return true;
  const matter = row.matter_code ? await findMatter(context, row.matter_code) : undefined;
  return matter?.urgency === 'critical';
}

/** Whose hands it goes to: the grid of the place, or the nearest larger area that has people. */
const owners = ['grid', 'big_grid', 'community', 'street'] as const;

/** Opens a task of the grid's own for a withdrawn case of a safety class; nobody has to hand it out. */
export async function followDanger(given: Context, withdrawn: CaseRow): Promise<void> {
  if (withdrawn.area_id === null || !(await isDangerous(given, withdrawn))) return;
  const chain = await areaChain(given, withdrawn.area_id);
  const owner = owners.flatMap((level) => chain.filter((area) => area.level === level))[0];
  if (!owner) return;
  const context = given.as('system');
  const task = await create(context, {
    kind: 'proactive_task',
    channel: 'inner',
    title: withdrawn.title,
    text: withdrawn.text || withdrawn.title,
    requestType: withdrawn.request_type,
    urgency: 'critical',
    matterCode: withdrawn.matter_code,
    areaId: withdrawn.area_id,
    placeText: withdrawn.place_text,
    longitude: withdrawn.longitude,
    latitude: withdrawn.latitude,
    externalNumber: null,
    dueAt: null,
    fileIds: [],
  });
  const data = { rule: 'withdrawn_danger', parentId: withdrawn.id };
  await makeMove(context, task, 'submit', { data, columns: { parent_id: withdrawn.id, requester_count: 0 } });
  await makeMove(context, await getCaseRow(context, task.id), 'register', { data });
  const unit = await knownUnit(context, { kind: 'area', unitId: owner.areaId });
  const registered = await getCaseRow(context, task.id);
  await addUnit(context, task.id, 'lead', unit, registered.due_at);
  await makeMove(context, registered, 'dispatch', {
    data: { ...data, lead: { kind: 'area', unitId: owner.areaId }, helpers: [] },
    columns: { lead_kind: 'area', lead_id: owner.areaId, lead_name: owner.name, handler_id: null },
  });
}
