/** How a case ended, as its handler says. */
export const replyOutcomes = ['solved', 'partly', 'planned', 'explained', 'transferred'] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];
