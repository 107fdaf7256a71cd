// Who may see or change a place. Pure: actor and paths in, answer out.
import type { Actor } from '#kernel/context.ts';
import { covers } from '#kernel/scope.ts';

type Answer = true | 'area.outside_your_area' | 'area.not_reshapable';

export function mayRead(actor: Actor, path: string): boolean {
  return covers(actor, 'area.read', path);
}

/** Rename it, correct it, draw its border, mark what stands there, add something below it. */
export function mayEdit(actor: Actor, path: string): Answer {
  return covers(actor, 'area.edit', path) || 'area.outside_your_area';
}

/** Move or end it: that changes the place above, so the right must reach there. */
export function mayReshape(actor: Actor, path: string): Answer {
  if (!covers(actor, 'area.edit', path)) return 'area.outside_your_area';
  return covers(actor, 'area.edit', pathAbove(path)) || 'area.not_reshapable';
}

/** `/a/b/` → `/a/`; the street itself has nothing above. */
export function pathAbove(path: string): string {
  return `${path.split('/').slice(0, -2).join('/')}/`;
}
