// What every deed of check-in begins with: the session, its people, their families.
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { getSession, type SessionFact } from '#modules/activities/index.ts';
import { familiesOf } from '#modules/families/index.ts';
import { personNames } from '#modules/people/index.ts';
import { mayRun } from '../policy.ts';

/** @throws Problem 404 `input.id_unknown`, also for a session of another street. */
export async function loadSession(context: Context, sessionId: string): Promise<SessionFact> {
  const session = await getSession(context, sessionId);
  if (!session) throw new Problem('input.id_unknown', 404);
  return session;
}

/** @throws Problem 403 `attendance.outside_your_area` */
export async function loadVenue(context: Context, sessionId: string): Promise<SessionFact> {
  const session = await loadSession(context, sessionId);
  const may = mayRun(context.actor, session.areaPath);
  if (may !== true) throw new Problem(may, 403);
  return session;
}

/** Is one of these persons the actor, or of the actor's family? Nobody deals with hours of their own. */
export async function isOwnFamily(context: Context, personId: string): Promise<boolean> {
  const own = context.actor.personId;
  if (own === null) return false;
  if (own === personId) return true;
  const families = await familiesOf(context, [own, personId]);
  const mine = families.get(own)?.familyId;
  return mine !== undefined && mine === families.get(personId)?.familyId;
}

export async function maskedNames(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const names = await personNames(context, [...new Set(ids)]);
  return new Map([...names].map(([id, name]) => [id, maskName(name)]));
}
