// What a requester is told of the steps of a case; inner steps have no word here and are left out.

export const plainActs = [
  'reported',
  'followed',
  'added',
  'urged',
  'taken_up',
  'sent',
  'accepted',
  'contacted',
  'tried',
  'arrived',
  'progress',
  'suspended',
  'resumed',
  'extended',
  'supervised',
  'handed_in',
  'answered',
  'asked',
  'again',
  'closed',
  'reopened',
  'joined',
  'not_taken_up',
  'withdrawn',
  'transferred',
] as const;
export type PlainAct = (typeof plainActs)[number];

/** How a person came to be a requester: reported it, joined a neighbour's, or was merged into it by the office. */
export const requesterWays = ['own', 'follow', 'merge'] as const;
export type RequesterWay = (typeof requesterWays)[number];

/** Kinds that people outside the office begin themselves. */
export const reportedKinds = ['resident_report', 'property_request', 'enterprise_demand'] as const;
export type ReportedKind = (typeof reportedKinds)[number];

/** What a requester can say; `unreachable` is nothing that somebody says. */
export const solvedSayings = ['yes', 'partly', 'no'] as const;
export const satisfactionSayings = ['very', 'satisfied', 'basically', 'dissatisfied'] as const;
