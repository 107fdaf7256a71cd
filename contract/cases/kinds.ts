// What a kind may say (domain.md 7.1, 7.4): events switched off, review depth, entry. It adds no state.
import type { Kind, Move, Status } from './machine.ts';

export interface KindRules {
  entry: Status;
  /** Levels of review before a result counts (四级工作法); by tier for property requests. */
  reviewLevels: number;
  switchedOff: readonly Move[];
}

const verificationPair = ['request_verification', 'report_verification'] as const;

export const kindRules: Record<Kind, KindRules> = {
  // An outer order may only be returned, transferred or excluded; it is never rejected here.
  hotline_order: {
    entry: 'registered',
    reviewLevels: 4,
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
    reviewLevels: 1,
    switchedOff: ['answer_directly', 'withdraw', 'escalate_tier'],
  },
  resident_report: { entry: 'draft', reviewLevels: 2, switchedOff: ['escalate_tier'] },
  property_request: {
    entry: 'draft',
    reviewLevels: 0,
    switchedOff: [...verificationPair, 'suspend', 'resume'],
  },
  enterprise_demand: {
    entry: 'draft',
    reviewLevels: 3,
    switchedOff: [...verificationPair, 'self_handle', 'escalate_tier'],
  },
  whistle: {
    entry: 'draft',
    reviewLevels: 1,
    switchedOff: [...verificationPair, 'self_handle', 'answer_directly', 'escalate_tier', 'withdraw'],
  },
  dispute: {
    entry: 'draft',
    reviewLevels: 1,
    switchedOff: ['self_handle', 'answer_directly', 'escalate_tier'],
  },
  proactive_task: {
    entry: 'draft',
    reviewLevels: 1,
    switchedOff: [...verificationPair, 'answer_directly', 'withdraw', 'escalate_tier'],
  },
};

/** At tier 3 a property request is the subdistrict's and is reviewed twice (domain.md 7.4, 7.5). */
export function reviewLevelsOf(kind: Kind, tier: number): number {
  return kind === 'property_request' && tier >= 3 ? 2 : kindRules[kind].reviewLevels;
}
