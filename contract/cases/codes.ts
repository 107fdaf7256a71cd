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
  'visit',
  'enterprise',
  'inner',
] as const;
export type Channel = (typeof channels)[number];

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

export const unitKinds = ['area', 'organisation'] as const;
export type UnitKind = (typeof unitKinds)[number];
export const assignmentRoles = ['lead', 'co'] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];
export const assignmentStatuses = ['notified', 'accepted', 'reported', 'waived', 'ended'] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

/** Stages timed apart. `total` is the date the requester is told. */
export const timers = ['intake', 'verify', 'dispatch', 'accept', 'response', 'total', 'hang_review'] as const;
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
