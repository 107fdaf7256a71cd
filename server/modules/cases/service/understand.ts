// Where a case is, as far as it can be understood from what came in.
import type { PlaceSuggestion } from '#contract/cases/suggest.ts';
import type { Context } from '#kernel/context.ts';
import { findHomeOfPerson } from '#modules/people/index.ts';
import { placeOf, sureOfPlace, type Whereabouts } from '../locate/place.ts';
import { chainOf, gridPathAt, knownPlaces } from '../places.ts';

interface Said {
  text: string;
  placeText: string;
  areaId: string | null;
  longitude: number | null;
  latitude: number | null;
}

export async function locate(context: Context, input: Said): Promise<PlaceSuggestion | null> {
  const known = await knownPlaces(context);
  const where: Whereabouts = {
    text: input.text,
    placeText: input.placeText,
    areaId: input.areaId,
    gridPath: input.areaId === null ? await gridPathAt(context, input) : null,
    likely: input.areaId === null ? await likelyPaths(context) : [],
  };
  return placeOf(where, known);
}

/** The place of a case whose place nobody chose: only what is said beyond doubt, or the grid on the map. */
export async function placeWithoutAsking(context: Context, input: Said): Promise<string | null> {
  const place = await locate(context, input);
  if (!place) return null;
  return place.ground === 'position' || place.confidence >= sureOfPlace ? place.areaId : null;
}

/** Who lives in an estate means its third building, and who works in a community means one of that community. */
async function likelyPaths(context: Context): Promise<string[]> {
  const { actor } = context;
  const home = actor.personId ? await findHomeOfPerson(context, actor.personId) : null;
  const [estate] = home ? chainOf(home.areaPath, ['estate'], await knownPlaces(context)) : [];
  const street = `/${context.streetId}/`;
  const posts = actor.posts.map(({ areaPath }) => areaPath).filter((path) => path !== street);
  return [...(estate ? [estate.path] : []), ...posts];
}
