// May this person, here? Pure.
import type { Role } from '#contract/identity/roles.ts';
import type { Actor, Post } from '#kernel/context.ts';
import { covers, postsWith } from '#kernel/scope.ts';

/**
 * Communities around the posts of somebody whose own place is smaller: a grid worker does duty where the community of
 * the grid meets, but not for the whole street and not next door.
 */
export const communitiesAround = (actor: Actor): string[] => [
  ...new Set(
    postsWith(actor, 'attendance.run').flatMap(({ areaPath }) => {
      const [, street, community, ...below] = areaPath.split('/');
      return below.length > 1 ? [`/${street}/${community}/`] : [];
    }),
  ),
];

export const mayRun = (actor: Actor, areaPath: string): true | string =>
  covers(actor, 'attendance.run', areaPath) ||
  communitiesAround(actor).includes(areaPath) ||
  'attendance.outside_your_area';

export const mayRead = (actor: Actor, areaPath: string): boolean => covers(actor, 'activity.read', areaPath);

export const mayAskCorrection = (actor: Actor, areaPath: string): true | string =>
  covers(actor, 'activity.edit', areaPath) || 'can.area';

/** The rules of hours are one for the whole street. */
export const mayChangeRules = (actor: Actor, streetId: number): true | string =>
  covers(actor, 'activity.approve', `/${streetId}/`) || 'hours_rules.street_only';

/** Posts that are no employment: their holders help as the volunteers they are. */
const volunteerRoles: readonly Role[] = ['resident', 'door_warden'];

/** Is duty at the venue this person's work? */
export const isStaffDuty = (actor: Actor): boolean =>
  postsWith(actor, 'attendance.run').some((post: Post) => !volunteerRoles.includes(post.role as Role));

export interface Asked {
  kind: 'backfill' | 'correction';
  state: 'asked' | 'waiting' | 'confirmed' | 'declined';
  area_path: string;
  person_id: string;
  asked_by: string;
  asked_by_person: string | null;
}

/** Staff of the place look at what a resident asks for; nobody at what concerns their own family. */
export function mayTakeUp(actor: Actor, asked: Asked, isOwnFamily: boolean): true | string {
  if (asked.state !== 'asked') return 'attendance.not_asked';
  if (!covers(actor, 'activity.edit', asked.area_path)) return 'attendance.outside_your_area';
  return isOwnFamily ? 'attendance.own_record' : true;
}

/**
 * Who turns down: hours by hand whoever runs venues there; a correction whoever may take it up or, once it waits, sign
 * it. Who asked may take back what waits.
 */
export function mayDecline(actor: Actor, asked: Asked, isOwnFamily: boolean): true | string {
  if (asked.state === 'asked') return mayTakeUp(actor, asked, isOwnFamily);
  if (asked.state !== 'waiting') return 'attendance.not_waiting';
  const isAsker = asked.asked_by === actor.accountId;
  const right = asked.kind === 'backfill' ? 'attendance.run' : 'activity.approve';
  if (!covers(actor, right, asked.area_path) && !isAsker)
    return asked.kind === 'backfill' ? 'attendance.outside_your_area' : 'attendance.needs_approval';
  return isOwnFamily ? 'attendance.own_record' : true;
}

/**
 * Who signs as the second person: neither who asked, nor whom it is about, nor their family (points.md R15).
 * Hours by hand need duty at the place, corrections the right to approve.
 */
export function mayConfirm(actor: Actor, asked: Asked, isOwnFamily: boolean): true | string {
  if (asked.state !== 'waiting') return 'attendance.not_waiting';
  const right = asked.kind === 'backfill' ? 'attendance.run' : 'activity.approve';
  if (!covers(actor, right, asked.area_path))
    return asked.kind === 'backfill' ? 'attendance.outside_your_area' : 'attendance.needs_approval';
  if (asked.asked_by === actor.accountId) return 'attendance.second_person';
  if (asked.asked_by_person !== null && asked.asked_by_person === actor.personId)
    return 'attendance.second_person';
  return isOwnFamily ? 'attendance.own_record' : true;
}

interface Noticed {
  /** By the actor, about the actor, or about the actor's family. */
  isOwn: boolean;
  isOver: boolean;
  hasObjected: boolean;
}

/** Whoever lives here may object while the notice runs; errors in one's own hours have a way of their own. */
export function mayObject(actor: Actor, { isOwn, isOver, hasObjected }: Noticed): true | string {
  if (actor.personId === null) return 'notice.residents_only';
  if (isOwn) return 'notice.own';
  if (isOver) return 'notice.over';
  return hasObjected ? 'notice.objected' : true;
}

export const mayPublishCheck = (actor: Actor, areaPath: string): true | string =>
  covers(actor, 'activity.approve', areaPath) || 'attendance.outside_your_area';

interface Objected {
  state: 'open' | 'upheld' | 'dismissed';
  area_path: string;
  made_by: string;
}

/** Neither who objected, nor who published, nor the family whose hours they are. */
export function mayDecideObjection(actor: Actor, objection: Objected, isOwn: boolean): true | string {
  if (objection.state !== 'open') return 'attendance.not_waiting';
  if (!covers(actor, 'activity.approve', objection.area_path)) return 'attendance.outside_your_area';
  return isOwn || objection.made_by === actor.accountId ? 'notice.same_person' : true;
}
