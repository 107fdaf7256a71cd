// One row of the entrances' sheet: finds its grid, makes what is missing on the way down, then the entrance itself.
import type { Level } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';
import type { ImportOutcome, SaveOptions } from '#kernel/imports/definition.ts';
import { Problem } from '#kernel/problem.ts';
import type { EntranceLine } from '../imports.ts';
import { mayEdit } from '../policy.ts';
import * as store from '../store/areas.ts';
import { changeArea, createArea } from './change.ts';

/** @throws Problem `area.*` with the `column` at fault, where the grid is unknown, shared by name or not the viewer's. */
export async function saveEntrance(
  context: Context,
  line: EntranceLine,
  { mode }: SaveOptions,
): Promise<ImportOutcome> {
  const grid = await gridOf(context, line);
  const estate = line.estate
    ? await childNamed(context, grid, 'estate', line.estate, { kind: line.estateKind ?? 'estate' })
    : grid;
  const building = line.building ? await childNamed(context, estate, 'building', line.building) : estate;
  const aliases = line.aliases?.split(/[、，,;；]/).flatMap((alias) => alias.trim() || []) ?? [];

  const known = await store.findNamesake(context, {
    parentId: building.id,
    level: 'entrance',
    name: line.entrance,
    notId: null,
  });
  if (!known) {
    await createArea(context, {
      parentId: building.id,
      level: 'entrance',
      kind: line.estateKind === 'courtyard' ? 'gate' : 'unit',
      name: line.entrance,
      aliases,
      note: '',
      ...(line.households === undefined ? {} : { householdsDeclared: line.households }),
    });
    return 'created';
  }
  const isNew =
    (line.households !== undefined && line.households !== known.households_declared) ||
    (aliases.length > 0 && aliases.join() !== known.aliases.join());
  if (!isNew || mode === 'add_only') return 'unchanged';
  await changeArea(context, {
    areaId: known.id,
    version: known.version,
    ...(line.households === undefined ? {} : { householdsDeclared: line.households }),
    ...(aliases.length > 0 ? { aliases } : {}),
  });
  return 'updated';
}

async function gridOf(context: Context, line: EntranceLine): Promise<store.AreaRow> {
  const found = await gridsCalled(context, line);
  const [grid, other] = found;
  const details = { grid: line.grid, column: 'grid' };
  if (!grid) throw new Problem('area.grid_unknown', 409, details);
  if (other) throw new Problem('area.grid_ambiguous', 409, details);
  if (mayEdit(context.actor, grid.path) !== true)
    throw new Problem('area.outside_your_area', 403, { column: 'grid' });
  return grid;
}

/** By code, by name, or by name after the community's, as `帅府社区` + `第3网格`. */
async function gridsCalled(context: Context, line: EntranceLine): Promise<store.AreaRow[]> {
  const byCode = await store.findAreaByCode(context, line.grid);
  if (byCode) return byCode.level === 'grid' && byCode.valid_to === null ? [byCode] : [];
  const names = [line.grid, `${line.community ?? ''}${line.grid}`];
  const grids = await store.livingNamed(context, 'grid', names);
  if (!line.community || grids.length < 2) return grids;
  const communities = await store.livingNamed(context, 'community', [line.community]);
  return grids.filter((grid) => communities.some((community) => grid.path.startsWith(community.path)));
}

async function childNamed(
  context: Context,
  parent: store.AreaRow,
  level: Level,
  name: string,
  more: { kind?: 'estate' | 'courtyard' } = {},
): Promise<store.AreaRow> {
  const known = await store.findNamesake(context, { parentId: parent.id, level, name, notId: null });
  if (known) return known;
  const made = await createArea(context, {
    parentId: parent.id,
    level,
    name,
    aliases: [],
    note: '',
    ...more,
  });
  return await store.getArea(context, made.areaId);
}
