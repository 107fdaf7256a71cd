// What happens by itself: draws, offers that run out, sessions that end.

import type * as endpoints from '#contract/activities/endpoints.ts';
import { activityEnded, sessionMoved, signUpLapsed, signUpMissed } from '#contract/activities/events.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { mayEditAt } from '../policy.ts';
import { endActivities, getActivityRow } from '../store/activities.ts';
import { dueDraws, endPassed, getSessionRow, lockSession } from '../store/sessions.ts';
import { sessionsWithLapsed, setState, signUpsOf } from '../store/signUps.ts';
import { drawSession } from './draws.ts';
import { moveUp, partiesOf, partyEvent } from './seats.ts';

export async function drawDue(context: Context): Promise<void> {
  for (const sessionId of await dueDraws(context))
    await context.apart((apart) => drawSession(apart, sessionId));
}

/** An offer that nobody took goes to the next in the line. */
export async function lapseOffers(context: Context): Promise<void> {
  for (const sessionId of await sessionsWithLapsed(context))
    await context.apart((apart) => lapseOf(apart, sessionId));
}

async function lapseOf(context: Context, sessionId: string): Promise<void> {
  const session = await lockSession(context, sessionId);
  const over = (await signUpsOf(context, [sessionId], ['offered'])).filter(
    (row) => Date.parse(row.offered_until ?? '') <= context.now.getTime(),
  );
  await setState(
    context,
    over.map((row) => row.id),
    { state: 'lapsed', ended_at: context.now, offered_until: null },
  );
  await context.emitAll(
    partiesOf(over).flatMap((party) => partyEvent(signUpLapsed, session, party, 'lapsed')),
  );
  await moveUp(context, await getActivityRow(context, session.activity_id), sessionId);
}

export async function endSessions(context: Context): Promise<void> {
  const ended = await endPassed(context);
  for (const [activityId, sessionIds] of ended) {
    const { area_path: areaPath } = await getActivityRow(context, activityId);
    await context.emitAll(
      sessionIds.map((sessionId) => ({
        name: sessionMoved.name,
        subject: { module: 'activities', id: activityId },
        data: { sessionId, state: 'ended' },
        areaPath,
      })),
    );
  }
  const over = await endActivities(context, [...ended.keys()]);
  await context.emitAll(
    over.map((row) => ({
      name: activityEnded.name,
      subject: { module: 'activities', id: row.id },
      from: 'published',
      to: 'ended',
      data: { kind: row.kind, sessionIds: ended.get(row.id) ?? [] },
      areaPath: row.area_path,
    })),
  );
}

/** Notes who had a place and stayed away: an organiser by hand, or attendance once its record is complete. */
export async function markMissed(context: Context, input: InputOf<typeof endpoints.markMissed>) {
  const session = await getSessionRow(context, input.sessionId);
  const activity = await getActivityRow(context, session.activity_id);
  if (!mayEditAt(context.actor, activity.area_path)) throw new Problem('activity.outside_your_area', 403);
  if (Date.parse(session.ends_at) > context.now.getTime()) throw new Problem('activity.not_over', 409);
  await noteMissed(context, session.id, (row) => input.signUpIds.includes(row.id));
  return { done: true as const };
}

/** Confirmed sign-ups of a session that fit become missed; told to nobody else. */
export async function noteMissed(
  context: Context,
  sessionId: string,
  absent: (row: { id: string; person_id: string }) => boolean,
): Promise<void> {
  const session = await lockSession(context, sessionId);
  const rows = (await signUpsOf(context, [sessionId], ['confirmed'])).filter(absent);
  await setState(
    context,
    rows.map((row) => row.id),
    { state: 'missed', ended_at: context.now },
  );
  await context.emitAll(
    partiesOf(rows).flatMap((party) => partyEvent(signUpMissed, session, party, 'missed')),
  );
}
