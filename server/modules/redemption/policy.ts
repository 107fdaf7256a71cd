// May this person, here? Pure: actor and record in, yes or no out.
import type { Permission } from '#contract/permissions.ts';
import type { Actor, Post } from '#kernel/context.ts';
import { covers, postsWith } from '#kernel/scope.ts';

/** Posts by which the actor stands behind a counter: the organisation of the post is the shop. */
export function counterPosts(actor: Actor): (Post & { organisationId: string })[] {
  return postsWith(actor, 'redemption.capture').filter(
    (post): post is Post & { organisationId: string } => post.organisationId !== null,
  );
}

export function mayAt(actor: Actor, permission: Permission, areaPath: string): boolean {
  return covers(actor, permission, areaPath);
}

/** The limits of redemption are one for the whole street. */
export const mayChangeLimits = (actor: Actor, streetId: number): true | string =>
  covers(actor, 'points.approve', `/${streetId}/`) || 'redemption_limits.street_only';

interface Redeemed {
  person_id: string;
}

/** A redemption belongs to who made it and to the adults of the family. */
export const isOwn = (redeemed: Redeemed, personIds: readonly string[]): boolean =>
  personIds.includes(redeemed.person_id);

interface Owned {
  owner_account_id: string;
}

export const isOwner = (actor: Actor, merchant: Owned): boolean =>
  merchant.owner_account_id === actor.accountId;
