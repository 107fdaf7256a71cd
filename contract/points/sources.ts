/**
 * What can earn points (points.md R20): hours of volunteers by how they were proven, and what neighbours, enterprises
 * and merchants give. The unit of `quantity` follows the source. No deed of a staff post is among them.
 */
export const pointSources = [
  'hours_self',
  'hours_mutual',
  'hours_staff',
  'hours_backfill',
  'help_given',
  'redemption_honoured',
  'space_lent',
  'jobs_offered',
  'discount_given',
  'problem_fixed',
  'other',
] as const;
export type PointSource = (typeof pointSources)[number];

/** Recorded by a person of the office, with evidence. */
export const deskSources = [
  'space_lent',
  'jobs_offered',
  'discount_given',
  'problem_fixed',
  'other',
] as const;
export type DeskSource = (typeof deskSources)[number];

export const sourceUnits: Record<PointSource, 'minutes' | 'times'> = {
  hours_self: 'minutes',
  hours_mutual: 'minutes',
  hours_staff: 'minutes',
  hours_backfill: 'minutes',
  help_given: 'times',
  redemption_honoured: 'times',
  space_lent: 'times',
  jobs_offered: 'times',
  discount_given: 'times',
  problem_fixed: 'times',
  other: 'times',
};

/** What came of a deed: points at once or after notice, or none and why. */
export const earningOutcomes = [
  'granted',
  'notice',
  'no_tariff',
  'too_little',
  'cap_reached',
  'budget_exhausted',
  'waiting',
  'withheld',
  'reversed',
  'refused',
] as const;
export type EarningOutcome = (typeof earningOutcomes)[number];
