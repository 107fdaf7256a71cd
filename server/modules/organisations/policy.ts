// May this person, here? Pure: actor and record in, yes or no out.
import { type OrganisationKind, servingKinds } from '#contract/organisations/kinds.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Actor } from '#kernel/context.ts';
import { areasWith, covers } from '#kernel/scope.ts';

export interface Placed {
  kind: OrganisationKind;
  area_path: string;
}

/**
 * An organisation is read by those who read its place. Kinds that serve (section, department, property
 * company…) are also read from below the place they stand at, and from every area they serve.
 */
export function mayRead(actor: Actor, organisation: Placed, areasServed: readonly string[] = []): boolean {
  const viewed = areasWith(actor, 'organisation.read');
  if (viewed.some((path) => organisation.area_path.startsWith(path))) return true;
  if (
    servingKinds.includes(organisation.kind) &&
    viewed.some((path) => path.startsWith(organisation.area_path))
  )
    return true;
  return areasServed.some((served) =>
    viewed.some((path) => served.startsWith(path) || path.startsWith(served)),
  );
}

/** Writing asks for the right at the place itself. */
export function mayEditAt(actor: Actor, areaPath: string): boolean {
  return covers(actor, 'organisation.edit', areaPath);
}

const revealing: readonly Permission[] = ['person.reveal', 'organisation.edit'];

/** Clear names and phones are for those who work with the organisation: its editors, and who may reveal people there. */
export function mayRevealContact(
  actor: Actor,
  organisation: Placed,
  areasServed: readonly string[],
): boolean {
  const places = [organisation.area_path, ...areasServed];
  return places.some((path) => revealing.some((permission) => covers(actor, permission, path)));
}
