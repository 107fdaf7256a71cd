// 报到: what a called unit does, and how each side judges the other.
import type * as endpoints from '#contract/cases/joint/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { resultGuard } from '../../guards.ts';
import { type AssignedUnit, isOfUnit } from '../../policy.ts';
import { moved } from '../../rules.ts';
import { stateOf } from '../../state.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { type AssignmentRow, assignmentsOf, updateAssignments } from '../../store/parts.ts';
import {
  evaluationsOf,
  getWhistleRow,
  insertEvaluation,
  updateResponse,
  type WhistleRow,
} from '../../store/whistles.ts';
import { answerGuard, answering, answers } from '../../whistleRules.ts';
import { loadReadable } from '../load.ts';
import { attachFiles, checkVersion, hold, makeMove, makeNote } from '../step.ts';

interface Answering {
  row: CaseRow;
  whistle: WhistleRow;
  unit: AssignmentRow;
  units: readonly AssignmentRow[];
}

type Named = { caseId: string; version: number; assignmentId: string };

async function loadAnswering(context: Context, input: Named): Promise<Answering> {
  const { row, units } = await loadReadable(context, input.caseId);
  const whistle = await getWhistleRow(context, row.id);
  const unit = units.find(({ id }) => id === input.assignmentId);
  if (!unit) throw new Problem('input.id_unknown', 404);
  await checkVersion(context, row, input.version);
  return { row, whistle, unit, units };
}

/** @throws Problem 403 `case.not_your_unit` for anybody but the people of the called unit. */
async function loadAsCalled(context: Context, input: Named): Promise<Answering> {
  const given = await loadAnswering(context, input);
  if (!isOfUnit(context.actor, given.unit)) throw new Problem('case.not_your_unit', 403);
  return given;
}

const dataOf = ({ unit }: Answering) => ({ assignmentId: unit.id, unitId: unit.unit_id });

export async function acknowledge(context: Context, input: InputOf<typeof endpoints.acknowledge>) {
  const given = await loadAsCalled(context, input);
  hold(answerGuard(given.unit.status, 'acknowledge'));
  await updateAssignments(context, given.row.id, { status: answers.acknowledge.to }, { id: given.unit.id });
  await updateResponse(context, given.unit.id, { acknowledged_at: context.now });
  const noted = await makeNote(context, given.row, 'acknowledge', { note: input.note, data: dataOf(given) });
  return await leadMoves(context, given, 'accept', noted);
}

export async function arrive(context: Context, input: InputOf<typeof endpoints.arrive>) {
  const given = await loadAsCalled(context, input);
  hold(answerGuard(given.unit.status, 'arrive'));
  await attachFiles(context, given.row, input.fileIds);
  await updateAssignments(context, given.row.id, { status: answers.arrive.to }, { id: given.unit.id });
  await updateResponse(context, given.unit.id, { arrived_at: context.now });
  const noted = await makeNote(context, given.row, 'arrive', { note: input.note, data: dataOf(given) });
  return await leadMoves(context, given, 'start', noted);
}

/** The whistle itself goes on when its leading unit does. */
async function leadMoves(
  context: Context,
  { row, unit }: Answering,
  move: 'accept' | 'start',
  noted: CaseMoved,
): Promise<CaseMoved> {
  if (unit.role !== 'lead' || !moved(stateOf(row), move)) return noted;
  return await makeMove(context, await getCaseRow(context, row.id), move, {
    columns: { handler_id: context.actor.accountId },
  });
}

/** The leading unit reports last: its report is the result that goes to review. */
export async function reportResponse(context: Context, input: InputOf<typeof endpoints.reportResponse>) {
  const given = await loadAsCalled(context, input);
  const { row, unit, units } = given;
  hold(answerGuard(unit.status, 'report_response'));
  const isLead = unit.role === 'lead';
  const open = units.filter(({ role, status }) => role === 'co' && answering.includes(status)).length;
  if (isLead) hold(resultGuard(open, 0, input.waive !== null));
  await attachFiles(context, row, input.fileIds);
  if (isLead && input.waive)
    await updateAssignments(context, row.id, { status: 'waived' }, { role: 'co', statuses: answering });
  const { to } = answers.report_response;
  await updateAssignments(context, row.id, { status: to, report: input.report }, { id: unit.id });
  await updateResponse(context, unit.id, { reported_at: context.now });
  const noted = await makeNote(context, row, 'report_response', { note: input.report, data: dataOf(given) });
  if (!isLead) return noted;
  return await makeMove(context, await getCaseRow(context, row.id), 'submit_result', {
    note: input.waive,
    columns: {
      result: input.report,
      handler_id: context.actor.accountId,
      finished_at: context.now.toISOString(),
    },
  });
}

