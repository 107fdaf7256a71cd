// Closed lists of the register of residents. Their Chinese names stand in words.ts.

/** How a home is used. */
export const houseUses = ['owned', 'rented', 'vacant', 'other'] as const;
export type HouseUse = (typeof houseUses)[number];

/** Who somebody is to the head of the household. */
export const relations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'flatmate',
  'other',
] as const;
export type Relation = (typeof relations)[number];

/** Why a neighbour looks in. `aged_80` is read from the day of birth and never stored. */
export const careTags = [
  'aged_80',
  'lives_alone',
  'long_ill',
  'disabled',
  'pregnant',
  'low_income',
  'veteran',
  'lost_only_child',
  'left_behind',
] as const;
export type CareTag = (typeof careTags)[number];

/** Tags that tell of health: never kept about a child (experience.md DP22). */
export const healthTags: readonly CareTag[] = ['long_ill', 'disabled', 'pregnant'];

/** Households that neighbours may turn to in need; visible to the grid they belong to only. */
export const householdTags = ['trusted_neighbour', 'party_member_hub'] as const;
export type HouseholdTag = (typeof householdTags)[number];

export const personStatuses = ['active', 'departed', 'erased'] as const;
export type PersonStatus = (typeof personStatuses)[number];

export const sexes = ['female', 'male'] as const;

export const ageBands = ['under_14', 'under_18', 'over_60', 'over_80'] as const;
export type AgeBand = (typeof ageBands)[number];

/** What somebody needs a clear value for. `other` is explained in words. */
export const revealPurposes = [
  'home_visit',
  'case_contact',
  'care_visit',
  'emergency',
  'check_record',
  'other',
] as const;
export type RevealPurpose = (typeof revealPurposes)[number];

/** What the person reads about a look: a purpose somebody chose, or an approved export. */
export const lookPurposes = [...revealPurposes, 'export'] as const;
export type LookPurpose = (typeof lookPurposes)[number];

export const revealFields = ['name', 'phone', 'idNumber', 'bornOn', 'address'] as const;
export type RevealField = (typeof revealFields)[number];

export const guardianRelations = ['mother', 'father', 'grandparent', 'other'] as const;
export type GuardianRelation = (typeof guardianRelations)[number];

/**
 * What a person is asked for. Handling a matter of the street rests on the law (PIPL 13(3)), not on
 * consent; these rest on consent and stop when it is withdrawn. `child_record` is the guardian's word
 * that the file of a child under 14 may be kept (PIPL 31).
 */
export const consentPurposes = [
  'child_record',
  'care_contact',
  'volunteer_points',
  'publish_photos',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How consent reached us: by the person, by the guardian, or on paper. */
export const consentWays = ['self', 'guardian', 'paper'] as const;
export type ConsentWay = (typeof consentWays)[number];

export const requestStatuses = ['requested', 'approved', 'declined'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

export const correctableFields = [
  'name',
  'phone',
  'bornOn',
  'sex',
  'household',
  'careTags',
  'other',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** The privacy notice in force (PIPL 17). A new version is shown again and its acceptance is kept. */
export const noticeVersion = '2026-11';
