import type { Actor } from '#kernel/context.ts';
import { covers } from '#kernel/scope.ts';

/** Keys are the street's: a post below it does not hold them. */
export const mayManage = (actor: Actor, streetId: number): boolean =>
  covers(actor, 'open311.manage', `/${streetId}/`);

export function mayRevoke(actor: Actor, streetId: number, key: { revoked_at: string | null }): true | string {
  if (!mayManage(actor, streetId)) return 'open311.outside_your_area';
  return key.revoked_at === null ? true : 'open311.key_revoked';
}
