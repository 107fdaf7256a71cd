// Reads a draft before it is sent to a resident. It warns the handler with reasons; it never blocks.
import type { ReplyReason } from '#contract/cases/replies/reasons.ts';
import { type ReplyModel, weakness } from './replyModel.ts';
import { replyReasons } from './replyRules.ts';

export interface ReplyCheck {
  weak: boolean;
  /** 0 to 1: how sure it is that the reply is weak. */
  confidence: number;
  /** Shown as hints even when the whole is not called weak. */
  reasons: ReplyReason[];
}

export interface ReplyContext {
  /** Replies that this unit sent in other cases; one sent again word for word is pointed out. */
  earlier?: readonly string[];
  /** Learned from replies that people judged; without one the rules speak alone. */
  model?: ReplyModel;
}

/**
 * How sure a single reason makes us; see the figures in the decision record. Only a short reply is called weak for
 * one reason: a long one that names no action, or passes something on, is more often good than not.
 */
const ruleConfidence: Record<ReplyReason, number> = {
  too_short: 0.8,
  no_action_named: 0.15,
  copied: 0.4,
  shirking: 0.3,
  like_weak_ones: 0,
};

export function checkReply(reply: string, request: string, context: ReplyContext = {}): ReplyCheck {
  const { earlier = [], model } = context;
  const reasons = replyReasons(reply, request, earlier);
  const confidence = model
    ? weakness(reply, model)
    : 1 - reasons.reduce((doubt, reason) => doubt * (1 - ruleConfidence[reason]), 1);
  const weak = confidence >= (model?.weakFrom ?? 0.5);
  return { weak, confidence, reasons: weak && reasons.length === 0 ? ['like_weak_ones'] : reasons };
}
