// Which event is told to whom, in which words: the whole rule of notifications, as one table.
import type { Act, Urgency } from '../cases/codes.ts';
import type { Move, Status } from '../cases/machine.ts';
import type { Notice, NotificationKind, TextTemplate } from './codes.ts';

/** Who is meant, seen from the case. `warned` is whom the ladder of the clocks names. */
export const audiences = [
  'intake',
  'grid',
  'dispatcher',
  'arbiter',
  'duty',
  'lead',
  'co',
  'handler',
  'reviewer',
  'leaders',
  'confirmer',
  'requester',
  'warned',
] as const;
export type Audience = (typeof audiences)[number];

export interface Subscription {
  on: Move | Act;
  /** Only when the case comes to this state. */
  to?: Status;
  urgency?: Urgency;
  tell: Audience;
  notice: Notice;
  kind: NotificationKind;
  /** Also sent out of the house. */
  text?: TextTemplate;
}

// biome-ignore format: a table is read by its columns.
export const subscriptions: readonly Subscription[] = [
  { on: 'submit', tell: 'intake', notice: 'to_intake', kind: 'task' },
  { on: 'submit', urgency: 'critical', tell: 'duty', notice: 'critical', kind: 'alarm', text: 'case_critical' },
  { on: 'submit', tell: 'requester', notice: 'received', kind: 'progress', text: 'case_received' },
  { on: 'open', tell: 'dispatcher', notice: 'to_dispatch', kind: 'task' },
  { on: 'open', urgency: 'critical', tell: 'duty', notice: 'critical', kind: 'alarm', text: 'case_critical' },
  { on: 'request_verification', tell: 'grid', notice: 'to_verify', kind: 'task' },
  { on: 'report_verification', tell: 'intake', notice: 'to_intake', kind: 'task' },
  { on: 'register', tell: 'dispatcher', notice: 'to_dispatch', kind: 'task' },
  { on: 'register', urgency: 'critical', tell: 'duty', notice: 'critical', kind: 'alarm', text: 'case_critical' },
  { on: 'reject', tell: 'requester', notice: 'not_taken_up', kind: 'answer', text: 'case_not_taken_up' },
  { on: 'answer_directly', tell: 'requester', notice: 'answered', kind: 'answer', text: 'case_answered' },
  { on: 'answer_directly', tell: 'confirmer', notice: 'to_confirm', kind: 'task' },
  { on: 'merge', tell: 'requester', notice: 'merged', kind: 'progress' },
  { on: 'self_handle', tell: 'requester', notice: 'taken_on', kind: 'progress' },
  { on: 'dispatch', tell: 'lead', notice: 'to_accept', kind: 'task' },
  { on: 'dispatch', tell: 'co', notice: 'to_assist', kind: 'task' },
  { on: 'dispatch', tell: 'requester', notice: 'dispatched', kind: 'progress', text: 'case_dispatched' },
  { on: 'reassign', tell: 'lead', notice: 'to_accept', kind: 'task' },
  { on: 'reassign', tell: 'co', notice: 'to_assist', kind: 'task' },
  { on: 'reassign', tell: 'requester', notice: 'dispatched', kind: 'progress', text: 'case_dispatched' },
  { on: 'escalate_tier', tell: 'lead', notice: 'to_accept', kind: 'task' },
  { on: 'escalate_tier', tell: 'requester', notice: 'dispatched', kind: 'progress', text: 'case_dispatched' },
  { on: 'return_to_dispatcher', tell: 'dispatcher', notice: 'returned', kind: 'task' },
  { on: 'return_to_dispatcher', tell: 'arbiter', notice: 'to_arbitrate', kind: 'task' },
  { on: 'suspend', tell: 'requester', notice: 'suspended', kind: 'answer', text: 'case_suspended' },
  { on: 'suspend', tell: 'lead', notice: 'hung', kind: 'decision' },
  { on: 'resume', tell: 'lead', notice: 'resumed', kind: 'task' },
  { on: 'resume', tell: 'requester', notice: 'going_on', kind: 'progress' },
  { on: 'submit_result', to: 'under_review', tell: 'reviewer', notice: 'to_review', kind: 'task' },
  { on: 'submit_result', to: 'resolved', tell: 'confirmer', notice: 'to_confirm', kind: 'task' },
  { on: 'submit_result', to: 'resolved', tell: 'requester', notice: 'answered', kind: 'answer', text: 'case_answered' },
  { on: 'review_approve', to: 'under_review', tell: 'reviewer', notice: 'to_review', kind: 'task' },
  { on: 'review_approve', to: 'resolved', tell: 'handler', notice: 'approved', kind: 'decision' },
  { on: 'review_approve', to: 'resolved', tell: 'confirmer', notice: 'to_confirm', kind: 'task' },
  { on: 'review_approve', to: 'resolved', tell: 'requester', notice: 'answered', kind: 'answer', text: 'case_answered' },
  { on: 'review_return', tell: 'handler', notice: 'sent_back', kind: 'task' },
  { on: 'confirm_fail', tell: 'lead', notice: 'rework', kind: 'task' },
  { on: 'confirm_fail', tell: 'requester', notice: 'reopened', kind: 'answer', text: 'case_reopened' },
  { on: 'confirm_pass', tell: 'requester', notice: 'closed', kind: 'progress' },
  { on: 'close_special', tell: 'requester', notice: 'closed', kind: 'progress' },
  { on: 'reopen', tell: 'dispatcher', notice: 'reopened_work', kind: 'task' },
  { on: 'reopen', tell: 'requester', notice: 'reopened', kind: 'answer', text: 'case_reopened' },
  { on: 'withdraw', tell: 'lead', notice: 'withdrawn', kind: 'decision' },
  { on: 'transfer_out', tell: 'requester', notice: 'transferred', kind: 'progress' },
  { on: 'report_co', tell: 'handler', notice: 'co_reported', kind: 'decision' },
  { on: 'supervise', tell: 'lead', notice: 'supervised', kind: 'deadline' },
  { on: 'request_extension', tell: 'leaders', notice: 'extension_asked', kind: 'task' },
  { on: 'grant_extension', tell: 'lead', notice: 'extension_granted', kind: 'decision' },
  { on: 'grant_extension', tell: 'requester', notice: 'extended', kind: 'answer', text: 'case_extended' },
  { on: 'deny_extension', tell: 'lead', notice: 'extension_denied', kind: 'decision' },
  { on: 'recompute', tell: 'lead', notice: 'recounted', kind: 'decision' },
  { on: 'warn_overdue', tell: 'warned', notice: 'deadline_near', kind: 'deadline' },
];
