// Where an order is about: the register of places asked by what the order says.
import type { Context } from '#kernel/context.ts';
import { parseAddress } from '../../locate/address.ts';
import { matchAddress } from '../../locate/match.ts';
import { sureOfPlace } from '../../locate/place.ts';
import { type KnownPlaces, knownPlaces } from '../../places.ts';

export interface Located {
  areaId: string;
  path: string;
}

/** The place that the words mean, the place that holds all they may mean, or null. */
export type Finder = (written: string) => Located | null;

export async function placeFinder(context: Context): Promise<Finder> {
  const known = await knownPlaces(context);
  return (written) => (written === '' ? null : find(known, written));
}

function find(known: KnownPlaces, written: string): Located | null {
  const { candidates, fitting } = matchAddress(parseAddress(written), known.gazetteer);
  const [best] = candidates;
  if (!best || fitting > candidates.length) return null;
  // Places that fit alike share their confidence; what holds them all is as sure as one of them would be alone.
  if (best.confidence * 2 ** (fitting - 1) < sureOfPlace) return null;
  return holding(
    known,
    candidates.slice(0, fitting).map(({ path }) => path),
  );
}

/** The nearest place above all of them, below the street; a street alone says nothing. */
function holding({ byPath }: KnownPlaces, paths: readonly string[]): Located | null {
  const [first = '', ...others] = paths;
  const steps = first.split('/').filter(Boolean);
  for (let length = steps.length; length >= 2; length--) {
    const path = `/${steps.slice(0, length).join('/')}/`;
    if (!others.every((other) => other.startsWith(path))) continue;
    const place = byPath.get(path);
    if (place) return { areaId: place.areaId, path };
  }
  return null;
}
