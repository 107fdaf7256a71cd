import { z } from 'zod';

/** Why a reply to a resident is doubted before it is sent. It warns the handler and never blocks. */
export const ReplyReason = z.enum([
  'too_short',
  'no_action_named',
  'copied',
  'shirking',
  /** Reads like replies that colleagues found insufficient. */
  'like_weak_ones',
]);
export type ReplyReason = z.infer<typeof ReplyReason>;

/** What is not weak but wrong: a blank of the template, and what belongs to nobody but its owner. */
export const ReplyFault = z.enum(['leaves_blanks', 'personal']);
export type ReplyFault = z.infer<typeof ReplyFault>;
