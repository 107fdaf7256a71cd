// Joins places, posts and households, each read through the face of its module; owns no table.
import type * as endpoints from '#contract/coverage/endpoints.ts';
import { type CoverageRow, householdsPerWorkerTarget } from '#contract/coverage/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Role } from '#contract/identity/roles.ts';
import type { Permission } from '#contract/permissions.ts';
import { type Level, rankOf } from '#contract/territory/levels.ts';
import type { AreaName } from '#contract/territory/records.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { holdersByArea } from '#modules/identity/index.ts';
import { countHouseholdsByArea } from '#modules/people/index.ts';
import {
  areasByCodes,
  countAreasBelow,
  findAreaByCode,
  getArea,
  listAreasBelow,
  type Place,
} from '#modules/territory/index.ts';
import { maySee, ownPath } from './policy.ts';
import * as rules from './rules.ts';

const wardenRoles: readonly Role[] = ['door_warden'];
const workerRoles: readonly Role[] = ['grid_worker', 'part_time_grid_worker'];
const gridRoles: readonly Role[] = ['grid_lead', ...workerRoles];
/** Who answers for a place, from the community down (三级责任体系). */
const responsibleRoles: readonly Role[] = [
  'deputy_in_charge',
  'community_secretary',
  'grid_lead',
  'grid_worker',
  'part_time_grid_worker',
];

export async function readCoverage(
  context: Context,
  input: InputOf<typeof endpoints.readCoverage>,
): Promise<OutputOf<typeof endpoints.readCoverage>> {
  const place = await chosenPlace(context, input.areaId, 'post.read');
  const ground = await groundBelow(context, place);
  const staffing = staffingOf(ground);
  const parts = partsOf(place, await listAreasBelow(context, [place.path], { level: nextLevel(place) }));

  const figures = (path: string) =>
    rules.figuresOf({
      entrances: ground.entrances.filter((entrance) => entrance.path.startsWith(path)),
      wardens: ground.wardens.filter((warden) => warden.areaPath.startsWith(path)),
      workers: ground.workers.filter((worker) => worker.areaPath.startsWith(path)),
      warnings:
        countWarnings(staffing.grids.filter((grid) => grid.path.startsWith(path))) +
        countWarnings(staffing.workers.filter((worker) => worker.areaPath.startsWith(path))),
    });
  return {
    place: nameOf(place),
    total: figures(place.path),
    rows: parts.map(
      (part): CoverageRow => ({ ...figures(part.path), ...nameOf(part), gridType: part.gridType }),
    ),
    target: householdsPerWorkerTarget,
    asOf: context.now.toISOString(),
  };
}

export async function listUncovered(
  context: Context,
  input: InputOf<typeof endpoints.listUncovered>,
): Promise<OutputOf<typeof endpoints.listUncovered>> {
  const place = await chosenPlace(context, input.areaId, 'post.read');
  const { entrances, wardens } = await groundBelow(context, place);
  const covered = rules.coveredBy(wardens);

  const all = entrances.filter((entrance) => !covered(entrance.path));
  const page = pageOf(all, input);
  const places = await placeNames(context, page.rows);
  return {
    items: page.rows.map((entrance) => ({
      areaId: entrance.areaId,
      name: entrance.name,
      place: places(entrance),
      households: rules.householdsOf(entrance),
    })),
    nextCursor: page.nextCursor,
    total: all.length,
  };
}

export async function readStaffing(
  context: Context,
  input: InputOf<typeof endpoints.readStaffing>,
): Promise<OutputOf<typeof endpoints.readStaffing>> {
  const place = await chosenPlace(context, input.areaId, 'post.read');
  const { grids, workers } = staffingOf(await groundBelow(context, place));
  return {
    place: nameOf(place),
    grids: grids.map(({ path: _, ...grid }) => grid),
    workers: workers.map(({ areaPath: _, ...worker }) => worker),
  };
}

