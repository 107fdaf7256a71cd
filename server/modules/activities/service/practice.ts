// The practice list of a term: written by the street, answered by schools in figures of classes.

import {
  classReported,
  hoursSeen,
  practiceListPublished,
  practiceListSaved,
} from '#contract/activities/events.ts';
import type * as endpoints from '#contract/activities/practice.ts';
import type { PracticeList } from '#contract/activities/records.ts';
import type { EventDefinition, InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, postsWith } from '#kernel/scope.ts';
import { areaNames } from '#modules/territory/index.ts';
import { mayEditAt } from '../policy.ts';
import { type ActivityRow, activitiesByIds } from '../store/activities.ts';
import {
  getPracticeRow,
  insertPractice,
  type PracticeRow,
  partsOf,
  practiceBelow,
  practiceReaching,
  replaceItems,
  saveClass,
  saveHours,
  updatePractice,
} from '../store/practice.ts';
import { editableArea } from './load.ts';

/** Lists with what schools gave back; `own` limits that to the places of one school. */
async function view(
  context: Context,
  rows: readonly PracticeRow[],
  own?: readonly string[],
): Promise<PracticeList[]> {
  const parts = await partsOf(
    context,
    rows.map((row) => row.id),
  );
  const seen = (path: string) => own === undefined || own.includes(path);
  const names = await areaNames(context, [
    ...rows.map((row) => row.area_id),
    ...parts.classes.map((one) => one.area_id),
  ]);
  return rows.map((row) => {
    const mine = mayEditAt(context.actor, row.area_path) || 'activity.outside_your_area';
    return {
      listId: row.id,
      term: row.term,
      title: row.title,
      foreword: row.foreword,
      areaId: row.area_id,
      areaName: names.get(row.area_id) ?? '',
      state: row.state,
      publishedAt: row.published_at,
      items: parts.items
        .filter((one) => one.list_id === row.id)
        .map(({ title, hours_text, programme_id, activity_id }) => ({
          title,
          hoursText: hours_text,
          programmeId: programme_id,
          activityId: activity_id,
        })),
      classes: parts.classes
        .filter((one) => one.list_id === row.id && seen(one.area_path))
        .map((one) => ({
          areaName: names.get(one.area_id) ?? '',
          className: one.class_name,
          pupils: one.pupils,
          reportedAt: String(one.reported_at),
        })),
      confirmations: parts.confirmations
        .filter((one) => one.list_id === row.id && seen(one.area_path))
        .map((one) => ({
          className: one.class_name,
          nickname: one.nickname,
          hours: Number(one.hours),
          confirmedAt: String(one.confirmed_at),
        })),
      version: row.version,
      can: { change: mine, publish: row.state === 'draft' ? mine : 'practice.published' },
    };
  });
}

async function present(context: Context, listId: string, own?: readonly string[]): Promise<PracticeList> {
  const [list] = await view(context, [await getPracticeRow(context, listId)], own);
  if (!list) throw new Problem('input.id_unknown', 404);
  return list;
}

async function tell(context: Context, definition: EventDefinition, row: PracticeRow, data: object) {
  await context.emit({
    name: definition.name,
    subject: { module: 'activities', id: row.id },
    data: { ...data },
    areaPath: row.area_path,
  });
}

export async function listPractice(context: Context) {
  const rows = await practiceBelow(context, areasWith(context.actor, 'activity.read'));
  return { items: await view(context, rows) };
}

type Written = InputOf<typeof endpoints.makePractice>;

const columnsOf = ({ term, title, foreword, areaId }: Written, areaPath: string) => ({
  term,
  title,
  foreword,
  area_id: areaId,
  area_path: areaPath,
});

const itemsOf = ({ items }: Written) =>
  items.map(({ title, hoursText, programmeId, activityId }) => ({
    title,
    hours_text: hoursText,
    programme_id: programmeId,
    activity_id: activityId,
  }));

