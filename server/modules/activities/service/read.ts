import type * as endpoints from '#contract/activities/endpoints.ts';
import type { SignUpLine } from '#contract/activities/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { addDays, dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { personFacts } from '#modules/people/index.ts';
import { getArea, listAreasBelow } from '#modules/territory/index.ts';
import { mayReadSignUps } from '../policy.ts';
import { weekOf } from '../rules.ts';
import { activitiesByIds, countActivities, getActivityRow, listActivityRows } from '../store/activities.ts';
import { listProgrammeRows } from '../store/programmes.ts';
import { getSessionRow, postsOf, type SessionRow, sessionsBetween, sessionsOf } from '../store/sessions.ts';
import { missedCounts, signUpsOf } from '../store/signUps.ts';
import { viewRow, viewSignUpLine } from '../view.ts';
import { loadReadable, namesFor, present, scheduleOf } from './load.ts';

export async function listActivities(context: Context, input: InputOf<typeof endpoints.listActivities>) {
  const filter = {
    ...input,
    areaPath: input.areaId ? (await getArea(context, input.areaId)).path : undefined,
    from: input.from ? instantOn(input.from) : undefined,
    to: input.to ? instantOn(addDays(input.to, 1)) : undefined,
  };
  const { rows, nextCursor } = cutPage(await listActivityRows(context, filter), input.limit, (row) => [
    row.made_at,
    row.id,
  ]);
  const sessions = await sessionsOf(
    context,
    rows.map((row) => row.id),
  );
  const nearest = nearestOf(sessions, context.now);
  const scheduled = await scheduleOf(context, [...nearest.values()]);
  const names = await namesFor(context, rows);
  const counts = Map.groupBy(sessions, (one) => one.activity_id);
  return {
    items: rows.map((row) =>
      viewRow(row, nearest.get(row.id), counts.get(row.id)?.length ?? 0, scheduled, names),
    ),
    nextCursor,
    total: exactTotal(await countActivities(context, filter)),
  };
}

/** Activity → the session to come, or the last one. */
function nearestOf(sessions: readonly SessionRow[], now: Date): Map<string, SessionRow> {
  const nearest = new Map<string, SessionRow>();
  for (const one of sessions) {
    const known = nearest.get(one.activity_id);
    if (!known || Date.parse(known.ends_at) <= now.getTime()) nearest.set(one.activity_id, one);
  }
  return nearest;
}

export async function getActivity(context: Context, input: InputOf<typeof endpoints.getActivity>) {
  const { id } = await loadReadable(context, input.activityId);
  return await present(context, id);
}

/** @throws Problem 403 `activity.outside_your_area` */
export async function loadRoster(context: Context, sessionId: string): Promise<SessionRow> {
  const session = await getSessionRow(context, sessionId);
  const activity = await getActivityRow(context, session.activity_id);
  if (!mayReadSignUps(context.actor, activity.area_path))
    throw new Problem('activity.outside_your_area', 403, { areaId: activity.area_id });
  return session;
}

export async function listSignUps(
  context: Context,
  input: InputOf<typeof endpoints.listSignUps>,
): Promise<{ items: SignUpLine[] }> {
  const session = await loadRoster(context, input.sessionId);
  const rows = await signUpsOf(context, [session.id]);
  const people = rows.map((row) => row.person_id);
  const facts = await personFacts(context, people);
  const missed = await missedCounts(context, people);
  const posts = new Map((await postsOf(context, [session.id])).map((post) => [post.id, post.name]));
  const lines = rows.map((row) =>
    viewSignUpLine(
      row,
      facts.get(row.person_id),
      row.post_id ? (posts.get(row.post_id) ?? null) : null,
      (missed.get(row.person_id) ?? 0) - (row.state === 'missed' ? 1 : 0),
    ),
  );
  return { items: lines.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.number - b.number) };
}

/** Programmes for children, or activities that begin below this age. */
const childBelow = 14;

/** Each community with its children's sessions of a week; one without is a gap (每周至少一场). */
export async function checkWeek(
  context: Context,
  input: InputOf<typeof endpoints.checkWeek>,
): Promise<OutputOf<typeof endpoints.checkWeek>> {
  const { from, to } = weekOf(input.day ?? dayOf(context.now));
  const span = { from: instantOn(from).toISOString(), to: instantOn(addDays(to, 1)).toISOString() };
  const sessions = await sessionsBetween(context, span, null);
  const activities = await activitiesByIds(
    context,
    sessions.map((one) => one.activity_id),
  );
  const programmes = new Set(
    (await listProgrammeRows(context)).filter((one) => one.for_children).map((one) => one.id),
  );
  const forChildren = sessions.filter((session) => {
    const activity = activities.get(session.activity_id);
    if (activity?.kind !== 'activity') return false;
    if (activity.programme_id && programmes.has(activity.programme_id)) return true;
    return activity.age_min !== null && activity.age_min < childBelow;
  });
  const communities = await listAreasBelow(context, areasWith(context.actor, 'activity.read'), {
    level: 'community',
  });
  return {
    from,
    to,
    items: communities.map((area) => {
      const here = forChildren.filter((one) => one.area_path.startsWith(area.path));
      return {
        areaId: area.areaId,
        areaName: area.name,
        sessions: here.length,
        places: here.reduce((sum, one) => sum + one.places, 0),
      };
    }),
  };
}