export async function listResponsible(
  context: Context,
  input: InputOf<typeof endpoints.listResponsible>,
): Promise<OutputOf<typeof endpoints.listResponsible>> {
  const place = await chosenPlace(context, input.areaId, 'area.read');
  const above = await areasByCodes(context, place.path.split('/').filter(Boolean));
  const street = `/${context.streetId}/`;
  const holders = await holdersByArea(context, responsibleRoles, street);
  const wardens = await holdersByArea(context, wardenRoles, place.path);

  const byPath = new Map([...above.values()].map((area) => [area.path, area]));
  return {
    responsible: holders
      .flatMap((holder) => {
        const area = byPath.get(holder.areaPath);
        // A leader answers for a place by being assigned to it (包片); those of the whole street answer for the street.
        const isOfStreet = holder.areaPath === street && place.path !== street;
        if (!area || isOfStreet) return [];
        return { name: holder.name, role: holder.role, staffing: holder.staffing, area: nameOf(area) };
      })
      .toSorted((a, b) => responsibleRoles.indexOf(a.role) - responsibleRoles.indexOf(b.role)),
    wardens: new Set(wardens.map((warden) => warden.accountId)).size,
  };
}

export async function listMyEntrances(
  context: Context,
  input: InputOf<typeof endpoints.listMyEntrances>,
): Promise<OutputOf<typeof endpoints.listMyEntrances>> {
  const paths = input.areaId
    ? [(await chosenPlace(context, input.areaId, 'area.read')).path]
    : areasWith(context.actor, 'area.read');
  const own = await areasByCodes(
    context,
    paths.map((path) => path.split('/').at(-2) ?? ''),
  );
  const entrances = await listAreasBelow(context, paths, {
    level: 'entrance',
    ...(input.search ? { search: input.search } : {}),
  });
  const page = pageOf(entrances, input);

  const files = new Map((await countHouseholdsByArea(context, paths)).map((row) => [row.areaId, row]));
  const wardens = await holdersBelow(context, wardenRoles, paths);
  const places = await placeNames(context, page.rows);
  return {
    places: [...own.values()].map(nameOf),
    counts: await countAreasBelow(context, paths),
    items: page.rows.map((entrance) => ({
      areaId: entrance.areaId,
      name: entrance.name,
      place: places(entrance),
      buildingId: entrance.parentId,
      wardens: wardens
        .filter((warden) => entrance.path.startsWith(warden.areaPath))
        .map((warden) => warden.name),
      households: files.get(entrance.areaId)?.households ?? 0,
      vacant: files.get(entrance.areaId)?.vacant ?? 0,
      householdsDeclared: entrance.householdsDeclared,
    })),
    nextCursor: page.nextCursor,
    total: entrances.length,
  };
}

/** The place asked for, or the viewer's own. @throws Problem 404, 403 outside the right. */
async function chosenPlace(
  context: Context,
  areaId: string | undefined,
  permission: Permission,
): Promise<Place> {
  const own = ownPath(context.actor, permission)?.split('/').at(-2) ?? '';
  const place = areaId ? await getArea(context, areaId) : await findAreaByCode(context, own);
  if (!place) throw new Problem('input.id_unknown', 404);
  if (!maySee(context.actor, permission, place.path)) throw new Problem('area.outside_your_area', 403);
  return place;
}

type Holder = Awaited<ReturnType<typeof holdersByArea>>[number];

interface Ground {
  entrances: (Place & rules.Entrance)[];
  grids: Place[];
  wardens: Holder[];
  workers: Holder[];
  leads: Holder[];
}

async function groundBelow(context: Context, place: Place): Promise<Ground> {
  const paths = [place.path];
  const entrances = await listAreasBelow(context, paths, { level: 'entrance' });
  const grids = await listAreasBelow(context, paths, { level: 'grid' });
  const files = new Map(
    (await countHouseholdsByArea(context, paths)).map((row) => [row.areaId, row.households]),
  );
  const wardens = await holdersByArea(context, wardenRoles, place.path);
  const onGrids = await holdersByArea(context, gridRoles, place.path);
  return {
    entrances: entrances.map((entrance) => ({ ...entrance, files: files.get(entrance.areaId) ?? 0 })),
    grids,
    wardens,
    workers: onGrids.filter((holder) => workerRoles.includes(holder.role)).map(withStaffing),
    leads: onGrids.filter((holder) => holder.role === 'grid_lead'),
  };
}

