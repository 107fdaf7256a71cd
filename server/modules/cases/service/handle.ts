// The handling unit: sign for it, reach the requester, work, hand in the result.
import type * as endpoints from '#contract/cases/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context, Post } from '#kernel/context.ts';
import { settledGuard } from '../guards/field.ts';
import { contactGuard, extensionGuard, ordinaryGuard, resultGuard, returnGuard } from '../guards.ts';
import { isOpen } from '../rules.ts';
import { stateOf } from '../state.ts';
import { countOpenWhistles } from '../store/cases.ts';
import { findMatter } from '../store/matters.ts';
import {
  contactsOf,
  filesOf,
  insertAssignment,
  insertContact,
  requestersOf,
  stepsOf,
  updateAssignments,
} from '../store/parts.ts';
import { loadAsUnit, loadFor } from './load.ts';
import { keepVersion } from './sign.ts';
import { attachFiles, hold, makeMove, makeNote, nextState } from './step.ts';

export async function acceptCase(context: Context, input: InputOf<typeof endpoints.acceptCase>) {
  const { row, unit } = await loadAsUnit(context, 'lead', input);
  nextState(row, 'accept');
  hold(ordinaryGuard(row.kind));
  await updateAssignments(context, row.id, { status: 'accepted' }, { id: unit.id });
  return await makeMove(context, row, 'accept', {
    note: input.note,
    columns: { handler_id: context.actor.accountId },
  });
}

export async function returnToDispatcher(
  context: Context,
  input: InputOf<typeof endpoints.returnToDispatcher>,
) {
  const { row } = await loadAsUnit(context, 'lead', input);
  nextState(row, 'return_to_dispatcher');
  hold(ordinaryGuard(row.kind));
  hold(returnGuard(stateOf(row)));
  await updateAssignments(context, row.id, { status: 'ended' }, {});
  return await makeMove(context, row, 'return_to_dispatcher', {
    note: input.reason,
    columns: { lead_kind: null, lead_id: null, lead_name: null, handler_id: null },
  });
}

export async function startCase(context: Context, input: InputOf<typeof endpoints.startCase>) {
  const { row } = await loadAsUnit(context, 'lead', input);
  nextState(row, 'start');
  hold(ordinaryGuard(row.kind));
  const attempts = (await contactsOf(context, row.id)).filter(({ round }) => round === row.round);
  hold(contactGuard((await requestersOf(context, row.id)).length > 0, attempts));
  return await makeMove(context, row, 'start', {
    note: input.note,
    columns: { handler_id: context.actor.accountId },
  });
}

/** A grid worker settles on the spot what the list of matters allows. */
export async function selfHandle(context: Context, input: InputOf<typeof endpoints.selfHandle>) {
  const { row } = await loadFor(context, 'case.handle', input);
  nextState(row, 'self_handle');
  const matter = row.matter_code ? await findMatter(context, row.matter_code) : undefined;
  hold(matter?.self_handle ? true : 'case.self_handle_matter');
  const post = context.acting;
  if (post) await leadFrom(context, row.id, post, context.actor.displayName);
  return await makeMove(context, row, 'self_handle', {
    note: input.note,
    columns: {
      handler_id: context.actor.accountId,
      ...(post ? { lead_kind: 'area', lead_id: post.areaId, lead_name: context.actor.displayName } : {}),
    },
  });
}

/** The place of the post leads it from now on; whoever did before a reopening does no longer. */
export async function leadFrom(
  context: Context,
  caseId: string,
  { areaId, areaPath }: Pick<Post, 'areaId' | 'areaPath'>,
  name: string,
): Promise<void> {
  await updateAssignments(context, caseId, { status: 'ended' }, {});
  await insertAssignment(context, {
    id: context.newId(),
    case_id: caseId,
    role: 'lead',
    unit_kind: 'area',
    unit_id: areaId,
    unit_name: name,
    unit_path: areaPath,
    status: 'accepted',
    due_at: null,
    report: null,
    assigned_at: context.now,
  });
}

export async function contactRequester(context: Context, input: InputOf<typeof endpoints.contactRequester>) {
  const { row } = await loadAsUnit(context, 'lead', input);
  hold(isOpen(row.status) ? true : 'case.not_open');
  await insertContact(context, {
    id: context.newId(),
    case_id: row.id,
    round: row.round,
    at: context.now,
    by_name: context.actor.displayName,
    way: input.way,
    outcome: input.outcome,
    note: input.note || null,
  });
  return await makeNote(context, row, 'contact', {
    note: input.note,
    data: { way: input.way, outcome: input.outcome },
  });
}

export async function addProgress(context: Context, input: InputOf<typeof endpoints.addProgress>) {
  const { row } = await loadAsUnit(context, 'lead', input);
  hold(isOpen(row.status) ? true : 'case.not_open');
  await attachFiles(context, row, input.fileIds);
  return await makeNote(context, row, 'add_progress', {
    note: input.note,
    data: { shown: input.shown, fileIds: input.fileIds, ...(input.mark ? { mark: input.mark } : {}) },
  });
}

export async function reportCo(context: Context, input: InputOf<typeof endpoints.reportCo>) {
  const { row, unit } = await loadAsUnit(context, 'co', input);
  hold(ordinaryGuard(row.kind));
  hold(isOpen(row.status) && unit.status !== 'reported' ? true : 'case.no_helper');
  await updateAssignments(context, row.id, { status: 'reported', report: input.note }, { id: unit.id });
  return await makeNote(context, row, 'report_co', { note: input.note });
}

const helping = ['notified', 'accepted'] as const;

export async function submitResult(context: Context, input: InputOf<typeof endpoints.submitResult>) {
  const { row, units } = await loadAsUnit(context, 'lead', input);
  nextState(row, 'submit_result');
  hold(ordinaryGuard(row.kind));
  const openHelpers = units.filter(
    ({ role, status }) => role === 'co' && helping.some((one) => one === status),
  ).length;
  hold(resultGuard(openHelpers, await countOpenWhistles(context, row.id), input.waive !== null));
  if (input.waive)
    await updateAssignments(context, row.id, { status: 'waived' }, { role: 'co', statuses: helping });
  await attachFiles(context, row, input.fileIds);
  hold(settledGuard(await stepsOf(context, row.id), await filesOf(context, row.id)));
  await keepVersion(context, row, { level: 0, text: input.result });
  return await makeMove(context, row, 'submit_result', {
    note: input.waive,
    data: { fileIds: input.fileIds },
    columns: {
      result: input.result,
      handler_id: context.actor.accountId,
      finished_at: context.now.toISOString(),
    },
  });
}

export async function requestExtension(context: Context, input: InputOf<typeof endpoints.requestExtension>) {
  const { row } = await loadAsUnit(context, 'lead', input);
  hold(row.status === 'in_progress' || row.status === 'accepted' ? true : 'case.not_open');
  const due = row.due_at === null ? null : new Date(row.due_at);
  hold(extensionGuard(context.now, due, new Date(input.until), row.extension_until !== null));
  return await makeNote(context, row, 'request_extension', {
    note: input.reason,
    data: { until: input.until },
    columns: { extension_until: input.until },
  });
}
