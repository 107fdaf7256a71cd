import type { Actor } from '#kernel/context.ts';
import { covers } from '#kernel/scope.ts';

interface Requested {
  requested_by: string;
  area_path: string;
}

/** Four eyes: whoever consents answers for the area of the requester and is another person. */
export function mayConsent(actor: Actor, record: Requested): true | string {
  if (record.requested_by === actor.accountId) return 'export.own_request';
  return covers(actor, 'export.approve', record.area_path) ? true : 'export.outside_your_area';
}

export const isRequester = (actor: Actor, record: Requested): boolean =>
  record.requested_by === actor.accountId;
