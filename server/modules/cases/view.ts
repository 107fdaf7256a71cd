// Row and viewer to record: masked, with what the viewer may do.

import { reviewLevelsOf } from '#contract/cases/kinds.ts';
import { type Move, moves } from '#contract/cases/machine.ts';
import {
  type CaseRecord,
  type CaseVerb,
  caseVerbs,
  type CaseRow as ListedCase,
} from '#contract/cases/records.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Context } from '#kernel/context.ts';
import { maskName, maskPhone } from '#kernel/mask/mask.ts';
import { lampOf } from './clocks.ts';
import { rankWanted } from './guards.ts';
import { isOfUnit, may, ranksAt } from './policy.ts';
import { type CaseState, isOpen, moved } from './rules.ts';
import type { CaseRow } from './store/cases.ts';
import type * as parts from './store/parts.ts';

export interface Names {
  areas: ReadonlyMap<string, string>;
  matters: ReadonlyMap<string, string>;
}

const stateOf = (row: CaseRow): CaseState => ({ ...row, designatedFinal: row.designated_final });

export function viewListed(context: Context, row: CaseRow, names: Names): ListedCase {
  return {
    caseId: row.id,
    number: row.number,
    status: row.status,
    round: row.round,
    version: row.version,
    kind: row.kind,
    title: row.title,
    matter: row.matter_code
      ? { code: row.matter_code, name: names.matters.get(row.matter_code) ?? '' }
      : null,
    channel: row.channel,
    urgency: row.urgency,
    area: row.area_id
      ? { areaId: row.area_id, name: names.areas.get(row.area_id) ?? '', path: row.area_path }
      : null,
    placeText: row.place_text,
    lead:
      row.lead_kind && row.lead_id
        ? { kind: row.lead_kind, unitId: row.lead_id, name: row.lead_name ?? '' }
        : null,
    reportedAt: row.reported_at,
    dueAt: row.due_at,
    finishedAt: row.finished_at,
    lamp: lampOf(
      { due: row.due_at, finished: row.finished_at, started: row.reported_at },
      context.now,
      isOpen(row.status) && row.status !== 'suspended',
    ),
    reviewLevel: row.status === 'under_review' ? row.signed + 1 : null,
    supervised: row.supervised,
    requesterCount: row.requester_count,
  };
}

export interface CaseParts {
  row: CaseRow;
  names: Names;
  steps: readonly parts.StepRow[];
  requesters: readonly parts.RequesterRow[];
  units: readonly parts.AssignmentRow[];
  signatures: Awaited<ReturnType<typeof parts.signaturesOf>>;
  contacts: Awaited<ReturnType<typeof parts.contactsOf>>;
  timers: Awaited<ReturnType<typeof parts.timersOfCase>>;
  fileIds: string[];
  mergedInto: { id: string; number: string } | undefined;
}

export function viewCase(context: Context, given: CaseParts): CaseRecord {
  const { row, mergedInto } = given;
  return {
    ...viewListed(context, row, given.names),
    text: row.text,
    requestType: row.request_type,
    externalNumber: row.external_number,
    tier: row.tier,
    reviewLevels: reviewLevelsOf(row.kind, row.tier),
    requesters: given.requesters.map((one) => viewRequester(context, row, one)),
    assignments: given.units.map(viewAssignment),
    signatures: given.signatures.map((one) => ({
      round: one.round,
      level: one.level,
      signer: one.signer,
      onBehalfOf: one.on_behalf_of,
      role: one.role,
      at: one.at,
      digest: one.digest,
    })),
    contacts: given.contacts.map((one) => ({
      at: one.at,
      by: one.by_name,
      way: one.way,
      outcome: one.outcome,
      note: one.note,
    })),
    timers: given.timers.map((one) => ({
      timer: one.timer,
      startedAt: one.started_at,
      dueAt: one.due_at,
      stoppedAt: one.stopped_at,
      lamp: lampOf({ due: one.due_at, finished: one.stopped_at, started: one.started_at }, context.now, true),
    })),
    fileIds: given.fileIds,
    result: row.result ?? row.answer,
    solved: row.solved,
    satisfaction: row.satisfaction,
    closureType: row.closure_type,
    suspendedUntil: row.suspended_until,
    extensionUntil: row.extension_until,
    mergedInto: mergedInto ? { caseId: mergedInto.id, number: mergedInto.number } : null,
    timeline: given.steps.map((step) => ({
      seq: step.seq,
      at: step.at,
      name: step.name,
      actor: step.actor_name,
      role: step.role,
      from: step.from_status,
      to: step.to_status,
      round: step.round,
      note: step.note,
      data: step.data,
    })),
    can: canDo(context, row, given.units),
  };
}