/** The part-time office says its staffing by its name. */
function withStaffing(holder: Holder): Holder {
  return holder.role === 'part_time_grid_worker' ? { ...holder, staffing: 'part_time' } : holder;
}

function staffingOf({ grids, workers, leads }: Ground) {
  return {
    grids: grids.map((grid) => {
      const here = workers.filter((worker) => rules.gridsOf(worker, [grid]).length > 0);
      const named = (staffing: Holder['staffing']) =>
        here.filter((worker) => worker.staffing === staffing).map((worker) => worker.name);
      return {
        areaId: grid.areaId,
        name: grid.name,
        path: grid.path,
        gridType: grid.gridType,
        leads: leads.filter((lead) => rules.gridsOf(lead, [grid]).length > 0).map((lead) => lead.name),
        fullTime: named('full_time'),
        professional: named('professional'),
        partTime: named('part_time'),
        warnings: rules.gridWarnings(here),
      };
    }),
    workers: onePerPerson(workers).map((posts) => {
      const [first] = posts as [Holder, ...Holder[]];
      const held = grids.filter((grid) => posts.some((post) => rules.gridsOf(post, [grid]).length > 0));
      return {
        accountId: first.accountId,
        name: first.name,
        role: first.role,
        staffing: first.staffing,
        areaPath: first.areaPath,
        grids: held.map(nameOf),
        warnings: rules.workerWarnings(first.staffing, held.length),
      };
    }),
  };
}

/** Posts of one person and kind together: a professional holds one post per grid. */
function onePerPerson(posts: readonly Holder[]): Holder[][] {
  return [...Map.groupBy(posts, (post) => `${post.accountId} ${post.role} ${post.staffing}`).values()];
}

async function holdersBelow(
  context: Context,
  roles: readonly Role[],
  paths: readonly string[],
): Promise<Holder[]> {
  const found: Holder[] = [];
  for (const path of paths) found.push(...(await holdersByArea(context, roles, path)));
  return found;
}

const shownLevels: readonly Level[] = ['community', 'grid', 'building'];

/** Below the street its communities, below a community its grids, below a grid its buildings. */
function nextLevel(place: Place): Level {
  return shownLevels.find((level) => rankOf(level) > rankOf(place.level)) ?? 'entrance';
}

function partsOf(place: Place, areas: readonly Place[]): Place[] {
  return areas.filter((area) => area.areaId !== place.areaId);
}

function countWarnings(parts: readonly { warnings: readonly unknown[] }[]): number {
  return parts.reduce((total, part) => total + part.warnings.length, 0);
}

/** Names between the street and the place itself, `帅府社区 · 第7网格 · 3号楼`. */
async function placeNames(context: Context, places: readonly Place[]): Promise<(place: Place) => string> {
  const above = (place: Place) => place.path.split('/').filter(Boolean).slice(1, -1);
  const known = await areasByCodes(context, [...new Set(places.flatMap(above))]);
  return (place) =>
    above(place)
      .flatMap((code) => known.get(code)?.name ?? [])
      .join(' · ');
}

function nameOf(place: Place): AreaName {
  return { areaId: place.areaId, level: place.level, name: place.name };
}

/** One page of places that are in the order of the tree. */
function pageOf<P extends Place>(
  places: readonly P[],
  input: { cursor?: string | undefined; limit: number },
) {
  const [after] = decodeCursor(input.cursor, 1) ?? [''];
  const rest = places.filter((place) => place.path > String(after));
  return cutPage(rest, input.limit, (place) => [place.path]);
}