/** The code of an item leads to an activity that residents can see. @throws Problem 409 `practice.activity_unknown` */
async function refuseUnseen(context: Context, { items }: Written): Promise<void> {
  const ids = items.flatMap(({ activityId }) => activityId ?? []);
  const rows: ReadonlyMap<string, ActivityRow> = await activitiesByIds(context, ids);
  const isSeen = (row: ActivityRow | undefined) => row && row.state !== 'draft' && !row.template;
  if (ids.some((id) => !isSeen(rows.get(id)))) throw new Problem('practice.activity_unknown', 409);
}

export async function makePractice(context: Context, input: Written) {
  const areaPath = await editableArea(context, input.areaId);
  await refuseUnseen(context, input);
  const id = context.newId();
  await insertPractice(context, id, columnsOf(input, areaPath));
  await replaceItems(context, id, itemsOf(input));
  await tell(context, practiceListSaved, await getPracticeRow(context, id), { items: input.items.length });
  return await present(context, id);
}

async function loadEditable(context: Context, listId: string): Promise<PracticeRow> {
  const row = await getPracticeRow(context, listId);
  if (!mayEditAt(context.actor, row.area_path)) throw new Problem('activity.outside_your_area', 403);
  return row;
}

async function saved(context: Context, listId: string, isSaved: boolean): Promise<void> {
  if (!isSaved) throw new Problem('version.stale', 409, { current: await present(context, listId) });
}

export async function changePractice(context: Context, input: InputOf<typeof endpoints.changePractice>) {
  const row = await loadEditable(context, input.listId);
  const areaPath = await editableArea(context, input.areaId);
  await refuseUnseen(context, input);
  await saved(
    context,
    row.id,
    await updatePractice(context, row.id, input.version, columnsOf(input, areaPath)),
  );
  await replaceItems(context, row.id, itemsOf(input));
  await tell(context, practiceListSaved, row, { items: input.items.length });
  return await present(context, row.id);
}

export async function publishPractice(context: Context, input: InputOf<typeof endpoints.publishPractice>) {
  const row = await loadEditable(context, input.listId);
  if (row.state === 'published') throw new Problem('practice.published', 409);
  const columns = { state: 'published' as const, published_at: context.now };
  await saved(context, row.id, await updatePractice(context, row.id, input.version, columns));
  const list = await present(context, row.id);
  await tell(context, practiceListPublished, row, { items: list.items.length });
  return list;
}

// The school

export async function schoolPractice(context: Context) {
  const places = areasWith(context.actor, 'school.liaise');
  return { items: await view(context, await practiceReaching(context, places), places) };
}

/** The list and the place of the school it reaches. @throws Problem 404, 403 `activity.outside_your_area` */
async function loadForSchool(context: Context, listId: string) {
  const row = await getPracticeRow(context, listId);
  if (row.state !== 'published') throw new Problem('input.id_unknown', 404);
  const post = postsWith(context.actor, 'school.liaise').find((one) =>
    one.areaPath.startsWith(row.area_path),
  );
  if (!post) throw new Problem('activity.outside_your_area', 403);
  return { row, post };
}

export async function reportClass(context: Context, input: InputOf<typeof endpoints.reportClass>) {
  const { row, post } = await loadForSchool(context, input.listId);
  await saveClass(context, {
    list_id: row.id,
    area_id: post.areaId,
    area_path: post.areaPath,
    class_name: input.className,
    pupils: input.pupils,
  });
  await tell(context, classReported, row, { pupils: input.pupils });
  return await present(context, row.id, [post.areaPath]);
}

export async function confirmHours(context: Context, input: InputOf<typeof endpoints.confirmHours>) {
  const { row, post } = await loadForSchool(context, input.listId);
  await saveHours(context, {
    list_id: row.id,
    area_path: post.areaPath,
    class_name: input.className,
    nickname: input.nickname,
    hours: String(input.hours),
  });
  await tell(context, hoursSeen, row, { hours: input.hours });
  return await present(context, row.id, [post.areaPath]);
}
