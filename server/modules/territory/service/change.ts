// Adding, correcting, moving and ending a place: load, policy, rule, save, emit.
import type { InputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/territory/endpoints.ts';
import { kindsOfLevel } from '#contract/territory/levels.ts';
import type { Area } from '#contract/territory/records.ts';
import { areaFieldWords } from '#contract/territory/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { mayEdit, mayReshape } from '../policy.ts';
import * as rules from '../rules.ts';
import * as store from '../store/areas.ts';
import { insertArea } from '../store/plant.ts';
import { changesSince } from '../store/trail.ts';
import { withLabels } from '../view.ts';
import { shown } from './read.ts';
import { editableArea, refuse, require } from './refuse.ts';

export async function createArea(
  context: Context,
  input: InputOf<typeof endpoints.createArea>,
): Promise<Area> {
  const parent = await store.getArea(context, input.parentId);
  require(mayEdit(context.actor, parent.path));

  refuse(rules.refuseParent(placeOf(parent), input.level));
  const kind = input.kind ?? kindsOfLevel[input.level]?.[0] ?? null;
  refuse(rules.refuseKind(input.level, kind));
  await refuseUnknownGridType(context, input.level, input.gridType ?? null);
  await refuseNamesake(context, parent, { level: input.level, name: input.name, notId: null });
  const code = input.code ?? (await freeCode(context, parent, input.level));
  refuse(rules.refuseCode(input.level, code, parent.path));
  await refuseTakenCode(context, code);

  const row = await insertArea(context, {
    id: context.newId(),
    level: input.level,
    kind,
    code,
    name: input.name,
    aliases: input.aliases,
    parent_id: parent.id,
    path: `${parent.path}${code}/`,
    grid_type: input.gridType ?? null,
    households_declared: input.householdsDeclared ?? null,
    note: input.note,
    valid_from: input.validFrom ?? dayOf(context.now),
    valid_to: null,
  });
  await announce(context, 'area.created', row, { level: row.level, code: row.code });
  return await shown(context, row);
}

const columnOf = {
  name: 'name',
  kind: 'kind',
  aliases: 'aliases',
  gridType: 'grid_type',
  householdsDeclared: 'households_declared',
  note: 'note',
} as const;
type Field = keyof typeof columnOf;
const fields = Object.keys(columnOf) as Field[];

export async function changeArea(
  context: Context,
  input: InputOf<typeof endpoints.changeArea>,
): Promise<Area> {
  const area = await editableArea(context, input.areaId);

  await refuseStale(context, area, input.version);
  refuse(rules.refuseKind(area.level, input.kind ?? null));
  await refuseUnknownGridType(context, area.level, input.gridType ?? null);
  if (input.name && area.parent_id) {
    const parent = await store.getArea(context, area.parent_id);
    await refuseNamesake(context, parent, { level: area.level, name: input.name, notId: area.id });
  }

  const changed = fields.filter((field) => input[field] !== undefined && differs(area, field, input[field]));
  const changes = changed.map((field) => ({
    field,
    before: kept(field, area[columnOf[field]]),
    after: kept(field, input[field]),
  }));
  const values = Object.fromEntries(changed.map((field) => [columnOf[field], input[field]]));
  const row = await saved(context, area, values);
  await announce(context, 'area.changed', row, { fields: changed, changes });
  return await shown(context, row);
}

export async function moveArea(context: Context, input: InputOf<typeof endpoints.moveArea>): Promise<Area> {
  const area = await store.getArea(context, input.areaId);
  const parent = await store.getArea(context, input.parentId);
  require(mayReshape(context.actor, area.path));
  require(mayEdit(context.actor, parent.path));

  refuse(rules.refuseRetired(placeOf(area)));
  await refuseStale(context, area, input.version);
  refuse(rules.refuseMove(placeOf(area), placeOf(parent)));
  const code = input.code ?? area.code;
  if (parent.id === area.parent_id && code === area.code) throw new Problem('area.same_place', 409);
  refuse(rules.refuseCode(area.level, code, parent.path));
  if (code !== area.code) await refuseTakenCode(context, code);
  await refuseNamesake(context, parent, { level: area.level, name: area.name, notId: area.id });

  const toPath = `${parent.path}${code}/`;
  await refuseForeignGrids(context, area, toPath);
  const count = await store.rewritePaths(context, area.path, toPath);
  const row = await saved(context, area, { code, parent_id: parent.id });
  await announce(context, 'area.moved', row, {
    parentId: parent.id,
    fromPath: area.path,
    toPath,
    count,
    reason: input.reason,
    changes: [{ field: 'path', before: area.path, after: toPath }],
  });
  return await shown(context, row);
}

export async function retireArea(
  context: Context,
  input: InputOf<typeof endpoints.retireArea>,
): Promise<Area> {
  const area = await store.getArea(context, input.areaId);
  require(mayReshape(context.actor, area.path));

  refuse(rules.refuseRetired(placeOf(area)));
  await refuseStale(context, area, input.version);
  const validTo = input.validTo ?? dayOf(context.now);
  const children = await store.livingChildren(context, area.id);
  refuse(rules.refuseRetire({ ...placeOf(area), validFrom: area.valid_from }, validTo, children));

  const row = await saved(context, area, { valid_to: validTo });
  await announce(context, 'area.retired', row, {
    validTo,
    reason: input.reason,
    changes: [{ field: 'validTo', before: null, after: validTo }],
  });
  return await shown(context, row);
}

function placeOf(row: store.AreaRow) {
  return { level: row.level, code: row.code, path: row.path, name: row.name, validTo: row.valid_to };
}

function differs(area: store.AreaRow, field: Field, value: unknown): boolean {
  return JSON.stringify(area[columnOf[field]]) !== JSON.stringify(value);
}

async function freeCode(context: Context, parent: store.AreaRow, level: store.AreaRow['level']) {
  const prefix = rules.codePrefix(level, parent);
  return rules.nextCode(level, prefix, await store.codesBeginningWith(context, prefix));
}

async function refuseTakenCode(context: Context, code: string): Promise<void> {
  const holder = await store.findAreaByCode(context, code);
  if (holder) throw new Problem('area.code_taken', 409, { code, name: holder.name });
}

async function refuseNamesake(
  context: Context,
  parent: store.AreaRow,
  place: { level: store.AreaRow['level']; name: string; notId: string | null },
): Promise<void> {
  const namesake = await store.findNamesake(context, { ...place, parentId: parent.id });
  if (namesake) throw new Problem('area.name_taken', 409, { parent: parent.name, name: place.name });
}

async function refuseUnknownGridType(
  context: Context,
  level: store.AreaRow['level'],
  gridType: string | null,
) {
  if (gridType === null) return;
  const known = await store.listGridTypes(context);
  refuse(
    rules.refuseGridType(
      level,
      gridType,
      known.map((type) => type.code),
    ),
  );
}

/** A unit grid carries the code of its community, so it moves to another community by itself, with a new code. */
async function refuseForeignGrids(context: Context, area: store.AreaRow, toPath: string): Promise<void> {
  if (area.level === 'grid') return;
  const grids = await store.listAreas(
    context,
    { paths: null, below: area.path, level: 'grid', when: 'current' },
    { afterPath: null, limit: 1_000 },
  );
  const strangers = grids.filter((grid) => rules.refuseCode('grid', grid.code, toPath));
  if (strangers.length > 0) throw new Problem('area.grids_keep_code', 409, { count: strangers.length });
}

/** The second editor is told who changed what since the version on their screen. */
async function refuseStale(context: Context, area: store.AreaRow, version: number): Promise<void> {
  if (area.version !== version) throw await stale(context, area, version);
}

async function stale(context: Context, area: store.AreaRow, version: number): Promise<Problem> {
  return new Problem('version.stale', 409, {
    current: await shown(context, area),
    changedBy: area.changed_by,
    changedAt: area.changed_at,
    changes: withLabels(await changesSince(context, area.id, version), areaFieldWords),
  });
}

/** The version was compared on loading; a rival that commits between is caught by the update itself. */
async function saved(
  context: Context,
  area: store.AreaRow,
  values: Parameters<typeof store.saveArea>[2],
): Promise<store.AreaRow> {
  const row = await store.saveArea(context, { areaId: area.id, version: area.version }, values);
  if (row) return row;
  throw await stale(context, await store.getArea(context, area.id), area.version);
}

/** Free text may speak of people, so the trail says that it changed, not what it said. */
function kept(field: Field, value: unknown): unknown {
  return field === 'note' ? null : value;
}

async function announce(
  context: Context,
  name: string,
  row: store.AreaRow,
  data: Record<string, unknown>,
): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'territory', id: row.id },
    areaPath: row.path,
    data: { ...data, version: row.version },
  });
}
