/** How a case ended, as its handler says. */
export const replyOutcomes = [
  'solved',
  'partly',
  'planned',
  'explained',
  'not_possible',
  'transferred',
] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];
