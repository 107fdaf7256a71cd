// Where an order is about: the register of places asked by what the order says.
import type { Context } from '#kernel/context.ts';
import { listAreasBelow, type Place } from '#modules/territory/index.ts';
import { parseAddress } from '../../locate/address.ts';
import { type Gazetteer, gazetteerOf, matchAddress } from '../../locate/match.ts';

export interface Located {
  areaId: string;
  path: string;
}

/** The place that the words mean, the place that holds all they may mean, or null. */
export type Finder = (written: string) => Located | null;

export async function placeFinder(context: Context): Promise<Finder> {
  const gazetteer = await streetGazetteer(context);
  return (written) => (written === '' ? null : find(gazetteer, written));
}

const kept = new WeakMap<Context['services'], { key: string; gazetteer: Gazetteer }>();

/** Reading thousands of names into a gazetteer costs more than reading them: kept while the register stays as it is. */
async function streetGazetteer(context: Context): Promise<Gazetteer> {
  const places = await listAreasBelow(context, [`/${context.streetId}/`]);
  const key = `${context.streetId}:${places.map(({ path, name }) => `${path}${name}`).join('|')}`;
  const known = kept.get(context.services);
  if (known?.key === key) return known.gazetteer;
  const gazetteer = gazetteerOf(places);
  kept.set(context.services, { key, gazetteer });
  return gazetteer;
}

function find(gazetteer: Gazetteer, written: string): Located | null {
  const { candidates, fitting } = matchAddress(parseAddress(written), gazetteer);
  const fit = candidates.slice(0, Math.max(1, fitting));
  if (fit.length === 0 || fitting > candidates.length) return null;
  return holding(
    gazetteer.places as readonly Place[],
    fit.map(({ path }) => path),
  );
}

/** The nearest place above all of them, below the street; a street alone says nothing. */
function holding(places: readonly Place[], paths: readonly string[]): Located | null {
  const [first = '', ...others] = paths;
  const steps = first.split('/').filter(Boolean);
  for (let length = steps.length; length >= 2; length--) {
    const path = `/${steps.slice(0, length).join('/')}/`;
    if (!others.every((other) => other.startsWith(path))) continue;
    const place = places.find((one) => one.path === path);
    if (place) return { areaId: place.areaId, path };
  }
  return null;
}
