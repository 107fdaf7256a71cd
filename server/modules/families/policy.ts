// May this person, here? Pure: actor and facts in, yes or the code of the reason out.
import type { Actor } from '#kernel/context.ts';
import { covers } from '#kernel/scope.ts';

export const mayResetNickname = (actor: Actor, areaPath: string): true | string =>
  covers(actor, 'activity.edit', areaPath) || 'family.outside_your_area';
