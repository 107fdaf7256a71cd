import type * as endpoints from '#contract/activities/endpoints.ts';
import { programmeSaved } from '#contract/activities/events.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames } from '#modules/territory/index.ts';
import { mayEditAt } from '../policy.ts';
import {
  getProgramme,
  insertProgramme,
  listProgrammeRows,
  programmeTotals,
  updateProgramme,
} from '../store/programmes.ts';
import { viewProgramme } from '../view.ts';
import { editableArea } from './load.ts';

export async function listProgrammes(context: Context) {
  const rows = await listProgrammeRows(context);
  const totals = await programmeTotals(context);
  const areas = await areaNames(
    context,
    rows.map((row) => row.area_id),
  );
  return { items: rows.map((row) => viewProgramme(row, totals.get(row.id), areas)) };
}

async function present(context: Context, programmeId: string) {
  const row = await getProgramme(context, programmeId);
  const totals = await programmeTotals(context);
  return viewProgramme(row, totals.get(programmeId), await areaNames(context, [row.area_id]));
}

/** @throws Problem 409 `programme.name_taken` */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (violatedConstraint(error) === 'programmes_name') throw new Problem('programme.name_taken', 409);
    throw error;
  }
}

export async function makeProgramme(context: Context, input: InputOf<typeof endpoints.makeProgramme>) {
  const areaPath = await editableArea(context, input.areaId);
  const id = context.newId();
  await named(
    insertProgramme(context, {
      id,
      brand: null,
      name: input.name,
      aims: input.aims,
      area_id: input.areaId,
      area_path: areaPath,
      for_children: input.forChildren,
      status: input.status,
    }),
  );
  await emitSaved(context, id, areaPath, ['name']);
  return await present(context, id);
}

export async function changeProgramme(context: Context, input: InputOf<typeof endpoints.changeProgramme>) {
  const row = await getProgramme(context, input.programmeId);
  if (!mayEditAt(context.actor, row.area_path)) throw new Problem('activity.outside_your_area', 403);
  const areaPath = await editableArea(context, input.areaId);
  const columns = {
    name: input.name,
    aims: input.aims,
    area_id: input.areaId,
    area_path: areaPath,
    for_children: input.forChildren,
    status: input.status,
  };
  if (!(await named(updateProgramme(context, row.id, input.version, columns))))
    throw new Problem('version.stale', 409, { current: await present(context, row.id) });
  const fields = Object.entries(columns).filter(([key, value]) => row[key as keyof typeof row] !== value);
  await emitSaved(
    context,
    row.id,
    areaPath,
    fields.map(([key]) => key),
  );
  return await present(context, row.id);
}

async function emitSaved(context: Context, id: string, areaPath: string, fields: string[]): Promise<void> {
  await context.emit({
    name: programmeSaved.name,
    subject: { module: 'activities', id },
    data: { fields },
    areaPath,
  });
}