/** Who asked not to be shown is seen only by those who take requests in. */
function viewRequester(context: Context, row: CaseRow, one: parts.RequesterRow) {
  const hidden = one.hidden || row.request_type === 'report';
  const shown = !hidden || may(context.actor, 'case.intake', row.area_path);
  const phone = one.phone_cipher ? context.services.crypto.decrypt(one.phone_cipher) : null;
  return {
    requesterId: one.id,
    name: shown ? maskName(one.name) : '',
    phone: shown && phone ? maskPhone(phone) : null,
    onBehalfOf: shown && one.on_behalf_of ? maskName(one.on_behalf_of) : null,
    hidden,
  };
}

const viewAssignment = (one: parts.AssignmentRow): CaseRecord['assignments'][number] => ({
  assignmentId: one.id,
  role: one.role,
  unit: { kind: one.unit_kind, unitId: one.unit_id, name: one.unit_name },
  status: one.status,
  dueAt: one.due_at,
  report: one.report,
});

/** Who may do what: a right at the place, or being of the unit that leads or helps. */
const rightOf: Record<CaseVerb, Permission | 'lead' | 'co' | null> = {
  submit: null,
  request_verification: 'case.intake',
  report_verification: 'case.handle',
  register: 'case.intake',
  reject: 'case.intake',
  answer_directly: 'case.intake',
  merge: 'case.intake',
  self_handle: 'case.handle',
  dispatch: 'case.dispatch',
  accept: 'lead',
  return_to_dispatcher: 'lead',
  reassign: 'case.dispatch',
  start: 'lead',
  suspend: 'case.review',
  resume: 'case.review',
  escalate_tier: 'lead',
  submit_result: 'lead',
  review_approve: 'case.review',
  review_return: 'case.review',
  begin_confirmation: 'case.confirm',
  confirm_pass: 'case.confirm',
  confirm_fail: 'case.confirm',
  close_special: 'case.special',
  reopen: 'case.supervise',
  withdraw: 'case.intake',
  transfer_out: 'case.dispatch',
  contact: 'lead',
  add_progress: 'lead',
  report_co: 'co',
  supervise: 'case.supervise',
  request_extension: 'lead',
  decide_extension: 'case.review',
  reveal: 'person.reveal',
};

function canDo(context: Context, row: CaseRow, units: readonly parts.AssignmentRow[]): CaseRecord['can'] {
  const { actor } = context;
  const holds = (right: (typeof rightOf)[CaseVerb]): boolean => {
    if (right === null) return false;
    if (right !== 'lead' && right !== 'co') return may(actor, right, row.area_path);
    return units.some((unit) => unit.role === right && isOfUnit(actor, unit));
  };
  const verdict = (verb: CaseVerb): true | string => {
    const right = rightOf[verb];
    if (!holds(right)) return right === 'lead' || right === 'co' ? 'case.not_your_unit' : 'can.area';
    if (isMove(verb) && !moved(stateOf(row), verb)) return 'case.illegal_move';
    return extra(context, row, verb);
  };
  return Object.fromEntries(caseVerbs.map((verb) => [verb, verdict(verb)])) as CaseRecord['can'];
}

const isMove = (verb: CaseVerb): verb is Move => (moves as readonly string[]).includes(verb);

function extra(context: Context, row: CaseRow, verb: CaseVerb): true | string {
  const ranks = ranksAt(context.actor, row.area_path);
  switch (verb) {
    case 'review_approve':
    case 'review_return':
      if (row.handler_id === context.actor.accountId) return 'case.own_result';
      return ranks.includes(rankWanted(stateOf(row))) || 'case.not_your_level';
    case 'suspend':
      return ranks.some((rank) => rank >= 3) || 'case.level_too_low';
    case 'decide_extension':
      if (row.extension_until === null) return 'case.no_extension';
      return ranks.some((rank) => rank >= 3) || 'case.level_too_low';
    case 'request_extension':
      return row.extension_until === null || 'case.extension_pending';
    case 'contact':
    case 'add_progress':
    case 'supervise':
      return isOpen(row.status) || 'case.not_open';
    default:
      return true;
  }
}
