// Links, tags, consultations, reminders, helping units, the arbiter's word.
import type * as endpoints from '#contract/cases/joint/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { ordinaryGuard } from '../../guards.ts';
import { arbitrable, withUnit } from '../../jointVerbs.ts';
import { isOfUnit, may } from '../../policy.ts';
import { isOpen } from '../../rules.ts';
import { deleteLink, insertLink, linksOf } from '../../store/joint.ts';
import { updateAssignments } from '../../store/parts.ts';
import { addUnit, assign, knownUnit, unitData } from '../dispatch.ts';
import { type Loaded, loadFor, loadReadable } from '../load.ts';
import { checkVersion, hold, makeMove, makeNote, nextState } from '../step.ts';

export async function relateCase(context: Context, input: InputOf<typeof endpoints.relateCase>) {
  const { row } = await loadFor(context, 'case.intake', input);
  hold(input.otherCaseId === row.id ? 'case.link_self' : true);
  const { row: other } = await loadReadable(context, input.otherCaseId);
  hold((await linksOf(context, row.id)).some(({ id }) => id === other.id) ? 'case.linked' : true);
  if (input.linkKind === 'grid_record') {
    const pair = [row.kind, other.kind];
    hold(pair.includes('hotline_order') && pair.includes('grid_case') ? true : 'case.link_kind');
  }
  await insertLink(context, {
    case_id: row.id,
    other_id: other.id,
    link_kind: input.linkKind,
    linked_by_name: context.actor.displayName,
    linked_at: context.now,
  });
  return await makeNote(context, row, 'relate', {
    note: other.number,
    data: { otherCaseId: other.id, linkKind: input.linkKind },
  });
}

export async function unrelateCase(context: Context, input: InputOf<typeof endpoints.unrelateCase>) {
  const { row } = await loadFor(context, 'case.intake', input);
  const { row: other } = await loadReadable(context, input.otherCaseId);
  hold((await deleteLink(context, row.id, other.id)) ? true : 'case.not_linked');
  return await makeNote(context, row, 'unrelate', { note: other.number, data: { otherCaseId: other.id } });
}

export async function tagCase(context: Context, input: InputOf<typeof endpoints.tagCase>) {
  const { row } = await loadFor(context, 'case.intake', input);
  const tags = [...new Set(input.tags)];
  return await makeNote(context, row, 'tag', { note: tags.join(' '), columns: { tags } });
}

/** The leading unit, or who dispatches at the place. */
async function loadOffice(
  context: Context,
  input: { caseId: string; version: number },
): Promise<Loaded & { isLead: boolean }> {
  const loaded = await loadReadable(context, input.caseId);
  const isLead = loaded.units.some((unit) => unit.role === 'lead' && isOfUnit(context.actor, unit));
  if (!isLead && !may(context.actor, 'case.dispatch', loaded.row.area_path))
    throw new Problem('case.not_taking_part', 403);
  await checkVersion(context, loaded.row, input.version);
  return { ...loaded, isLead };
}

export async function consult(context: Context, input: InputOf<typeof endpoints.consult>) {
  const { row } = await loadOffice(context, input);
  hold(isOpen(row.status) ? true : 'case.not_open');
  const names: string[] = [];
  for (const unit of input.units) names.push((await knownUnit(context, unit)).unit_name);
  return await makeNote(context, row, 'consult', {
    note: input.note,
    data: { units: input.units.map(({ kind, unitId }, index) => ({ kind, unitId, name: names[index] })) },
  });
}

export async function remind(context: Context, input: InputOf<typeof endpoints.remind>) {
  const { row } = await loadFor(context, 'case.dispatch', input);
  hold(withUnit.includes(row.status) ? true : 'case.not_dispatched');
  return await makeNote(context, row, 'remind', { note: input.note });
}

const helping = ['notified', 'accepted'] as const;

/** 首接负责制: the leading unit keeps its helpers together, each with a date of its own. */
export async function setHelper(context: Context, input: InputOf<typeof endpoints.setHelper>) {
  const { row, units } = await loadOffice(context, input);
  hold(ordinaryGuard(row.kind));
  hold(withUnit.includes(row.status) ? true : 'case.not_dispatched');
  const live = units.filter(({ status }) => status !== 'ended' && status !== 'waived');
  const known = live.find(({ unit_id }) => unit_id === input.unit.unitId);
  hold(known?.role === 'lead' ? 'case.helper_is_lead' : true);
  const { unitId, kind } = input.unit;
  if (input.waive !== null) {
    hold(known && helping.some((one) => one === known.status) ? true : 'case.helper_unknown');
    await updateAssignments(context, row.id, { status: 'waived' }, { id: known?.id ?? '' });
  } else if (known) {
    await updateAssignments(context, row.id, { status: known.status, due_at: input.dueAt }, { id: known.id });
  } else {
    await addUnit(context, row.id, 'co', await knownUnit(context, input.unit), input.dueAt);
  }
  return await makeNote(context, row, 'set_helper', {
    note: input.waive,
    data: { kind, unitId, dueAt: input.dueAt, waived: input.waive !== null },
  });
}

/** After one return: this word is final, and the unit may not return it again. */
export async function arbitrate(context: Context, input: InputOf<typeof endpoints.arbitrate>) {
  const { row } = await loadFor(context, 'case.arbitrate', input);
  hold(ordinaryGuard(row.kind));
  hold(row.returns > 0 ? true : 'case.not_returned');
  const move = row.status === 'registered' ? 'dispatch' : 'reassign';
  nextState(row, move);
  hold(arbitrable.includes(row.status) ? true : 'case.illegal_move');
  const columns = await assign(context, row, input);
  const words = { note: input.reason, data: { ...unitData(input), arbiter: true }, columns };
  return await makeMove(context, row, move, words, move === 'reassign' ? { final: true } : {});
}
