// Who is asking and where they live, as people and territory know it.
import type { Nearness } from '#contract/mutualhelp/codes.ts';
import type { Level } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { personFacts } from '#modules/people/index.ts';
import { areaChain, areasByIds } from '#modules/territory/index.ts';

export interface Neighbour {
  personId: string;
  name: string;
  age: number | null;
  communityId: string;
  communityPath: string;
  /** The estate or, without one, the community: as near as others may know before they have agreed. */
  area: { areaId: string; name: string; path: string };
  home: Home;
}

/** Paths from the entrance up to the estate; null where the register says nothing that near. */
export interface Home {
  path: string;
  entrance: string | null;
  building: string | null;
  estate: string | null;
}

/** How near the other lives: a path below the own building, the own estate, or elsewhere in the community. */
export function nearnessOf({ building, estate }: Home, otherPath: string | undefined): Nearness {
  const isBelow = (path: string | null) => path !== null && (otherPath?.startsWith(path) ?? false);
  if (isBelow(building)) return 'building';
  return isBelow(estate) ? 'estate' : 'community';
}

/** @throws Problem 403 `help.not_registered` for who is not in the register of residents. */
export async function neighbourOf(context: Context): Promise<Neighbour> {
  const { personId } = context.actor;
  const facts = personId ? (await personFacts(context, [personId])).get(personId) : undefined;
  if (!facts?.active) throw new Problem('help.not_registered', 403);
  const chain = await areaChain(context, facts.areaId);
  const community = chain.find(({ level }) => level === 'community');
  if (!community) throw new Problem('help.not_registered', 403);
  const area = chain.find(({ level }) => level === 'estate') ?? community;
  const places = await areasByIds(
    context,
    chain.map(({ areaId }) => areaId),
  );
  const pathAt = (level: Level) => {
    const place = chain.find((one) => one.level === level);
    return (place && places.get(place.areaId)?.path) ?? null;
  };
  return {
    personId: facts.personId,
    name: facts.name,
    age: facts.age,
    communityId: community.areaId,
    communityPath: places.get(community.areaId)?.path ?? '',
    area: { areaId: area.areaId, name: area.name, path: places.get(area.areaId)?.path ?? '' },
    home: {
      path: facts.areaPath,
      entrance: pathAt('entrance'),
      building: pathAt('building'),
      estate: pathAt('estate'),
    },
  };
}

/** Name in the clear and age by person; somebody gone from the register is missing. */
export async function factsOf(context: Context, personIds: readonly string[]) {
  return await personFacts(context, [...new Set(personIds)]);
}
