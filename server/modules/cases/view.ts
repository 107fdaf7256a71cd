// Row and viewer to record: masked, with what the viewer may do.

import { ranksOf } from '#contract/cases/kinds.ts';
import { type Move, moves } from '#contract/cases/machine.ts';
import {
  type CaseRecord,
  type CaseVerb,
  caseVerbs,
  type CaseRow as ListedCase,
} from '#contract/cases/records.ts';
import { requesterWord } from '#contract/cases/resident/words.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Context } from '#kernel/context.ts';
import { maskName, maskPhone } from '#kernel/mask/mask.ts';
import type { CaseClock } from './clocks/count.ts';
import { clockLamp, lampOf } from './clocks/lamp.ts';
import { rankWanted, signatureGuard, signersOf } from './guards.ts';
import { jointRights, jointVerdict } from './jointVerbs.ts';
import { isOfUnit, may, ranksAt, signerAt } from './policy.ts';
import { isOpen, moved } from './rules.ts';
import { rulesOf, stateOf } from './state.ts';
import type { CaseRow } from './store/cases.ts';
import type { ListedRow } from './store/list.ts';
import type * as parts from './store/parts.ts';

export interface Names {
  areas: ReadonlyMap<string, string>;
  matters: ReadonlyMap<string, string>;
}

export function viewListed(context: Context, row: ListedRow, names: Names): ListedCase {
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
    returned: row.returns > 0 && row.status === 'registered',
    exclusion: row.exclusion,
    requesterCount: row.requester_count,
    alarms: row.alarms,
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
  timers: readonly CaseClock[];
  original: string | null;
  files: CaseRecord['files'];
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
    reviewLevels: ranksOf(rulesOf(row), row.tier).length,
    switchedOff: [...rulesOf(row).switchedOff],
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
      instruction: one.instruction,
      way: one.way,
    })),
    contacts: given.contacts.map((one) => ({
      at: one.at,
      by: one.by_name,
      way: one.way,
      outcome: one.outcome,
      note: one.note,
    })),
    timers: given.timers.map((clock) => viewClock(clock, context.now)),
    innerDueAt: row.inner_due_at,
    original: given.original,
    position:
      row.longitude === null || row.latitude === null
        ? null
        : { longitude: row.longitude, latitude: row.latitude },
    fileIds: given.files.map(({ fileId }) => fileId),
    files: given.files,
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
      actor: actorOf(step, given.requesters),
      role: step.role,
      from: step.from_status,
      to: step.to_status,
      round: step.round,
      note: step.note,
      data: step.data,
      deviceAt: step.device_at,
    })),
    can: canDo(context, given),
  };
}

const viewClock = (clock: CaseClock, now: Date): CaseRecord['timers'][number] => ({
  timer: clock.timer,
  part: clock.part,
  startedAt: clock.startedAt,
  dueAt: clock.dueAt,
  firstDueAt: clock.firstDueAt,
  pausedAt: clock.pausedAt,
  stoppedAt: clock.stoppedAt,
  lamp: clockLamp(clock, now),
  guessed: clock.guessed,
});

/** Who asked not to be shown is seen only by those who take requests in. */
export function viewRequester(context: Context, row: CaseRow, one: parts.RequesterRow) {
  const hidden = one.hidden || row.request_type === 'report';
  const shown = !hidden || may(context.actor, 'case.intake', row.area_path);
  const phone = one.phone_cipher ? context.services.crypto.decrypt(one.phone_cipher) : null;
  return {
    requesterId: one.id,
    name: shown ? maskName(one.name) : '',
    phone: shown && phone ? maskPhone(phone) : null,
    onBehalfOf: shown && one.on_behalf_of ? maskName(one.on_behalf_of) : null,
    hidden,
    way: one.way,
  };
}

/** What requesters do themselves; somebody of the office who reported something keeps the name in other steps. */
const requesterSteps: readonly parts.StepRow['name'][] = [
  'submit',
  'withdraw',
  'follow',
  'supplement',
  'urge',
  'rate',
  'confirm_pass',
  'confirm_fail',
];

/** A requester's own steps do not tell who that is. */
function actorOf(step: parts.StepRow, requesters: readonly parts.RequesterRow[]): string {
  if (step.actor_id === null || !requesterSteps.includes(step.name)) return step.actor_name;
  return requesters.some((one) => one.account_id === step.actor_id) ? requesterWord : step.actor_name;
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
const rightOf: Record<CaseVerb, Permission | 'lead' | 'co' | 'office' | null> = {
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
  tell_first: 'lead',
  renew_suspension: 'case.review',
  log_callback: 'case.confirm',
  ...jointRights,
};

function canDo(context: Context, given: CaseParts): CaseRecord['can'] {
  const { actor } = context;
  const { row, units } = given;
  const holds = (right: (typeof rightOf)[CaseVerb]): boolean => {
    if (right === null) return false;
    if (right === 'office') return may(actor, 'case.dispatch', row.area_path) || holds('lead');
    if (right !== 'lead' && right !== 'co') return may(actor, right, row.area_path);
    return units.some((unit) => unit.role === right && isOfUnit(actor, unit));
  };
  const verdict = (verb: CaseVerb): true | string => {
    const right = rightOf[verb];
    if (!holds(right)) return right === 'lead' || right === 'co' ? 'case.not_your_unit' : 'can.area';
    if (isMove(verb) && !moved(stateOf(row), verb)) return 'case.illegal_move';
    return jointVerdict(given.row, verb) ?? extra(context, given, verb);
  };
  return Object.fromEntries(caseVerbs.map((verb) => [verb, verdict(verb)])) as CaseRecord['can'];
}

const isMove = (verb: CaseVerb): verb is Move => (moves as readonly string[]).includes(verb);

function extra(context: Context, { row, signatures }: CaseParts, verb: CaseVerb): true | string {
  const ranks = ranksAt(context.actor, row.area_path);
  switch (verb) {
    case 'review_approve':
    case 'review_return':
      return signatureGuard(
        stateOf(row),
        signerAt(context.actor, row.area_path, rankWanted(stateOf(row))),
        row.handler_id,
        signersOf(signatures, row.round),
      );
    case 'suspend':
      return ranks.some((rank) => rank >= 3) || 'case.level_too_low';
    case 'decide_extension':
      if (row.extension_until === null) return 'case.no_extension';
      return ranks.some((rank) => rank >= 3) || 'case.level_too_low';
    case 'request_extension':
      return row.extension_until === null || 'case.extension_pending';
    case 'tell_first':
      if (row.status !== 'under_review') return 'case.illegal_move';
      return row.urgency === 'critical' || 'case.not_critical';
    case 'renew_suspension':
      if (row.status !== 'suspended') return 'case.illegal_move';
      return ranks.some((rank) => rank >= 3) || 'case.level_too_low';
    case 'log_callback':
      return row.status === 'resolved' || row.status === 'confirming' || 'case.illegal_move';
    case 'contact':
    case 'add_progress':
    case 'supervise':
      return isOpen(row.status) || 'case.not_open';
    default:
      return true;
  }
}
