// Closed lists of a case besides its states, moves and kinds (domain.md 1.1 to 1.5).

export const urgencies = ['critical', 'livelihood', 'ordinary', 'complex'] as const;
export type Urgency = (typeof urgencies)[number];

export const requestTypes = ['inquiry', 'help', 'complaint', 'report', 'suggestion'] as const;
export type RequestType = (typeof requestTypes)[number];

export const channels = [
  'resident_app',
  'hotline',
  'grid',
  'wechat',
  'phone',
  'visit',
  'enterprise',
  'inner',
  'open311',
] as const;
export type Channel = (typeof channels)[number];

/** From where a case came whole, so that what came is kept beside it. */
export const origins = ['hotline', 'open311'] as const;
export type Origin = (typeof origins)[number];

/** Why a request is not taken up: the closed list of art. 11, and nothing else. */
export const rejectReasons = [
  'emergency_number',
  'other_procedure',
  'already_handled',
  'secret_or_privacy',
  'beyond_duties',
  'unlawful',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export const findings = ['exists', 'not_exists', 'unable'] as const;
export const closureTypes = ['normal', 'overdue', 'error', 'special'] as const;
export type ClosureType = (typeof closureTypes)[number];

/** What the requester said; `unreachable` is a value of its own and never counts as satisfied. */
export const solvedAnswers = ['yes', 'partly', 'no', 'unreachable'] as const;
export const satisfactions = ['very', 'satisfied', 'basically', 'dissatisfied', 'unreachable'] as const;

export const contactWays = ['phone', 'visit', 'message'] as const;
export const contactOutcomes = ['reached', 'no_answer', 'refused'] as const;

/** What a progress note stands for, where one tap made it. */
export const progressMarks = ['arrived', 'settled', 'help_wanted'] as const;
export type ProgressMark = (typeof progressMarks)[number];

export const unitKinds = ['area', 'organisation'] as const;
export type UnitKind = (typeof unitKinds)[number];
export const assignmentRoles = ['lead', 'co'] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];
/** Units called by a whistle go notified, acknowledged, arrived, reported, evaluated (domain.md 1.6). */
export const assignmentStatuses = [
  'notified',
  'accepted',
  'acknowledged',
  'arrived',
  'reported',
  'evaluated',
  'waived',
  'ended',
] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

/** Stages timed apart. `total` is the date the requester is told; `handle` is the unit's own time, paused and resumed. */
export const timers = [
  'intake',
  'verify',
  'dispatch',
  'accept',
  'response',
  'handle',
  'review',
  'confirm',
  'tier',
  'total',
  'hang_review',
] as const;
export type Timer = (typeof timers)[number];

export const lamps = ['none', 'green', 'yellow', 'red'] as const;
export type Lamp = (typeof lamps)[number];

/** Acts that are kept in the timeline and change no state. */
export const acts = [
  'open',
  'contact',
  'add_progress',
  'report_co',
  'supervise',
  'request_extension',
  'grant_extension',
  'deny_extension',
  'warn_overdue',
  'recompute',
  'external_update',
  'tell_first',
  'renew_suspension',
  'miss_callback',
  'follow',
  'supplement',
  'urge',
  'rate',
  'rating_refused',
  'publish',
  'unpublish',
  'alarm',
  'link',
  'join',
  'blow_whistle',
  'approve_whistle',
  'acknowledge',
  'arrive',
  'report_response',
  'evaluate_responder',
  'evaluate_blower',
  'relate',
  'unrelate',
  'tag',
  'consult',
  'remind',
  'set_helper',
  'apply_exclusion',
  'decide_exclusion',
] as const;
export type Act = (typeof acts)[number];

/** The words residents see: five, and two for what was not taken up or taken back. */
export const plainStatuses = [
  'submitted',
  'received',
  'in_progress',
  'awaiting_answer',
  'done',
  'not_taken_up',
  'withdrawn',
] as const;
export type PlainStatus = (typeof plainStatuses)[number];

/** How the community stands to a matter (art. 17): it leads, it only assists, or it has no duty in it. */
export const communityDuties = ['lead', 'assist', 'none'] as const;
export type CommunityDuty = (typeof communityDuties)[number];
