import type * as endpoints from '#contract/cases/joint/endpoints.ts';
import type { CaseJoint, Responder, WhistleRecord } from '#contract/cases/joint/records.ts';
import { terminals } from '#contract/cases/machine.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { areasWith } from '#kernel/scope.ts';
import { lampOf } from '../../clocks/lamp.ts';
import { isOfUnit, may, readPaths } from '../../policy.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { deskCounts, exclusionsOf, linksOf, mergedInto } from '../../store/joint.ts';
import { findMatter } from '../../store/matters.ts';
import type { AssignmentRow } from '../../store/parts.ts';
import {
  type EvaluationRow,
  evaluationsOf,
  getWhistleRow,
  type ResponseRow,
  responsesOf,
  type WhistleRow,
  whistlesOf,
} from '../../store/whistles.ts';
import { answerGuard } from '../../whistleRules.ts';
import { loadReadable } from '../load.ts';
import { isBlower } from './answer.ts';
import { arbitersOf } from './arbiters.ts';

type Named = Pick<CaseRow, 'id' | 'number' | 'title' | 'status' | 'area_path'>;

/** A title is a text of the requester: it is not told across areas. */
const namedOf = (context: Context, one: Named) => ({
  caseId: one.id,
  number: one.number,
  title: readPaths(context.actor).some((path) => one.area_path.startsWith(path)) ? one.title : '',
  status: one.status,
});

const isWorking = (status: CaseRow['status']): boolean =>
  ![...terminals, 'resolved', 'confirming'].includes(status);

export async function readJoint(
  context: Context,
  input: InputOf<typeof endpoints.readJoint>,
): Promise<CaseJoint> {
  const { row } = await loadReadable(context, input.caseId);
  const matter = row.matter_code ? await findMatter(context, row.matter_code) : undefined;
  const exclusions = await exclusionsOf(context, row.id);
  const arbiters = await arbitersOf(context, row);
  return {
    caseId: row.id,
    version: row.version,
    tags: row.tags ?? matter?.tags ?? [],
    parent: row.parent_id ? namedOf(context, await getCaseRow(context, row.parent_id)) : null,
    whistles: (await whistlesOf(context, row.id)).map((one) => ({
      ...namedOf(context, one),
      whistleType: one.whistle_type,
      open: isWorking(one.status),
      units: one.called.map(({ name }) => name),
    })),
    links: (await linksOf(context, row.id)).map((one) => ({
      ...namedOf(context, one),
      kind: one.kind,
      linkKind: one.link_kind,
      by: one.linked_by_name,
      at: one.linked_at,
    })),
    merged: (await mergedInto(context, row.id)).map((one) => namedOf(context, one)),
    exclusions: exclusions.map((one) => ({
      exclusionId: one.id,
      reason: one.reason,
      note: one.note,
      fileIds: one.file_ids,
      appliedBy: one.applied_by_name,
      appliedAt: one.applied_at,
      decision: one.decision,
      decidedBy: one.decided_by_name,
      decidedAt: one.decided_at,
      decisionNote: one.decision_note,
    })),
    arbiters: arbiters.map(({ name, role }) => ({ name, role })),
  };
}

interface WhistleParts {
  row: CaseRow;
  whistle: WhistleRow;
  responses: readonly ResponseRow[];
  evaluations: readonly EvaluationRow[];
}

