import type { handOver, listShifts, planDuty } from '#contract/calls/endpoints.ts';
import { dutyHandedOver, dutyPlanned } from '#contract/calls/events.ts';
import type { DutyShift } from '#contract/calls/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { placesTaken, planActivity } from '#modules/activities/index.ts';
import { areaNames, getArea } from '#modules/territory/index.ts';
import { viewedPaths } from '../policy.ts';
import { shiftFits } from '../rules.ts';
import {
  insertShift,
  lockShift,
  type ShiftRow,
  saveHandover,
  shiftsOfPlans,
  shiftsOn,
} from '../store/shifts.ts';
import { viewShift } from '../view.ts';

async function shown(context: Context, rows: readonly ShiftRow[]): Promise<DutyShift[]> {
  const names = await areaNames(
    context,
    rows.map(({ area_id }) => area_id),
  );
  const plans = Map.groupBy(
    await shiftsOfPlans(
      context,
      rows.map(({ plan_id }) => plan_id),
    ),
    ({ plan_id }) => plan_id,
  );
  const views: DutyShift[] = [];
  for (const row of rows) {
    const previous = (plans.get(row.plan_id) ?? []).findLast(({ starts_at }) => starts_at < row.starts_at);
    const takenCount = (await placesTaken(context, row.session_id)).length;
    views.push(viewShift(context.actor, row, { names, takenCount, before: previous?.handover ?? null }));
  }
  return views;
}

export async function readShifts(
  context: Context,
  { day }: InputOf<typeof listShifts>,
): Promise<OutputOf<typeof listShifts>> {
  const span = { from: instantOn(day), to: instantOn(addDays(day, 1)) };
  return { items: await shown(context, await shiftsOn(context, span, viewedPaths(context.actor))) };
}

/** Each shift is an activity of its own with its posts, so that hours come from who was there. */
export async function plan(
  context: Context,
  input: InputOf<typeof planDuty>,
): Promise<OutputOf<typeof planDuty>> {
  const area = await getArea(context, input.areaId);
  if (!covers(context.actor, 'activity.edit', area.path)) throw new Problem('call.outside_your_area', 403);
  if (!input.shifts.every(shiftFits)) throw new Problem('duty.shift_order', 409);
  const planId = context.newId();
  const shiftIds: string[] = [];
  for (const shift of input.shifts) shiftIds.push(await planShift(context, planId, area.path, input, shift));
  await context.emit({
    name: dutyPlanned.name,
    subject: { module: 'calls', id: planId },
    data: { shiftIds },
    areaPath: area.path,
  });
  return { items: await shown(context, await shiftsOfPlans(context, [planId])) };
}

async function planShift(
  context: Context,
  planId: string,
  areaPath: string,
  { title, areaId, place, posts }: InputOf<typeof planDuty>,
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
): Promise<string> {
  const places = posts.reduce((sum, post) => sum + post.places, 0);
  const { activityId, sessionId } = await planActivity(context, {
    kind: 'duty',
    title,
    body: posts.map(({ name }) => name).join(' · '),
    category: 'civility',
    areaId,
    areaPath,
    place,
    startsAt,
    endsAt,
    places,
    isFor: 'volunteers',
    posts: posts.map((post) => ({ ...post, duty: '' })),
  });
  const id = context.newId();
  await insertShift(context, {
    id,
    plan_id: planId,
    title,
    area_id: areaId,
    area_path: areaPath,
    place,
    starts_at: startsAt,
    ends_at: endsAt,
    posts: posts.map(({ name }) => name),
    places,
    activity_id: activityId,
    session_id: sessionId,
    handover: null,
    handed_over_by: null,
    handed_over_at: null,
    version: 1,
  });
  return id;
}

export async function leaveNote(context: Context, input: InputOf<typeof handOver>): Promise<DutyShift> {
  const row = await lockShift(context, input.shiftId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (!covers(context.actor, 'attendance.run', row.area_path))
    throw new Problem('call.outside_your_area', 403);
  if (row.version !== input.version) throw new Problem('version.stale', 409, { changes: [] });
  await saveHandover(context, row.id, { handover: input.note, handed_over_by: context.actor.displayName });
  await context.emit({
    name: dutyHandedOver.name,
    subject: { module: 'calls', id: row.id },
    data: { sessionId: row.session_id },
    areaPath: row.area_path,
  });
  const after = await lockShift(context, row.id);
  const [one] = await shown(context, after ? [after] : []);
  return one as DutyShift;
}
