// Marks on the sheet of a grid.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/territory/mapEndpoints.ts';
import type { AreaResource } from '#contract/territory/records.ts';
import { resourceFieldWords } from '#contract/territory/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { toStored } from '#kernel/geo/datum.ts';
import { Problem } from '#kernel/problem.ts';
import { metresTo } from '../place.ts';
import { mayEdit } from '../policy.ts';
import type { AreaRow } from '../store/areas.ts';
import { presentBoundaries } from '../store/boundaries.ts';
import * as store from '../store/resources.ts';
import { changesSince, type FieldChange } from '../store/trail.ts';
import { viewResource, withLabels } from '../view.ts';
import { readableArea } from './read.ts';
import { editableArea, require } from './refuse.ts';

export async function listResources(
  context: Context,
  input: InputOf<typeof endpoints.listResources>,
): Promise<OutputOf<typeof endpoints.listResources>> {
  const area = await readableArea(context, input.areaId);
  const rows = await store.resourcesBelow(context, area.path);
  return { resources: rows.map((row) => viewResource(context.actor, row)) };
}

export async function addResource(
  context: Context,
  input: InputOf<typeof endpoints.addResource>,
): Promise<AreaResource> {
  const area = await editableArea(context, input.areaId);
  const values = valuesOf(input);
  await refuseFarAway(context, area, values);

  const id = context.newId();
  await store.insertResource(context, { ...values, id, area_id: area.id, area_path: area.path });
  await announce(context, 'resource.added', id, area, { kind: values.kind });
  return viewResource(context.actor, await store.getResource(context, id));
}

export async function changeResource(
  context: Context,
  input: InputOf<typeof endpoints.changeResource>,
): Promise<AreaResource> {
  const before = await store.getResource(context, input.resourceId);
  const area = await editableArea(context, before.area_id);
  const values = valuesOf(input);
  await refuseFarAway(context, area, values);

  const changes = differences(before, values);
  const saved = await store.saveResource(context, { resourceId: before.id, version: input.version }, values);
  if (!saved) throw await stale(context, before.id, input.version);
  await announce(context, 'resource.changed', before.id, area, {
    kind: values.kind,
    fields: changes.map(({ field }) => field),
    version: input.version + 1,
    changes,
  });
  return viewResource(context.actor, await store.getResource(context, before.id));
}

export async function removeResource(
  context: Context,
  input: InputOf<typeof endpoints.removeResource>,
): Promise<{ done: true }> {
  const before = await store.getResource(context, input.resourceId);
  require(mayEdit(context.actor, before.area_path));

  const saved = await store.saveResource(
    context,
    { resourceId: before.id, version: input.version },
    { removed_on: dayOf(context.now) },
  );
  if (!saved) throw await stale(context, before.id, input.version);
  await announce(
    context,
    'resource.removed',
    before.id,
    { id: before.area_id, path: before.area_path },
    { kind: before.kind, reason: input.reason },
  );
  return { done: true };
}

type Sent = Pick<
  InputOf<typeof endpoints.addResource>,
  'kind' | 'name' | 'position' | 'datum' | 'publicPhone' | 'note'
>;

function valuesOf(input: Sent): store.ResourceValues {
  const position =
    input.position && toStored([input.position.longitude, input.position.latitude], input.datum);
  return {
    kind: input.kind,
    name: input.name,
    longitude: position?.[0] ?? null,
    latitude: position?.[1] ?? null,
    public_phone: input.publicPhone,
    note: input.note,
  };
}

/** A mark may stand across the road, not across the quarter: that is a wrong datum or a slip of the finger. */
const metresOutsideMax = 200;

async function refuseFarAway(context: Context, area: AreaRow, values: store.ResourceValues): Promise<void> {
  if (values.longitude === null || values.latitude === null) return;
  const [border] = await presentBoundaries(context, [area.id]);
  if (!border) return;
  const metres = metresTo(border.geometry, [values.longitude, values.latitude]);
  if (metres > metresOutsideMax) {
    throw new Problem('resource.outside_area', 409, { name: area.name, metres: Math.round(metres) });
  }
}

const columns = {
  kind: 'kind',
  name: 'name',
  position: 'longitude',
  publicPhone: 'public_phone',
  note: 'note',
} as const satisfies Record<keyof typeof resourceFieldWords, keyof store.ResourceValues>;

/** Free text and numbers stay out of the trail: it says that they changed. */
const spoken: readonly string[] = ['kind', 'name'];

function differences(row: store.ResourceRow, values: store.ResourceValues): FieldChange[] {
  return (Object.keys(columns) as (keyof typeof columns)[])
    .filter((field) => row[columns[field]] !== values[columns[field]])
    .map((field) => ({
      field,
      before: spoken.includes(field) ? row[columns[field]] : null,
      after: spoken.includes(field) ? values[columns[field]] : null,
    }));
}

async function stale(context: Context, resourceId: string, version: number): Promise<Problem> {
  const row = await store.getResource(context, resourceId);
  return new Problem('version.stale', 409, {
    current: viewResource(context.actor, row),
    changedBy: row.changed_by,
    changedAt: row.changed_at,
    changes: withLabels(await changesSince(context, resourceId, version), resourceFieldWords),
  });
}

async function announce(
  context: Context,
  name: string,
  resourceId: string,
  area: Pick<AreaRow, 'id' | 'path'>,
  data: Record<string, unknown>,
): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'territory', id: resourceId },
    areaPath: area.path,
    data: { areaId: area.id, ...data },
  });
}
