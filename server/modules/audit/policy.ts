// May this person read this line of the trail? Pure.
import type { Actor } from '#kernel/context.ts';
import { areasWith, covers } from '#kernel/scope.ts';

/** Lines without a place (accounts, sign-ins, settings) belong to the whole street. */
export function readsWholeStreet(actor: Actor, streetId: number): boolean {
  return areasWith(actor, 'audit.read').includes(`/${streetId}/`);
}

export function mayReadEvent(actor: Actor, streetId: number, areaPath: string | null): boolean {
  return areaPath === null ? readsWholeStreet(actor, streetId) : covers(actor, 'audit.read', areaPath);
}
