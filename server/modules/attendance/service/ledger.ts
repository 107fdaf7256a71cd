// The ledger of hours as residents and the office read it.
import type * as desk from '#contract/attendance/desk.ts';
import type * as endpoints from '#contract/attendance/endpoints.ts';
import { streetOffice } from '#contract/attendance/words.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, cutPage, exactTotal } from '#kernel/cursor.ts';
import { companions } from '#modules/families/index.ts';
import { organisationNames } from '#modules/organisations/index.ts';
import { getArea } from '#modules/territory/index.ts';
import { drawn } from '../rules.ts';
import {
  countEntries,
  type EntryRow,
  entriesByIds,
  entriesOf,
  type HoursFilter,
  listEntries,
  listedIds,
  totalsOf,
} from '../store/hours.ts';
import { wishesOf } from '../store/requests.ts';
import { type EntryNames, viewEntry, viewOwnRequest, viewTotals } from '../view.ts';
import { maskedNames } from './load.ts';
import { ruleOn } from './settings.ts';

export async function entryNames(
  context: Context,
  rows: readonly EntryRow[],
  people: ReadonlyMap<string, string>,
): Promise<EntryNames> {
  const corrected = rows.flatMap((row) => row.corrects_id ?? []);
  return {
    people,
    organisations: await organisationNames(
      context,
      rows.flatMap((row) => row.organisation_id ?? []),
    ),
    street: streetOffice(context.street.name),
    corrected: new Map((await entriesByIds(context, corrected)).map((row) => [row.id, row])),
  };
}

/** Oneself and the children in one's care. */
export async function ownAndWards(context: Context) {
  return (await companions(context)).filter((one) => one.isSelf || one.isChild);
}

const ownEntriesMax = 200;

export async function readOwnHours(context: Context): Promise<OutputOf<typeof endpoints.readOwnHours>> {
  const people = await ownAndWards(context);
  const ids = people.map(({ personId }) => personId);
  const rows = await entriesOf(context, ids, ownEntriesMax);
  const totals = await totalsOf(context, ids);
  const { starHours } = await ruleOn(context, dayOf(context.now));
  const names = await entryNames(context, rows, new Map(people.map((one) => [one.personId, one.name])));
  const wishes = await wishesOf(context, ids);
  const open = new Set(
    wishes.flatMap(({ state, entry_id }) =>
      state === 'asked' || state === 'waiting' ? (entry_id ?? []) : [],
    ),
  );
  return {
    requests: wishes.map(viewOwnRequest),
    people: people.map(({ personId, name, isSelf }) => ({
      personId,
      name,
      isSelf,
      ...viewTotals(personId, totals, starHours),
    })),
    entries: rows.map((row) =>
      viewEntry(context, row, names, open.has(row.id) ? 'attendance.asked_already' : true),
    ),
  };
}

export async function listHours(
  context: Context,
  input: InputOf<typeof desk.listHours>,
): Promise<OutputOf<typeof desk.listHours>> {
  const filter = await filterOf(context, input);
  const rows = await listEntries(context, filter, input);
  const page = cutPage(rows, input.limit, (row) => [row.day, row.id]);
  return {
    items: await viewAll(context, page.rows),
    nextCursor: page.nextCursor,
    total: input.cursor ? null : exactTotal(await countEntries(context, filter, countMax + 1)),
  };
}

export async function filterOf(
  context: Context,
  { areaId, ...wanted }: Omit<HoursFilter, 'areaPath'> & { areaId?: string | undefined },
): Promise<HoursFilter> {
  return { ...wanted, areaPath: areaId ? (await getArea(context, areaId)).path : undefined };
}

async function viewAll(context: Context, rows: readonly EntryRow[]) {
  const people = await maskedNames(
    context,
    rows.map((row) => row.person_id),
  );
  const names = await entryNames(context, rows, people);
  return rows.map((row) => viewEntry(context, row, names));
}

const drawFromMax = 50_000;

interface Draw {
  seed: string;
  from: string;
  to: string;
  count: number;
  areaPath?: string | undefined;
}

/** The rank of a row is a digest of seed and row: whoever repeats the draw gets the same list. */
export async function draw(context: Context, { seed, from, to, count, areaPath }: Draw) {
  const ids = await listedIds(context, { from, to, areaPath }, drawFromMax);
  const chosen = drawn(ids, (id) => context.services.crypto.hash(`${seed}\0${id}`), count);
  return { outOf: ids.length, chosen };
}

export async function drawSpotCheck(
  context: Context,
  input: InputOf<typeof desk.drawSpotCheck>,
): Promise<OutputOf<typeof desk.drawSpotCheck>> {
  const { outOf, chosen } = await draw(context, {
    ...input,
    ...(await filterOf(context, { areaId: input.areaId })),
  });
  const rows = new Map((await entriesByIds(context, chosen)).map((row) => [row.id, row]));
  return {
    outOf,
    items: await viewAll(
      context,
      chosen.flatMap((id) => rows.get(id) ?? []),
    ),
  };
}
