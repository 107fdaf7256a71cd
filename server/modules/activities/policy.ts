// May this person, here? Pure.
import type { ActivityState } from '#contract/activities/codes.ts';
import type { Actor } from '#kernel/context.ts';
import { areasWith, covers } from '#kernel/scope.ts';

export interface Placed {
  area_path: string;
  state: ActivityState;
  template: boolean;
}

/** Read at its place; what is published, and templates, also from below: an activity of the street is everybody's. */
export function mayRead(actor: Actor, activity: Placed): boolean {
  if (covers(actor, 'activity.read', activity.area_path)) return true;
  const shown = activity.template || activity.state !== 'draft';
  return shown && areasWith(actor, 'activity.read').some((path) => path.startsWith(activity.area_path));
}

/** Who signed up is for those who read at the place itself. */
export const mayReadSignUps = (actor: Actor, areaPath: string): boolean =>
  covers(actor, 'activity.read', areaPath);

export const mayEditAt = (actor: Actor, areaPath: string): boolean =>
  covers(actor, 'activity.edit', areaPath);

/** Risky ones are let go by somebody who may approve (domain.md section 4). */
export const mayApproveAt = (actor: Actor, areaPath: string): boolean =>
  covers(actor, 'activity.approve', areaPath);
