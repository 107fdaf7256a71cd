import type { Context } from '#kernel/context.ts';
import { areasByCodes, getArea } from '#modules/territory/index.ts';
import { organisationsOf, readPaths, unitPathsOf } from '../policy.ts';
import { communityPath, pathsWithin, type Reach } from '../store/reach.ts';

interface Asked {
  areaId?: string | undefined;
  /** Only what is assigned to a unit of the viewer's. */
  mine?: true | undefined;
}

/** Where a list looks for this viewer, and the path it was narrowed to. */
export async function reachFor(
  context: Context,
  { areaId, mine }: Asked,
): Promise<{ reach: Reach; areaPath: string | undefined }> {
  const areaPath = areaId ? (await getArea(context, areaId)).path : undefined;
  const all = mine ? [] : pathsWithin(readPaths(context.actor), undefined);
  const paths = pathsWithin(all, areaPath);
  const seesAll = all.some((path) => communityPath(path) === null);
  return {
    reach: { streetId: context.streetId, paths, unitIds: seesAll ? [] : await unitIdsOf(context) },
    areaPath,
  };
}

/**
 * The units whose work is the viewer's: the own organisations, and the areas of the own posts with those above them,
 * as `isOfUnit` says; the street only for who sits there.
 */
async function unitIdsOf(context: Context): Promise<string[]> {
  const paths = unitPathsOf(context.actor).flatMap(unitPathsAbove);
  const known = new Map(context.actor.posts.map((post) => [post.areaPath, post.areaId]));
  const unknown = [...new Set(paths.filter((path) => !known.has(path)))];
  if (unknown.length > 0) {
    const areas = await areasByCodes(context, unknown.map(codeOf));
    for (const area of areas.values()) known.set(area.path, area.areaId);
  }
  return [...new Set([...organisationsOf(context.actor), ...paths.flatMap((path) => known.get(path) ?? [])])];
}

/** `/s/c/g/` → `/s/c/`, `/s/c/g/`; `/s/` alone is itself. */
function unitPathsAbove(path: string): string[] {
  const codes = path.split('/').filter(Boolean);
  if (codes.length === 1) return [path];
  return codes.slice(1).map((_, place) => `/${codes.slice(0, place + 2).join('/')}/`);
}

const codeOf = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? '';
