import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  checkPremises as checkEndpoint,
  listPremises as listEndpoint,
  recordPremises as recordEndpoint,
  removePremises as removeEndpoint,
} from '#contract/organisations/endpoints.ts';
import { premisesChecked, premisesRecorded, premisesRemoved } from '#contract/organisations/events.ts';
import type { PremisesRecord } from '#contract/organisations/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { sqlState } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames, getArea } from '#modules/territory/index.ts';
import { mayEditAt } from '../policy.ts';
import { getOrganisationRow, namesOf } from '../store/organisations.ts';
import {
  countPremises,
  deletePremises,
  floorKey,
  getPremisesRow,
  insertPremises,
  listPremisesRows,
  type PremisesRow,
  updatePremises,
} from '../store/premises.ts';
import { viewPremises } from '../view.ts';
import { editableArea } from './load.ts';

export async function listPremises(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const { areaId, ...wanted } = input;
  const filter = { ...wanted, areaPath: areaId ? (await getArea(context, areaId)).path : undefined };

  const rows = await listPremisesRows(context, filter);
  const page = cutPage(rows, input.limit, (row) => [row.area_path, floorKey(row.floor), row.room, row.id]);
  return {
    items: await viewAll(context, page.rows),
    nextCursor: page.nextCursor,
    total: exactTotal(await countPremises(context, filter)),
  };
}

export async function recordPremises(context: Context, input: InputOf<typeof recordEndpoint>) {
  const areaPath = await editableArea(context, input.areaId);
  if (input.organisationId) await getOrganisationRow(context, input.organisationId);

  const premisesId = await orOccupied(() =>
    insertPremises(context, {
      area_id: input.areaId,
      area_path: areaPath,
      floor: input.floor,
      room: input.room,
      ...foundColumns(context, input),
    }),
  );
  await announce(context, { id: premisesId, area_path: areaPath }, premisesRecorded.name, {
    organisationId: input.organisationId,
  });
  return await presentPremises(context, premisesId);
}

export async function checkPremises(context: Context, input: InputOf<typeof checkEndpoint>) {
  const row = await loadEditablePremises(context, input.premisesId);
  if (input.organisationId) await getOrganisationRow(context, input.organisationId);

  const written = await orOccupied(() =>
    updatePremises(context, row.id, input.version, foundColumns(context, input)),
  );
  if (!written)
    throw new Problem('version.stale', 409, { current: await presentPremises(context, row.id), changes: [] });
  await announce(context, row, premisesChecked.name, { vacant: input.organisationId === null });
  return await presentPremises(context, row.id);
}

export async function removePremises(context: Context, input: InputOf<typeof removeEndpoint>) {
  const row = await loadEditablePremises(context, input.premisesId);

  await deletePremises(context, row.id);
  await announce(context, row, premisesRemoved.name, {});
  return { done: true as const };
}

type Found = Pick<InputOf<typeof checkEndpoint>, 'use' | 'squareMetres' | 'organisationId' | 'note'>;

/** Whoever writes a room has looked at it: today's date and name stand with it. */
function foundColumns(context: Context, found: Found) {
  return {
    use: found.use,
    square_metres: found.squareMetres,
    organisation_id: found.organisationId,
    note: found.note || null,
    checked_on: dayOf(context.now),
    checked_by: context.actor.displayName,
  };
}

async function loadEditablePremises(context: Context, premisesId: string): Promise<PremisesRow> {
  const row = await getPremisesRow(context, premisesId);
  if (!mayEditAt(context.actor, row.area_path))
    throw new Problem('organisation.outside_your_area', 403, { areaId: row.area_id });
  return row;
}

async function presentPremises(context: Context, premisesId: string): Promise<PremisesRecord> {
  const [record] = await viewAll(context, [await getPremisesRow(context, premisesId)]);
  return record as PremisesRecord;
}

async function viewAll(context: Context, rows: readonly PremisesRow[]): Promise<PremisesRecord[]> {
  const names = await areaNames(context, [...new Set(rows.map((row) => row.area_id))]);
  const users = await namesOf(
    context,
    rows.flatMap((row) => row.organisation_id ?? []),
  );
  return rows.map((row) => viewPremises(context, row, names, users));
}

async function orOccupied<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlState(error) === '23505') throw new Problem('premises.occupied_twice', 409);
    throw error;
  }
}

async function announce(
  context: Context,
  row: { id: string; area_path: string },
  name: string,
  data: Record<string, unknown>,
): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'organisations', id: row.id },
    areaPath: row.area_path,
    data,
  });
}
