// Closed lists of notifications.
import type { Timer } from '#contract/cases/codes.ts';

/** What a notice is about; the unit of preferences. */
export const notificationKinds = [
  'task',
  'deadline',
  'alarm',
  'decision',
  'progress',
  'answer',
  'help',
  'call',
  'activity',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Kinds that a person may do without; work and alarms are not among them. */
export const mutableKinds = [
  'decision',
  'progress',
  'answer',
  'help',
  'activity',
] as const satisfies readonly NotificationKind[];
export type MutableKind = (typeof mutableKinds)[number];

/** Sentences of the inbox; their words are in words.ts. */
export const notices = [
  'to_intake',
  'to_verify',
  'to_dispatch',
  'orders_opened',
  'to_accept',
  'to_assist',
  'to_review',
  'to_confirm',
  'critical',
  'returned',
  'to_arbitrate',
  'sent_back',
  'rework',
  'resumed',
  'reopened_work',
  'supervised',
  'deadline_near',
  'deadline_passed',
  'extension_asked',
  'extension_granted',
  'extension_denied',
  'approved',
  'co_reported',
  'hung',
  'withdrawn',
  'recounted',
  'received',
  'not_taken_up',
  'dispatched',
  'taken_on',
  'merged',
  'suspended',
  'going_on',
  'extended',
  'answered',
  'closed',
  'transferred',
  'reopened',
  'help_wanted',
  'help_pledged',
  'help_withdrawn',
  'help_agreed',
  'help_over',
  'help_hidden',
  'help_thanked',
  'help_told',
  'help_reported',
  'call_issued',
  'call_stood_down',
  'call_thanked',
  'place_offered',
  'place_drawn',
  'place_not_drawn',
  'activity_cancelled',
  'objection_upheld',
  'objection_dismissed',
] as const;
export type Notice = (typeof notices)[number];

/** Templates of texts that leave the house: number, unit, date and link, and never a word of the case. */
export const textTemplates = [
  'case_received',
  'case_not_taken_up',
  'case_dispatched',
  'case_extended',
  'case_suspended',
  'case_answered',
  'case_reopened',
  'case_critical',
] as const;
export type TextTemplate = (typeof textTemplates)[number];

/** Ways out of the house. `outbox` shows on a page of the demo what would have been sent. */
export const textChannels = ['sms', 'wechat', 'outbox'] as const;
export type TextChannel = (typeof textChannels)[number];

export const deliveryStatuses = ['queued', 'sending', 'sent', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Values for the gaps in a sentence; instants are ISO text, timers are codes. */
export interface NoticeFields {
  number?: string;
  subject?: string;
  unit?: string;
  due?: string;
  soonest?: string;
  timers?: Timer[];
  street?: string;
  link?: string;
  count?: string;
}
