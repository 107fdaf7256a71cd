// 吹哨: a whistle raised on a case is a case of its own; it goes out when it is approved, an emergency at once.
import type * as endpoints from '#contract/cases/joint/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { getArea } from '#modules/territory/index.ts';
import { unitsGuard } from '../../guards.ts';
import { isOfUnit, may } from '../../policy.ts';
import { isOpen } from '../../rules.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import type { AssignmentRow } from '../../store/parts.ts';
import { getWhistleRow, insertResponse, insertWhistle, updateWhistle } from '../../store/whistles.ts';
import { approveWithin, whistleLimits } from '../../whistleRules.ts';
import { create } from '../create.ts';
import { addUnit, knownUnit } from '../dispatch.ts';
import { type Loaded, loadFor, loadReadable } from '../load.ts';
import { checkVersion, hold, makeMove, makeNote, nextState } from '../step.ts';
import { endOf } from './dates.ts';

type Blow = InputOf<typeof endpoints.blowWhistle>;

/** Answers the whistle, not the case it was blown for. */
export async function blowWhistle(context: Context, input: Blow): Promise<CaseMoved> {
  const { row, units } = await loadBlower(context, input);
  hold(isOpen(row.status) && row.status !== 'draft' ? true : 'case.not_open');
  hold(row.kind === 'whistle' ? 'case.whistle_on_whistle' : true);
  hold(unitsGuard([input.lead, ...input.others].map(({ unitId }) => unitId)));
  const blower = await blowerOf(context, units);
  const called = [];
  for (const unit of [input.lead, ...input.others]) {
    hold(unit.unitId === blower.blower_id ? 'case.whistle_self' : true);
    called.push({ ...unit, name: (await knownUnit(context, unit)).unit_name });
  }

  const child = await openChild(context, row, input);
  const isEmergency = input.whistleType === 'emergency';
  const isApproved = may(context.actor, 'case.approve_whistle', row.area_path);
  await insertWhistle(context, {
    case_id: child.id,
    parent_id: row.id,
    whistle_type: input.whistleType,
    ...blower,
    blown_by: context.actor.accountId ?? '',
    blown_by_name: context.actor.displayName,
    blown_at: context.now,
    called: JSON.stringify(called),
    arrive_by: input.arriveBy,
    due_at: input.dueAt,
    approval: isApproved ? 'approved' : 'pending',
    approved_by_name: isApproved ? context.actor.displayName : null,
    approved_at: isApproved ? context.now : null,
    approve_by: isEmergency && !isApproved ? await endOf(context, approveWithin) : null,
  });
  await makeNote(context, row, 'blow_whistle', {
    note: input.reason,
    data: { whistleId: child.id, number: child.number, whistleType: input.whistleType },
  });
  if (isEmergency || isApproved) return await sendOut(context, child.id);
  const { id: caseId, number, status, round, version } = await getCaseRow(context, child.id);
  return { caseId, number, status, round, version };
}

/** The leading unit calls for help wherever the case lies; others need the right at the place. */
async function loadBlower(context: Context, input: Blow): Promise<Loaded> {
  const loaded = await loadReadable(context, input.caseId);
  const isLead = loaded.units.some((unit) => unit.role === 'lead' && isOfUnit(context.actor, unit));
  if (!isLead && !may(context.actor, 'case.blow_whistle', loaded.row.area_path))
    throw new Problem('case.whistle_not_yours', 403);
  await checkVersion(context, loaded.row, input.version);
  return loaded;
}

/** The leading unit of the case, or the place of the post by which the whistle was blown. */
async function blowerOf(context: Context, units: readonly AssignmentRow[]) {
  const lead = units.find((unit) => unit.role === 'lead' && isOfUnit(context.actor, unit));
  if (lead)
    return {
      blower_kind: lead.unit_kind,
      blower_id: lead.unit_id,
      blower_name: lead.unit_name,
      blower_path: lead.unit_path,
    };
  const post = context.acting;
  if (!post) throw new Problem('case.whistle_not_yours', 403);
  const area = await getArea(context, post.areaId);
  return {
    blower_kind: 'area' as const,
    blower_id: area.areaId,
    blower_name: area.name,
    blower_path: area.path,
  };
}

/** Submitted and registered at once: what and where are those of the case it was blown for. */
async function openChild(context: Context, row: CaseRow, input: Blow): Promise<CaseRow> {
  const limits = whistleLimits[input.whistleType];
  const child = await create(context, {
    kind: 'whistle',
    channel: 'inner',
    title: row.title,
    text: input.reason,
    requestType: row.request_type,
    urgency: input.whistleType === 'emergency' ? 'critical' : 'ordinary',
    matterCode: row.matter_code,
    areaId: row.area_id,
    placeText: row.place_text || row.title,
    longitude: row.longitude,
    latitude: row.latitude,
    externalNumber: null,
    dueAt: input.dueAt ?? (await endOf(context, limits.finish)).toISOString(),
    fileIds: [],
  });
  await makeMove(context, child, 'submit', { columns: { parent_id: row.id, requester_count: 0 } });
  await makeMove(context, await getCaseRow(context, child.id), 'register', {
    data: { parentId: row.id, whistleType: input.whistleType },
  });
  return await getCaseRow(context, child.id);
}

/** 批准: lets it go out or refuses it; for an emergency that is out, it is only written down. */
export async function approveWhistle(
  context: Context,
  input: InputOf<typeof endpoints.approveWhistle>,
): Promise<CaseMoved> {
  const { row } = await loadFor(context, 'case.approve_whistle', input);
  const whistle = await getWhistleRow(context, row.id);
  hold(whistle.approval === 'pending' ? true : 'case.whistle_decided');
  await updateWhistle(context, row.id, {
    approval: input.approve ? 'approved' : 'refused',
    approved_by_name: context.actor.displayName,
    approved_at: context.now,
  });
  const noted = await makeNote(context, row, 'approve_whistle', {
    note: input.note,
    data: { approve: input.approve },
  });
  if (row.status !== 'registered') return noted;
  if (input.approve) return await sendOut(context, row.id);
  return await makeMove(context, await getCaseRow(context, row.id), 'reject', {
    note: input.note,
    columns: { closed_at: context.now.toISOString() },
  });
}

/** Every called unit is told at once, each with its own dates. */
async function sendOut(context: Context, caseId: string): Promise<CaseMoved> {
  const row = await getCaseRow(context, caseId);
  const whistle = await getWhistleRow(context, caseId);
  nextState(row, 'dispatch');
  const limits = whistleLimits[whistle.whistle_type];
  const acknowledgeBy = await endOf(context, limits.acknowledge);
  const arriveBy = limits.arrive ? await endOf(context, limits.arrive) : null;
  const [first] = whistle.called;
  for (const [index, called] of whistle.called.entries()) {
    const unit = await knownUnit(context, called);
    const assignmentId = await addUnit(context, caseId, index === 0 ? 'lead' : 'co', unit, row.due_at);
    await insertResponse(context, {
      assignment_id: assignmentId,
      case_id: caseId,
      acknowledge_by: acknowledgeBy,
      arrive_by: whistle.arrive_by ?? arriveBy,
    });
  }
  return await makeMove(context, row, 'dispatch', {
    data: { whistleType: whistle.whistle_type, units: whistle.called.map(({ unitId }) => unitId) },
    columns: {
      lead_kind: first?.kind ?? null,
      lead_id: first?.unitId ?? null,
      lead_name: first?.name ?? null,
      handler_id: null,
    },
  });
}
