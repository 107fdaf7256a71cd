// Who is asking and where they live, as people and territory know it.
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
  const places = await areasByIds(context, [community.areaId, area.areaId]);
  return {
    personId: facts.personId,
    name: facts.name,
    age: facts.age,
    communityId: community.areaId,
    communityPath: places.get(community.areaId)?.path ?? '',
    area: { areaId: area.areaId, name: area.name, path: places.get(area.areaId)?.path ?? '' },
  };
}

/** Name in the clear and age by person; somebody gone from the register is missing. */
export async function factsOf(context: Context, personIds: readonly string[]) {
  return await personFacts(context, [...new Set(personIds)]);
}
