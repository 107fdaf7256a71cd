// Closed lists of the register of organisations; their Chinese names are in words.ts.

export const organisationKinds = [
  'property_company',
  'enterprise',
  'merchant',
  'school',
  'department',
  'section',
  'community_office',
  'volunteer_team',
  'party_committee',
  'member_unit',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Kinds that serve everyone below the place they stand at: whoever reads a community may look up to them. */
export const servingKinds: readonly OrganisationKind[] = [
  'property_company',
  'department',
  'section',
  'community_office',
  'party_committee',
];

export const organisationStatuses = ['active', 'closed'] as const;

export const premisesUses = ['office', 'shop', 'factory', 'storage', 'education', 'public', 'other'] as const;
export type PremisesUse = (typeof premisesUses)[number];

/** The three lists of the party-building council (党建协调委员会): what a unit offers, needs, and undertakes. */
export const commitmentKinds = ['resource', 'need', 'project'] as const;
export const commitmentStatuses = ['open', 'doing', 'done', 'dropped'] as const;