const judged: readonly CaseRow['status'][] = ['resolved', 'confirming'];

export const blowerUnit = (whistle: WhistleRow): AssignedUnit => ({
  unit_kind: whistle.blower_kind,
  unit_id: whistle.blower_id,
  unit_path: whistle.blower_path,
  status: 'notified',
});

export const isBlower = (context: Context, whistle: WhistleRow): boolean =>
  context.actor.accountId === whistle.blown_by || isOfUnit(context.actor, blowerUnit(whistle));

export async function evaluateResponder(
  context: Context,
  input: InputOf<typeof endpoints.evaluateResponder>,
) {
  const given = await loadAnswering(context, input);
  if (isOfUnit(context.actor, given.unit)) throw new Problem('case.own_unit', 403);
  if (!isBlower(context, given.whistle)) throw new Problem('case.whistle_not_blower', 403);
  hold(judged.includes(given.row.status) ? true : 'case.whistle_not_done');
  hold(given.unit.status === 'evaluated' ? 'case.evaluated' : true);
  hold(answerGuard(given.unit.status, 'evaluate_responder'));
  const { timeliness, quality, attitude } = input;
  await updateAssignments(
    context,
    given.row.id,
    { status: answers.evaluate_responder.to },
    { id: given.unit.id },
  );
  return await judge(context, given, 'responder', { timeliness, quality, attitude }, input.note);
}

/** The unit that came judges the whistle; who blew it does not judge it himself. */
export async function evaluateBlower(context: Context, input: InputOf<typeof endpoints.evaluateBlower>) {
  const given = await loadAsCalled(context, input);
  if (context.actor.accountId === given.whistle.blown_by) throw new Problem('case.own_unit', 403);
  hold(judged.includes(given.row.status) ? true : 'case.whistle_not_done');
  const known = await evaluationsOf(context, given.row.id);
  hold(
    known.some((one) => one.assignment_id === given.unit.id && one.of_side === 'blower')
      ? 'case.evaluated'
      : true,
  );
  const { justified, clarity } = input;
  return await judge(context, given, 'blower', { justified, clarity }, input.note);
}

type Side = 'responder' | 'blower';
type Grades = Record<string, 'good' | 'fair' | 'poor'>;

async function judge(
  context: Context,
  given: Answering,
  side: Side,
  grades: Grades,
  note: string,
): Promise<CaseMoved> {
  const { row, unit } = given;
  await insertEvaluation(context, {
    assignment_id: unit.id,
    of_side: side,
    case_id: row.id,
    grades: JSON.stringify(grades),
    note: note || null,
    by_id: context.actor.accountId ?? '',
    by_name: context.actor.displayName,
    at: context.now,
  });
  const act = side === 'responder' ? 'evaluate_responder' : 'evaluate_blower';
  const noted = await makeNote(context, row, act, { note, data: { ...dataOf(given), ...grades } });
  return await goOn(context, row.id, noted);
}

/** The first word begins the confirmation, the last one closes the whistle. */
async function goOn(context: Context, caseId: string, noted: CaseMoved): Promise<CaseMoved> {
  let last = noted;
  if (last.status === 'resolved')
    last = await makeMove(context, await getCaseRow(context, caseId), 'begin_confirmation');
  const units = (await assignmentsOf(context, caseId)).filter(
    ({ status }) => status !== 'waived' && status !== 'ended',
  );
  const known = await evaluationsOf(context, caseId);
  if (known.length < units.length * 2) return last;
  const row = await getCaseRow(context, caseId);
  const isLate = row.due_at !== null && row.finished_at !== null && row.finished_at > row.due_at;
  return await makeMove(context, row, 'confirm_pass', {
    columns: { closure_type: isLate ? 'overdue' : 'normal', closed_at: context.now.toISOString() },
  });
}
