// May this person, with this case? Pure: actor and record in, yes or no out.
import type { AssignmentStatus } from '#contract/cases/codes.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Actor, Post } from '#kernel/context.ts';
import { covers, postsWith } from '#kernel/scope.ts';
import { rankOf, type Signer } from './guards.ts';

/** Roles of other bodies see what is assigned to their own body, not the whole area. */
const outerRoles: readonly string[] = ['property_staff', 'department_liaison'];

export interface AssignedUnit {
  unit_kind: 'area' | 'organisation';
  unit_id: string;
  unit_path: string;
  status: AssignmentStatus;
}

export function readPaths(actor: Actor): string[] {
  return postsWith(actor, 'case.read')
    .filter(({ role }) => !outerRoles.includes(role))
    .map(({ areaPath }) => areaPath);
}

/** Where the actor asks requesters how it went. */
export const confirmPaths = (actor: Actor): string[] =>
  postsWith(actor, 'case.confirm').map(({ areaPath }) => areaPath);

export function organisationsOf(actor: Actor): string[] {
  return postsWith(actor, 'case.handle').flatMap(({ organisationId }) => organisationId ?? []);
}

/** Areas of which the actor is the handling unit: the own post's. */
export function unitPathsOf(actor: Actor): string[] {
  return postsWith(actor, 'case.handle')
    .filter(({ role }) => !outerRoles.includes(role))
    .map(({ areaPath }) => areaPath);
}

export function mayRead(actor: Actor, areaPath: string, units: readonly AssignedUnit[]): boolean {
  if (readPaths(actor).some((path) => areaPath.startsWith(path))) return true;
  return units.some((unit) => isOfUnit(actor, unit));
}

/**
 * An organisation is its people. A community or grid is whoever has a post in it; the street as a unit is only
 * who sits at the street itself, or every grid worker would be it.
 */
export function isOfUnit(actor: Actor, unit: AssignedUnit): boolean {
  if (unit.status === 'ended' || unit.status === 'waived') return false;
  if (unit.unit_kind === 'organisation') return organisationsOf(actor).includes(unit.unit_id);
  const isStreet = unit.unit_path.split('/').filter(Boolean).length === 1;
  return unitPathsOf(actor).some((path) =>
    isStreet ? path === unit.unit_path : path.startsWith(unit.unit_path),
  );
}

export function may(actor: Actor, permission: Permission, areaPath: string): boolean {
  return covers(actor, permission, areaPath);
}

/** Grid cases that are done are looked at by whoever checks in that grid; nothing else is shown to a checker. */
export function mayCheck(
  actor: Actor,
  row: { kind: string; status: string; area_path: string; reported_by: string | null },
): boolean {
  const isDone = row.status === 'resolved' || row.status === 'confirming';
  return row.kind === 'grid_case' && isDone && covers(actor, 'case.check', row.area_path);
}

/** Posts by which the actor signs at this place. */
export function signingPosts(actor: Actor, areaPath: string): Post[] {
  return postsWith(actor, 'case.review').filter((post) => areaPath.startsWith(post.areaPath));
}

export const ranksAt = (actor: Actor, areaPath: string): number[] =>
  signingPosts(actor, areaPath).map(({ role }) => rankOf(role));

/** A post by which one signs: below which place, at which level, and whose post it is when a deputy acts in it. */
export interface Placed {
  areaPath: string;
  rank: number;
  holderId: string | null;
}

export const signingPlaces = (actor: Actor): Placed[] =>
  postsWith(actor, 'case.review')
    .map(({ areaPath, role, holderId }) => ({ areaPath, rank: rankOf(role), holderId: holderId ?? null }))
    .filter(({ rank }) => rank > 0);

/** The post that signs at this level here: an own one before one of somebody else's. */
export function signingPostAt(actor: Actor, areaPath: string, rank: number): Post | undefined {
  const fitting = signingPosts(actor, areaPath).filter(({ role }) => rankOf(role) === rank);
  return fitting.find(({ onBehalfOf }) => onBehalfOf === null) ?? fitting[0];
}

export const signerAt = (actor: Actor, areaPath: string, rank: number): Signer => ({
  accountId: actor.accountId ?? '',
  ranks: ranksAt(actor, areaPath),
  principalId: signingPostAt(actor, areaPath, rank)?.holderId ?? null,
});
