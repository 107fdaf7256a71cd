// The register of groups outside the platform.

import { groupSaved } from '#contract/activities/events.ts';
import type * as endpoints from '#contract/activities/practice.ts';
import type { GroupRecord } from '#contract/activities/records.ts';
import type { InputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { countHouseholdsByArea } from '#modules/people/index.ts';
import { areaNames } from '#modules/territory/index.ts';
import { mayEditAt } from '../policy.ts';
import { coverageOf } from '../rules.ts';
import { type GroupRow, getGroupRow, groupsBelow, insertGroup, updateGroup } from '../store/practice.ts';
import { editableArea } from './load.ts';

async function view(context: Context, rows: readonly GroupRow[]): Promise<GroupRecord[]> {
  const names = await areaNames(
    context,
    rows.map((row) => row.area_id),
  );
  const homesAt = await livedIn(context, rows);
  return rows.map((row) => ({
    groupId: row.id,
    name: row.name,
    kind: row.kind,
    ownerName: row.owner_name,
    members: row.members,
    ...coverageOf(row, homesAt(row.area_path)),
    areaId: row.area_id,
    areaName: names.get(row.area_id) ?? '',
    status: row.status,
    countedOn: row.counted_on,
    version: row.version,
  }));
}

/** Homes below a place that somebody lives in. */
async function livedIn(context: Context, rows: readonly GroupRow[]) {
  const paths = [...new Set(rows.map((row) => row.area_path))];
  const counts = paths.length > 0 ? await countHouseholdsByArea(context, paths) : [];
  return (place: string): number =>
    counts
      .filter(({ areaPath }) => areaPath.startsWith(place))
      .reduce((sum, { households, vacant }) => sum + Number(households) - Number(vacant), 0);
}

async function present(context: Context, groupId: string): Promise<GroupRecord> {
  const [record] = await view(context, [await getGroupRow(context, groupId)]);
  if (!record) throw new Problem('input.id_unknown', 404);
  return record;
}

export async function listGroups(context: Context) {
  return {
    items: await view(context, await groupsBelow(context, areasWith(context.actor, 'activity.read'))),
  };
}

type Written = InputOf<typeof endpoints.makeGroup>;

const columnsOf = (context: Context, input: Written, areaPath: string) => ({
  name: input.name,
  kind: input.kind,
  owner_name: input.ownerName,
  members: input.members,
  area_id: input.areaId,
  area_path: areaPath,
  status: input.status,
  counted_on: dayOf(context.now),
});

async function tell(context: Context, id: string, areaPath: string, input: Written): Promise<void> {
  await context.emit({
    name: groupSaved.name,
    subject: { module: 'activities', id },
    data: { members: input.members, closed: input.status === 'closed' },
    areaPath,
  });
}

export async function makeGroup(context: Context, input: Written) {
  const areaPath = await editableArea(context, input.areaId);
  const id = context.newId();
  await insertGroup(context, id, columnsOf(context, input, areaPath));
  await tell(context, id, areaPath, input);
  return await present(context, id);
}

export async function changeGroup(context: Context, input: InputOf<typeof endpoints.changeGroup>) {
  const row = await getGroupRow(context, input.groupId);
  if (!mayEditAt(context.actor, row.area_path)) throw new Problem('activity.outside_your_area', 403);
  const areaPath = await editableArea(context, input.areaId);
  if (!(await updateGroup(context, row.id, input.version, columnsOf(context, input, areaPath))))
    throw new Problem('version.stale', 409, { current: await present(context, row.id) });
  await tell(context, row.id, areaPath, input);
  return await present(context, row.id);
}
