// Who, where. Pure.
import type { Actor } from '#kernel/context.ts';
import { areasWith, covers } from '#kernel/scope.ts';

export const mayIssue = (actor: Actor, areaPath: string): boolean => covers(actor, 'call.issue', areaPath);

/** Where a viewer looks from; a grid sees the call to its community, a community that of its grid. */
export const viewedPaths = (actor: Actor): string[] => areasWith(actor, 'activity.read');

export const mayRead = (actor: Actor, callPaths: readonly string[]): boolean =>
  viewedPaths(actor).some((viewed) =>
    callPaths.some((path) => path.startsWith(viewed) || viewed.startsWith(path)),
  );
