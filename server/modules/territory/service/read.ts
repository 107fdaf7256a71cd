import type { InputOf, OutputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/territory/endpoints.ts';
import type { Area } from '#contract/territory/records.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, cutPage, decodeCursor, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { mayRead } from '../policy.ts';
import { codesOf } from '../rules.ts';
import * as store from '../store/areas.ts';
import { eventsAbout } from '../store/trail.ts';
import { viewArea, viewEvent, viewName } from '../view.ts';

export async function listAreas(
  context: Context,
  input: InputOf<typeof endpoints.listAreas>,
): Promise<OutputOf<typeof endpoints.listAreas>> {
  const below = input.areaId ? (await readableArea(context, input.areaId)).path : undefined;
  const filter = { ...input, below, paths: areasWith(context.actor, 'area.read') };

  const rows = await store.listAreas(context, filter, {
    afterPath: (decodeCursor(input.cursor, 1)?.[0] as string | undefined) ?? null,
    limit: input.limit + 1,
  });
  const total = await store.totalAreas(context, filter, countMax);

  const page = cutPage(rows, input.limit, (row) => [row.path]);
  return {
    items: page.rows.map((row) => viewArea(context.actor, row, row.children_count)),
    nextCursor: page.nextCursor,
    total: exactTotal(total),
  };
}

export async function readArea(
  context: Context,
  input: InputOf<typeof endpoints.readArea>,
): Promise<OutputOf<typeof endpoints.readArea>> {
  const row = await readableArea(context, input.areaId);
  const chain = await store.areasWithCodes(context, codesOf(row.path));
  const counts = await store.countByLevel(context, [row.path]);
  return {
    ...(await shown(context, row)),
    chain: chain.map(viewName),
    counts: counts.filter((count) => count.level !== row.level),
  };
}

export async function countAreas(
  context: Context,
  input: InputOf<typeof endpoints.countAreas>,
): Promise<OutputOf<typeof endpoints.countAreas>> {
  const below = input.areaId
    ? [(await readableArea(context, input.areaId)).path]
    : areasWith(context.actor, 'area.read');
  return { counts: await store.countByLevel(context, below) };
}

export async function listAreaHistory(
  context: Context,
  input: InputOf<typeof endpoints.listAreaHistory>,
): Promise<OutputOf<typeof endpoints.listAreaHistory>> {
  const row = await readableArea(context, input.areaId);
  return { entries: (await eventsAbout(context, row.id)).map(viewEvent) };
}

export async function listGridTypes(context: Context): Promise<OutputOf<typeof endpoints.listGridTypes>> {
  return { gridTypes: await store.listGridTypes(context) };
}

/** @throws Problem 404, or 403 outside the viewer's areas. */
export async function readableArea(context: Context, areaId: string): Promise<store.AreaRow> {
  const row = await store.getArea(context, areaId);
  if (!mayRead(context.actor, row.path)) throw new Problem('area.outside_your_area', 403);
  return row;
}

export async function shown(context: Context, row: store.AreaRow): Promise<Area> {
  return viewArea(context.actor, row, await store.livingChildren(context, row.id));
}
