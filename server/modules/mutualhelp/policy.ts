// Who, where. Pure.
import type { Actor } from '#kernel/context.ts';
import { areasWith, covers } from '#kernel/scope.ts';

/** Help stays in the community: a neighbour sees what belongs to the own one. */
export const isNeighbour = (communityId: string, askCommunityId: string): boolean =>
  communityId === askCommunityId;

export const mayModerate = (actor: Actor, areaPath: string): boolean =>
  covers(actor, 'help.moderate', areaPath);

export const moderated = (actor: Actor): string[] => areasWith(actor, 'help.moderate');
