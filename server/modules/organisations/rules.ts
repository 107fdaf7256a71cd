// May this happen, now, and what becomes of it? Pure.
import type { OrganisationFacts } from '#contract/organisations/endpoints.ts';
import { organisationFields } from '#contract/organisations/words.ts';

export type Status = 'active' | 'closed';
export type Refusal = { refused: string };

const moves = {
  edit: { active: 'active', closed: 'organisation.closed' },
  close: { active: 'closed', closed: 'organisation.already_closed' },
  reopen: { active: 'organisation.not_closed', closed: 'active' },
} as const;

export type Move = keyof typeof moves;

/** The status after a move, or why it cannot be made. */
export function moved(status: Status, move: Move): { status: Status } | Refusal {
  const outcome = moves[move][status];
  return outcome === 'active' || outcome === 'closed' ? { status: outcome } : { refused: outcome };
}

/** Only units of the party-building council carry the three lists. */
export function mayCommit(organisation: { council_member: boolean; status: Status }): true | string {
  if (organisation.status === 'closed') return 'organisation.closed';
  return organisation.council_member || 'organisation.not_council_member';
}

/** A chain of parents must end: `ancestors` are those of the wanted parent, itself first. */
export function parentFits(organisationId: string, ancestors: readonly string[]): true | string {
  return ancestors.includes(organisationId) ? 'organisation.parent_loop' : true;
}

export type FactName = keyof OrganisationFacts;

export const factNames = Object.keys(organisationFields).filter(
  (name): name is FactName => name !== 'status',
);

/** Names of the facts in which two versions differ. */
export function changedFacts(before: OrganisationFacts, after: OrganisationFacts): FactName[] {
  return factNames.filter((name) => before[name] !== after[name]);
}
