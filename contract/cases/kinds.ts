// What a kind may say (domain.md 7.1, 7.4): events switched off, who signs, entry. It adds no state. A street may have
// kinds of its own in its pack, in force with a version of its limits; a case keeps those it began with.
import type { Kind, Move, Status } from './machine.ts';

/** Who signs: 1 a colleague, 2 section chief or community secretary, 3 deputy in charge, 4 principal. */
export type Rank = 1 | 2 | 3 | 4;

export interface KindRules {
  entry: Status;
  /** Ranks that sign before a result counts, in this order (四级工作法). */
  review: readonly Rank[];
  /** The same at the last tier, where that differs: the request is the subdistrict's then (domain.md 7.5). */
  reviewAtLastTier?: readonly Rank[];
  switchedOff: readonly Move[];
}

export const lastTier = 3;

const verificationPair = ['request_verification', 'report_verification'] as const;

export const kindRules: Record<Kind, KindRules> = {
  // An outer order may only be returned, transferred or excluded; it is never rejected here.
  hotline_order: {
    entry: 'registered',
    review: [1, 2, 3, 4],
    switchedOff: [
      'submit',
      ...verificationPair,
      'register',
      'reject',
      'answer_directly',
      'self_handle',
      'escalate_tier',
      'withdraw',
    ],
  },
  grid_case: {
    entry: 'draft',
    review: [2],
    switchedOff: ['answer_directly', 'withdraw', 'escalate_tier'],
  },
  resident_report: { entry: 'draft', review: [2, 3], switchedOff: ['escalate_tier'] },
  property_request: {
    entry: 'draft',
    review: [],
    reviewAtLastTier: [2, 3],
    switchedOff: [...verificationPair, 'suspend', 'resume'],
  },
  enterprise_demand: {
    entry: 'draft',
    review: [2, 3, 4],
    switchedOff: [...verificationPair, 'self_handle', 'escalate_tier'],
  },
  whistle: {
    entry: 'draft',
    review: [2],
    switchedOff: [...verificationPair, 'self_handle', 'answer_directly', 'escalate_tier', 'withdraw'],
  },
  dispute: {
    entry: 'draft',
    review: [2],
    switchedOff: ['self_handle', 'answer_directly', 'escalate_tier'],
  },
  proactive_task: {
    entry: 'draft',
    review: [2],
    switchedOff: [...verificationPair, 'answer_directly', 'withdraw', 'escalate_tier'],
  },
};

export type StreetKinds = Partial<Record<Kind, KindRules>>;

/** The ranks whose signatures a result needs at a tier. */
export const ranksOf = ({ review, reviewAtLastTier }: KindRules, tier: number): readonly Rank[] =>
  tier >= lastTier ? (reviewAtLastTier ?? review) : review;