export async function readWhistle(
  context: Context,
  input: InputOf<typeof endpoints.readWhistle>,
): Promise<WhistleRecord> {
  const { row, units } = await loadReadable(context, input.caseId);
  const whistle = await getWhistleRow(context, row.id);
  const parts: WhistleParts = {
    row,
    whistle,
    responses: await responsesOf(context, row.id),
    evaluations: await evaluationsOf(context, row.id),
  };
  const isApprover = may(context.actor, 'case.approve_whistle', row.area_path);
  return {
    caseId: row.id,
    number: row.number,
    status: row.status,
    version: row.version,
    whistleType: whistle.whistle_type,
    reason: row.text,
    parent: namedOf(context, await getCaseRow(context, whistle.parent_id)),
    blower: { kind: whistle.blower_kind, unitId: whistle.blower_id, name: whistle.blower_name },
    blownBy: whistle.blown_by_name,
    blownAt: whistle.blown_at,
    approval: whistle.approval,
    approvedBy: whistle.approved_by_name,
    approvedAt: whistle.approved_at,
    approveBy: whistle.approve_by,
    called: whistle.called,
    responders: units.flatMap((unit) => viewResponder(context, parts, unit) ?? []),
    can: {
      approve_whistle: isApprover ? whistle.approval === 'pending' || 'case.whistle_decided' : 'can.area',
    },
  };
}

function viewResponder(context: Context, parts: WhistleParts, unit: AssignmentRow): Responder | null {
  const times = parts.responses.find(({ assignment_id }) => assignment_id === unit.id);
  if (!times) return null;
  const { acknowledge_by: acknowledgeBy, arrive_by: arriveBy } = times;
  const nextBy = { notified: acknowledgeBy, acknowledged: arriveBy ?? unit.due_at, arrived: unit.due_at }[
    unit.status as 'notified' | 'acknowledged' | 'arrived'
  ];
  return {
    assignmentId: unit.id,
    role: unit.role,
    unit: { kind: unit.unit_kind, unitId: unit.unit_id, name: unit.unit_name },
    status: unit.status,
    acknowledgeBy,
    arriveBy,
    dueAt: unit.due_at,
    acknowledgedAt: times.acknowledged_at,
    arrivedAt: times.arrived_at,
    reportedAt: times.reported_at,
    report: unit.report,
    nextBy: nextBy ?? null,
    lamp: lampOf(
      { due: nextBy ?? null, finished: null, started: unit.assigned_at },
      context.now,
      nextBy !== undefined,
    ),
    ...judgements(parts, unit),
    can: canAnswer(context, parts, unit),
  };
}

function judgements({ evaluations }: WhistleParts, unit: AssignmentRow) {
  const of = (side: EvaluationRow['of_side']) => {
    const found = evaluations.find((one) => one.assignment_id === unit.id && one.of_side === side);
    if (!found) return null;
    return { ...found.grades, by: found.by_name, at: found.at, note: found.note };
  };
  return {
    ofResponder: of('responder') as Responder['ofResponder'],
    ofBlower: of('blower') as Responder['ofBlower'],
  };
}

function canAnswer(context: Context, parts: WhistleParts, unit: AssignmentRow): Responder['can'] {
  const { row, whistle, evaluations } = parts;
  const isCalled = isOfUnit(context.actor, unit);
  const answer = (act: 'acknowledge' | 'arrive' | 'report_response') =>
    isCalled ? answerGuard(unit.status, act) : 'case.not_your_unit';
  const isDone = row.status === 'resolved' || row.status === 'confirming';
  const hasJudged = evaluations.some((one) => one.assignment_id === unit.id && one.of_side === 'blower');
  const blows = isBlower(context, whistle) && !isCalled;
  const judges = isCalled && context.actor.accountId !== whistle.blown_by;
  return {
    acknowledge: answer('acknowledge'),
    arrive: answer('arrive'),
    report_response: answer('report_response'),
    evaluate_responder: blows
      ? isDone
        ? answerGuard(unit.status, 'evaluate_responder')
        : 'case.whistle_not_done'
      : 'case.whistle_not_blower',
    evaluate_blower: judges
      ? isDone
        ? !hasJudged || 'case.evaluated'
        : 'case.whistle_not_done'
      : 'case.not_your_unit',
  };
}

export async function readDeskFigures(context: Context): Promise<OutputOf<typeof endpoints.readDeskFigures>> {
  const today = instantOn(dayOf(context.now));
  return await deskCounts(context, areasWith(context.actor, 'case.dispatch'), today);
}
