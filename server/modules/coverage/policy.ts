import type { Permission } from '#contract/permissions.ts';
import type { Actor } from '#kernel/context.ts';
import { areasWith, covers } from '#kernel/scope.ts';

/** Figures about a place are for those who hold the right there. */
export function maySee(actor: Actor, permission: Permission, areaPath: string): boolean {
  return covers(actor, permission, areaPath);
}

/** The widest of the viewer's own areas; undefined when nowhere. */
export function ownPath(actor: Actor, permission: Permission): string | undefined {
  return areasWith(actor, permission).toSorted((a, b) => a.length - b.length)[0];
}
