// Several cases of one cause: merged where the machine allows it, linked where one is too far gone to be merged.
import type { mergeCase as mergeEndpoint } from '#contract/cases/endpoints.ts';
import type { groupCases as groupEndpoint } from '#contract/cases/suggest.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { may } from '../policy.ts';
import { isOpen, moved } from '../rules.ts';
import { stateOf } from '../state.ts';
import { type CaseRow, getCaseRow } from '../store/cases.ts';
import { copyRequesters } from '../store/parts.ts';
import { linkedTo } from '../store/similar.ts';
import { loadFor, loadReadable } from './load.ts';
import { hold, makeMove, makeNote, nextState } from './step.ts';

/** The other case keeps every requester, so that all of them are told. */
export async function mergeCase(context: Context, input: InputOf<typeof mergeEndpoint>) {
  const { row } = await loadFor(context, 'case.intake', input);
  nextState(row, 'merge');
  hold(input.intoCaseId === row.id ? 'case.merge_self' : true);
  const { row: into } = await loadReadable(context, input.intoCaseId);
  hold(isOpen(into.status) ? true : 'case.merge_target');
  return await mergeInto(context, row, into);
}

async function mergeInto(context: Context, row: CaseRow, into: CaseRow) {
  const count = await copyRequesters(context, row.id, into.id);
  await makeNote(context, into, 'join', {
    data: { caseId: row.id },
    columns: { requester_count: into.requester_count + count, ...nearestDate(row, into) },
  });
  return await makeMove(context, row, 'merge', {
    data: { intoCaseId: into.id },
    columns: { merged_into: into.id, closed_at: context.now.toISOString() },
  });
}

/** Whoever was promised an earlier date keeps it: the joint case is due when the first of them is. */
function nearestDate(row: CaseRow, into: CaseRow): { due_at?: string } {
  if (row.due_at === null || row.finished_at !== null || into.finished_at !== null) return {};
  return into.due_at !== null && into.due_at <= row.due_at ? {} : { due_at: row.due_at };
}

/** @throws Problem 403 outside the viewer's areas, 409 `case.not_open`, `case.merge_self`, `case.group_other` */
export async function groupCases(
  context: Context,
  input: InputOf<typeof groupEndpoint>,
): Promise<OutputOf<typeof groupEndpoint>> {
  const { row } = await loadFor(context, 'case.intake', input);
  const root =
    row.parent_id !== null && row.kind !== 'whistle' ? await getCaseRow(context, row.parent_id) : row;
  hold(isOpen(root.status) ? true : 'case.not_open');
  let merged = 0;
  let linked = 0;
  for (const caseId of new Set(input.caseIds)) {
    const other = await joinable(context, root, caseId);
    if (other.parent_id === root.id) continue;
    if (moved(stateOf(other), 'merge')) {
      await mergeInto(context, other, await getCaseRow(context, root.id));
      merged += 1;
    } else {
      await makeNote(context, other, 'link', {
        note: input.note,
        data: { rootCaseId: root.id },
        columns: { parent_id: root.id },
      });
      linked += 1;
    }
    await bringAlong(context, other, root);
  }
  const current = await getCaseRow(context, root.id);
  return { root: { caseId: current.id, number: current.number, version: current.version }, merged, linked };
}

/** Who was linked to the one that joined belongs to the same cause. */
async function bringAlong(context: Context, from: CaseRow, root: CaseRow): Promise<void> {
  for (const { id } of await linkedTo(context, from.id, linkedMax))
    await makeNote(context, await getCaseRow(context, id), 'link', {
      data: { rootCaseId: root.id },
      columns: { parent_id: root.id },
    });
}

const linkedMax = 50;

async function joinable(context: Context, root: CaseRow, caseId: string): Promise<CaseRow> {
  hold(caseId === root.id ? 'case.merge_self' : true);
  const { row } = await loadReadable(context, caseId);
  if (!may(context.actor, 'case.intake', row.area_path)) throw new Problem('case.outside_your_area', 403);
  hold(isOpen(row.status) ? true : 'case.not_open');
  hold(row.parent_id === null || row.parent_id === root.id ? true : 'case.group_other');
  return row;
}
