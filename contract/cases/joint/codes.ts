// Closed lists of joint work: whistles, links and exclusion (domain.md 1.5, 1.6).

export const whistleTypes = ['public_demand', 'joint_enforcement', 'emergency', 'key_task'] as const;
export type WhistleType = (typeof whistleTypes)[number];

/** An emergency is called first and approved afterwards; the rest waits for the approval. */
export const whistleApprovals = ['pending', 'approved', 'refused'] as const;

/** Both sides are evaluated (接诉即办条例 33): units, never persons. */
export const grades = ['good', 'fair', 'poor'] as const;
export type Grade = (typeof grades)[number];

/** `grid_record` joins a hotline order with what the grid had found already (热线+网格). */
export const linkKinds = ['related', 'grid_record', 'repeat'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Why an order should not count in the evaluation (剔除); the classes of art. 11 and of municipal practice. */
export const exclusionReasons = [
  'not_government_duty',
  'other_procedure',
  'no_new_facts',
  'false_or_malicious',
  'not_our_area',
  'force_majeure',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export const exclusionDecisions = ['pending', 'granted', 'denied'] as const;
export type ExclusionDecision = (typeof exclusionDecisions)[number];
