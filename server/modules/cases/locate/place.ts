// Where a case is: chosen by the caller, said in the words, or given by the position. Pure.
import type { PlaceSuggestion } from '#contract/cases/suggest.ts';
import type { Level } from '#contract/territory/levels.ts';
import { ADDRESS_TEXT_MAX, type ParsedAddress, parseAddress } from './address.ts';
import { type Candidate, type Gazetteer, type GazetteerPlace, matchAddress } from './match.ts';

export interface Whereabouts {
  text: string;
  placeText: string;
  areaId: string | null;
  /** Path of the grid that holds the position. */
  gridPath: string | null;
  /** Places that somebody of this caller more likely means: the own estate, the area of the post. */
  likely: readonly string[];
}

interface Known {
  gazetteer: Gazetteer;
  byId: ReadonlyMap<string, GazetteerPlace>;
  byPath: ReadonlyMap<string, GazetteerPlace>;
}

/** From this confidence on the place of a case is taken over without asking. */
export const sureOfPlace = 0.85;
const gridConfidence = 0.6;
/** What the caller's own place settles is a little less sure than what the words say. */
const likelyConfidence = 0.8;

export function placeOf(where: Whereabouts, known: Known): PlaceSuggestion | null {
  const address = parseAddress(`${where.placeText} ${where.text}`.slice(0, ADDRESS_TEXT_MAX));
  const doors = {
    building: address.building ?? null,
    unit: address.unit ?? null,
    room: address.room ?? null,
  };
  const given = where.areaId === null ? undefined : known.byId.get(where.areaId);
  if (given) return { ...named(given, 1, known), ground: 'given', ...doors, others: [] };

  const [best, ...others] = said(where, address, known);
  if (best)
    return {
      ...named(best, best.confidence, known),
      ground: 'text',
      ...doors,
      others: others.slice(0, 5).map((one) => named(one, one.confidence, known)),
    };
  const grid = where.gridPath === null ? undefined : known.byPath.get(where.gridPath);
  return grid ? { ...named(grid, gridConfidence, known), ground: 'position', ...doors, others: [] } : null;
}

/** The words of the place first; where they fit several places, the position and the caller's own place settle it. */
function said(where: Whereabouts, address: ParsedAddress, known: Known): Candidate[] {
  const alone = where.placeText === '' ? null : matchAddress(parseAddress(where.placeText), known.gazetteer);
  const match = alone && alone.outcome !== 'none' ? alone : matchAddress(address, known.gazetteer);
  if (match.fitting < 2) return match.candidates;
  const fitting = match.candidates.slice(0, match.fitting);
  for (const paths of [where.gridPath === null ? [] : [where.gridPath], where.likely]) {
    const [only, ...more] = fitting.filter(({ path }) => paths.some((likely) => path.startsWith(likely)));
    if (only && more.length === 0)
      return [{ ...only, confidence: likelyConfidence }, ...match.candidates.filter((one) => one !== only)];
  }
  return match.candidates;
}

export const spokenLevels: readonly Level[] = ['estate', 'building', 'entrance'];

function named(
  place: { areaId: string; path: string; level: Level; name: string },
  confidence: number,
  known: Known,
) {
  return {
    areaId: place.areaId,
    name: spokenName(place, known.byPath),
    path: place.path,
    level: place.level,
    confidence,
  };
}

/** From the estate down: an entrance is called by its number, which names nothing by itself. */
export function spokenName(
  place: { path: string; level: Level; name: string },
  byPath: ReadonlyMap<string, GazetteerPlace>,
): string {
  if (!spokenLevels.includes(place.level)) return place.name;
  const codes = place.path.split('/').filter(Boolean);
  return codes
    .flatMap((_, index) => byPath.get(`/${codes.slice(0, index + 1).join('/')}/`) ?? [])
    .reduce(spokenInside, '');
}

/** One level more of a spoken place: a gate named after its courtyard is not said twice. */
export function spokenInside(said: string, { level, name }: { level: Level; name: string }): string {
  if (!spokenLevels.includes(level)) return said;
  return name.startsWith(said) ? name : `${said}${name}`;
}
