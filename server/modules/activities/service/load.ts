// Loading with its policy, and what a view needs, shared by the verbs of this module.
import type { ActivityRecord } from '#contract/activities/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { organisationNames } from '#modules/organisations/index.ts';
import { areaNames, getArea } from '#modules/territory/index.ts';
import { mayEditAt, mayRead } from '../policy.ts';
import { type ActivityRow, getActivityRow } from '../store/activities.ts';
import { programmeNames } from '../store/programmes.ts';
import { pendingOf, postsOf, type SessionRow, sessionsOf } from '../store/sessions.ts';
import { type Names, type Scheduled, viewActivity } from '../view.ts';

const refuse = (row: ActivityRow): never => {
  throw new Problem('activity.outside_your_area', 403, { areaId: row.area_id });
};

/** @throws Problem 404 `input.id_unknown`, 403 `activity.outside_your_area` */
export async function loadReadable(context: Context, activityId: string): Promise<ActivityRow> {
  const row = await getActivityRow(context, activityId);
  return mayRead(context.actor, row) ? row : refuse(row);
}

/** @throws Problem 404 `input.id_unknown`, 403 `activity.outside_your_area` */
export async function loadEditable(context: Context, activityId: string): Promise<ActivityRow> {
  const row = await getActivityRow(context, activityId);
  return mayEditAt(context.actor, row.area_path) ? row : refuse(row);
}

/** Path of an area the actor may plan for. @throws Problem 403 `activity.area_outside` */
export async function editableArea(context: Context, areaId: string): Promise<string> {
  const area = await getArea(context, areaId);
  if (!mayEditAt(context.actor, area.path)) throw new Problem('activity.area_outside', 403, { areaId });
  return area.path;
}

export async function namesFor(context: Context, rows: readonly ActivityRow[]): Promise<Names> {
  return {
    areas: await areaNames(
      context,
      rows.map((row) => row.area_id),
    ),
    programmes: await programmeNames(
      context,
      rows.map((row) => row.programme_id),
    ),
    organisations: await organisationNames(
      context,
      rows.flatMap((row) => row.organiser_id ?? []),
    ),
  };
}

export async function scheduleOf(context: Context, sessions: readonly SessionRow[]): Promise<Scheduled> {
  const ids = sessions.map((one) => one.id);
  const drawing = sessions.filter((one) => one.seed_hash !== null && one.drawn_at === null);
  return {
    sessions,
    posts: await postsOf(context, ids),
    pending: await pendingOf(
      context,
      drawing.map((one) => one.id),
    ),
  };
}

/** The whole record as the desk sees it. */
export async function present(context: Context, activityId: string): Promise<ActivityRecord> {
  const row = await getActivityRow(context, activityId);
  const scheduled = await scheduleOf(context, await sessionsOf(context, [activityId]));
  return viewActivity(context, row, scheduled, await namesFor(context, [row]));
}

/** @throws Problem 409 `version.stale` with the record as it is now. */
export async function refuseStale(context: Context, activityId: string): Promise<never> {
  throw new Problem('version.stale', 409, { current: await present(context, activityId) });
}
