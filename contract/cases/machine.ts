// The one case machine: a closed set of states and events (domain.md 7.2, 7.3 and Appendix A). No pack adds to it.

export const statuses = [
  'draft',
  'submitted',
  'verifying',
  'registered',
  'dispatched',
  'accepted',
  'in_progress',
  'suspended',
  'under_review',
  'resolved',
  'confirming',
  'closed',
  'rejected',
  'withdrawn',
  'transferred',
  'merged',
] as const;
export type Status = (typeof statuses)[number];

export const moves = [
  'submit',
  'request_verification',
  'report_verification',
  'register',
  'reject',
  'answer_directly',
  'merge',
  'self_handle',
  'dispatch',
  'accept',
  'return_to_dispatcher',
  'reassign',
  'start',
  'suspend',
  'resume',
  'escalate_tier',
  'submit_result',
  'review_approve',
  'review_return',
  'begin_confirmation',
  'confirm_pass',
  'confirm_fail',
  'close_special',
  'reopen',
  'withdraw',
  'transfer_out',
] as const;
export type Move = (typeof moves)[number];

/** The eight kinds (domain.md 7.4). A whistle and a dispute are kinds, not modules. */
export const kinds = [
  'hotline_order',
  'grid_case',
  'resident_report',
  'property_request',
  'enterprise_demand',
  'whistle',
  'dispute',
  'proactive_task',
] as const;
export type Kind = (typeof kinds)[number];

type Targets = readonly Status[];

/**
 * Status × move → where it may lead; total by type, so that a forgotten status or move does not compile.
 * An empty row is a terminal state. `submit_result` and `review_approve` choose among their targets by
 * the review depth of the kind.
 */
export const transitions: Record<Status, Partial<Record<Move, Targets>>> = {
  draft: { submit: ['submitted'] },
  submitted: {
    request_verification: ['verifying'],
    register: ['registered'],
    reject: ['rejected'],
    answer_directly: ['resolved'],
    merge: ['merged'],
    self_handle: ['in_progress'],
    withdraw: ['withdrawn'],
    transfer_out: ['transferred'],
  },
  verifying: { report_verification: ['submitted'], withdraw: ['withdrawn'] },
  registered: {
    reject: ['rejected'],
    merge: ['merged'],
    self_handle: ['in_progress'],
    dispatch: ['dispatched'],
    withdraw: ['withdrawn'],
    transfer_out: ['transferred'],
  },
  dispatched: {
    merge: ['merged'],
    accept: ['accepted'],
    return_to_dispatcher: ['registered'],
    reassign: ['dispatched'],
    escalate_tier: ['dispatched'],
    withdraw: ['withdrawn'],
    transfer_out: ['transferred'],
  },
  accepted: {
    merge: ['merged'],
    return_to_dispatcher: ['registered'],
    reassign: ['dispatched'],
    start: ['in_progress'],
    escalate_tier: ['dispatched'],
    withdraw: ['withdrawn'],
    transfer_out: ['transferred'],
  },
  in_progress: {
    merge: ['merged'],
    reassign: ['dispatched'],
    suspend: ['suspended'],
    escalate_tier: ['dispatched'],
    submit_result: ['under_review', 'resolved'],
    withdraw: ['withdrawn'],
    transfer_out: ['transferred'],
  },
  suspended: { resume: ['in_progress'], close_special: ['closed'] },
  under_review: { review_approve: ['under_review', 'resolved'], review_return: ['in_progress'] },
  resolved: { begin_confirmation: ['confirming'], close_special: ['closed'] },
  confirming: { confirm_pass: ['closed'], confirm_fail: ['in_progress'], close_special: ['closed'] },
  closed: { reopen: ['registered'] },
  rejected: {},
  withdrawn: {},
  transferred: {},
  merged: {},
};

/** States from which nothing goes on; `closed` can be reopened, so it is not dead, only done. */
export const terminals: readonly Status[] = ['closed', 'rejected', 'withdrawn', 'transferred', 'merged'];
