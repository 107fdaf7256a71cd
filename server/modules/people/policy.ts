// May this person, here? Pure: actor and facts in, yes or the code of the reason out.
import type { Role } from '#contract/identity/roles.ts';
import type { PersonStatus } from '#contract/people/codes.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Actor } from '#kernel/context.ts';
import { covers, postsWith } from '#kernel/scope.ts';

/** Posts of the grid and its community: only they see whom neighbours may turn to (experience.md A9). */
const trustedContactRoles: readonly Role[] = [
  'door_warden',
  'grid_worker',
  'grid_lead',
  'community_clerk',
  'community_secretary',
];

/** Paths below which the actor sees trusted neighbours and party member hubs. */
export function trustedContactPaths(actor: Actor): string[] {
  return postsWith(actor, 'person.read')
    .filter((post) => trustedContactRoles.includes(post.role as Role))
    .map((post) => post.areaPath);
}

export function seesHouseholdTags(actor: Actor, areaPath: string): boolean {
  return trustedContactPaths(actor).some((path) => areaPath.startsWith(path));
}

export interface PersonFacts {
  areaPath: string;
  status: PersonStatus;
  minor: boolean;
  /** The actor holds a standing leave to see this minor. */
  accessGranted: boolean;
  accessAsked: boolean;
  erasureAsked: boolean;
}

const where = (actor: Actor, permission: Permission, areaPath: string) => covers(actor, permission, areaPath);

export function mayCorrectPerson(actor: Actor, person: PersonFacts): true | string {
  if (!where(actor, 'person.edit', person.areaPath)) return 'person.outside_your_area';
  if (person.status === 'erased') return 'person.erased';
  return person.status === 'departed' ? 'person.departed' : true;
}

export function mayReveal(actor: Actor, person: PersonFacts): true | string {
  if (!where(actor, 'person.reveal', person.areaPath)) return 'person.outside_your_area';
  if (person.status === 'erased') return 'person.erased';
  return person.minor && !person.accessGranted ? 'person.minor_approval_needed' : true;
}

export function mayRequestMinorAccess(actor: Actor, person: PersonFacts): true | string {
  if (!where(actor, 'person.reveal', person.areaPath)) return 'person.outside_your_area';
  if (person.status === 'erased') return 'person.erased';
  if (!person.minor) return 'minor_access.not_a_minor';
  if (person.accessGranted) return 'minor_access.granted_already';
  return person.accessAsked ? 'minor_access.open_already' : true;
}

export function mayRequestErasure(actor: Actor, person: PersonFacts): true | string {
  if (!where(actor, 'person.edit', person.areaPath)) return 'person.outside_your_area';
  if (person.status === 'erased') return 'person.erased';
  return person.erasureAsked ? 'erasure.open_already' : true;
}

export function personRights(actor: Actor, person: PersonFacts) {
  return {
    correct: mayCorrectPerson(actor, person),
    reveal: mayReveal(actor, person),
    request_minor_access: mayRequestMinorAccess(actor, person),
    request_erasure: mayRequestErasure(actor, person),
  };
}

export interface HouseholdFacts {
  areaPath: string;
  left: boolean;
}

export function mayEditHousehold(actor: Actor, household: HouseholdFacts): true | string {
  if (!where(actor, 'person.edit', household.areaPath)) return 'household.outside_your_area';
  return household.left ? 'household.left' : true;
}

export function mayEditTags(actor: Actor, household: HouseholdFacts): true | string {
  const may = mayEditHousehold(actor, household);
  if (may !== true) return may;
  return seesHouseholdTags(actor, household.areaPath) ? true : 'household.tags_hidden';
}

export function householdRights(actor: Actor, household: HouseholdFacts) {
  const edit = mayEditHousehold(actor, household);
  return { edit, edit_tags: mayEditTags(actor, household), move: edit, add_person: edit };
}

export interface RequestFacts {
  areaPath: string;
  requestedBy: string;
  open: boolean;
}

/** Two pairs of eyes: whoever asked does not decide. */
export function mayDecideMinorAccess(actor: Actor, request: RequestFacts): true | string {
  if (!where(actor, 'minor.approve', request.areaPath)) return 'person.outside_your_area';
  if (request.requestedBy === actor.accountId) return 'minor_access.own_request';
  return request.open ? true : 'minor_access.decided_already';
}

export function mayDecideErasure(actor: Actor, request: RequestFacts): true | string {
  if (!where(actor, 'person.erase', request.areaPath)) return 'person.outside_your_area';
  if (request.requestedBy === actor.accountId) return 'erasure.own_request';
  return request.open ? true : 'erasure.decided_already';
}

export function mayDecideCorrection(actor: Actor, request: RequestFacts): true | string {
  if (!where(actor, 'person.edit', request.areaPath)) return 'person.outside_your_area';
  return request.open ? true : 'correction.decided_already';
}
