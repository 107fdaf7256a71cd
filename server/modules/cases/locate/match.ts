// From a parsed address to places of the register. Several that fit stay several: a person decides. Pure.
import { droppedEndings } from '#contract/cases/address/words.ts';
import type { Level } from '#contract/territory/levels.ts';
import { type ParsedAddress, parseAddress } from './address.ts';
import { nameKey } from './numerals.ts';

/** A place as the parser needs it; `Place` of territory fits. */
export interface GazetteerPlace {
  areaId: string;
  level: Level;
  name: string;
  aliases: readonly string[];
  path: string;
}

type Missing = 'estate' | 'building' | 'unit';

export interface Candidate {
  areaId: string;
  level: Level;
  path: string;
  name: string;
  /** 0 to 1; halved with every further candidate that fits as well. */
  confidence: number;
  /** The words of the text, or names of the register, that spoke for it. */
  matched: string[];
  /** What the text names and the register does not have below this place. */
  missing: Missing[];
}

export interface AddressMatch {
  outcome: 'one' | 'ambiguous' | 'none';
  /** Best first, at most ten. With `one`, the first is the place. */
  candidates: Candidate[];
  /** How many fit as well as the first. */
  fitting: number;
}

interface Named {
  place: GazetteerPlace;
  word: string;
  start: number;
  certainty: number;
}

export interface Gazetteer {
  places: readonly GazetteerPlace[];
  names: { place: GazetteerPlace; key: string; word: string; certainty: number }[];
  /** Number of a building or an entrance by id. */
  doors: Map<string, { building?: string; unit?: string }>;
  /** Buildings by their number, and all by their path. */
  buildings: ReadonlyMap<string, readonly GazetteerPlace[]>;
  roofs: ReadonlyMap<string, GazetteerPlace>;
  /** Entrances by their number, and by the building above them and their number. */
  entrances: ReadonlyMap<string, readonly GazetteerPlace[]>;
  entrancesOf: ReadonlyMap<string, readonly GazetteerPlace[]>;
}

/** Read once per list of places: a street has a few thousand. */
export function gazetteerOf(places: readonly GazetteerPlace[]): Gazetteer {
  const doors: Gazetteer['doors'] = new Map();
  const names: Gazetteer['names'] = [];
  for (const place of places) {
    if (place.level === 'building' || place.level === 'entrance') doors.set(place.areaId, doorOf(place));
    names.push(...namesOf(place));
  }
  const roofs = new Map(places.filter(({ level }) => level === 'building').map((roof) => [roof.path, roof]));
  const numbered = (part: 'building' | 'unit') => places.filter(({ areaId }) => doors.get(areaId)?.[part]);
  const units = numbered('unit').filter(({ level }) => level === 'entrance');
  const unitOf = ({ areaId }: GazetteerPlace) => doors.get(areaId)?.unit ?? '';
  const below = units.flatMap((place) =>
    roofsAbove(place, roofs).map((roof) => ({ key: `${roof.path} ${unitOf(place)}`, place })),
  );
  return {
    places,
    names,
    doors,
    roofs,
    buildings: Map.groupBy(
      numbered('building').filter(({ level }) => level === 'building'),
      ({ areaId }) => doors.get(areaId)?.building ?? '',
    ),
    entrances: Map.groupBy(units, unitOf),
    entrancesOf: new Map(
      [...Map.groupBy(below, ({ key }) => key)].map(([key, found]) => [key, found.map(({ place }) => place)]),
    ),
  };
}

function roofsAbove({ path }: GazetteerPlace, roofs: ReadonlyMap<string, GazetteerPlace>): GazetteerPlace[] {
  const codes = path.split('/').filter(Boolean);
  return codes.flatMap((_, index) => roofs.get(`/${codes.slice(0, index + 1).join('/')}/`) ?? []);
}

function doorOf(place: GazetteerPlace): { building?: string; unit?: string } {
  const { building, unit, floor } = parseAddress(place.name);
  // A building that is called by a number and the word for both floor and building.
  const number = building ?? (place.level === 'building' ? floor : undefined);
  return { ...(number && { building: number }), ...(unit && { unit }) };
}

function namesOf(place: GazetteerPlace): Gazetteer['names'] {
  if (place.level === 'street') return [];
  const isDoor = place.level === 'building' || place.level === 'entrance';
  const entry = (word: string, certainty: number) => ({ place, key: nameKey(word), word, certainty });
  const aliases = place.aliases.map((word) => entry(word, 0.92));
  // The number of a building names nothing by itself; a name of its own does.
  const own = isDoor && Object.keys(doorOf(place)).length > 0 ? [] : [entry(place.name, 0.97)];
  const short = droppedEndings.find((ending) => place.name.endsWith(ending));
  const shortened = short && !isDoor ? [entry(place.name.slice(0, -short.length), 0.88)] : [];
  return [...own, ...aliases, ...shortened].filter(({ key }) => [...key].length >= 2);
}

export function matchAddress(parsed: ParsedAddress, gazetteer: Gazetteer): AddressMatch {
  const named = namedIn(nameKey(parsed.text), gazetteer);
  const scopes = deepest(named);
  const candidates = rank(
    scopes.length > 0 ? withinScopes(parsed, scopes, gazetteer) : anywhere(parsed, gazetteer),
  );
  const [best] = candidates;
  if (!best) return { outcome: 'none', candidates: [], fitting: 0 };
  const fitting = candidates.filter(({ confidence }) => confidence >= best.confidence - 0.05).length;
  const shared = candidates.map((candidate) => ({
    ...candidate,
    confidence: Number((candidate.confidence / 2 ** (fitting - 1)).toFixed(3)),
  }));
  const certain = fitting === 1 && parsed.others.length === 0 && best.missing.length === 0;
  return { outcome: certain ? 'one' : 'ambiguous', candidates: shared.slice(0, 10), fitting };
}

/** Names that occur in the text; a name inside a longer one that occurs at the same place does not count. */
function namedIn(key: string, gazetteer: Gazetteer): Named[] {
  const hits = gazetteer.names.flatMap((name): (Named & { end: number })[] => {
    const start = key.indexOf(name.key);
    // A name that ends or begins within a number is another one: 8 is not in 18.
    if (start < 0 || cutsNumber(key, start, start + name.key.length)) return [];
    return [{ ...name, start, end: start + name.key.length }];
  });
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start,
      ),
  );
}

function cutsNumber(key: string, start: number, end: number): boolean {
  const digit = (character: string | undefined) => character !== undefined && /\d/.test(character);
  return (digit(key[start - 1]) && digit(key[start])) || (digit(key[end - 1]) && digit(key[end]));
}

/** A community that holds a named estate only confirms it; what is left are the narrowest places named. */
function deepest(named: readonly Named[]): (Named & { confirmedBy: string[] })[] {
  const byPlace = new Map<string, Named>();
  for (const hit of named) {
    const known = byPlace.get(hit.place.areaId);
    if (!known || known.certainty < hit.certainty) byPlace.set(hit.place.areaId, hit);
  }
  const hits = [...byPlace.values()];
  const holds = (outer: Named, inner: Named) =>
    outer.place.path !== inner.place.path && inner.place.path.startsWith(outer.place.path);
  const narrow = hits.filter((hit) => !hits.some((other) => holds(hit, other)));
  const confirmed = narrow.map((hit) => ({
    ...hit,
    confirmedBy: hits.filter((other) => holds(other, hit)).map(({ word }) => word),
  }));
  const most = Math.max(0, ...confirmed.map(({ confirmedBy }) => confirmedBy.length));
  return confirmed.filter(({ confirmedBy }) => confirmedBy.length === most);
}

function withinScopes(
  parsed: ParsedAddress,
  scopes: readonly (Named & { confirmedBy: string[] })[],
  gazetteer: Gazetteer,
): Candidate[] {
  return scopes.flatMap((scope) => {
    const words = [...scope.confirmedBy, scope.word];
    const doors = doorsBelow(parsed, scope.place.path, gazetteer).map(({ place, spoken, missing }) =>
      candidateOf(place, scope.certainty - 0.3 * missing.length, [...words, ...spoken], missing),
    );
    if (doors.length > 0) return doors;
    const missing = (['building', 'unit'] as const).filter((part) =>
      asked(scope.place, part, parsed, gazetteer),
    );
    return [candidateOf(scope.place, scope.certainty - 0.2 * missing.length, words, missing)];
  });
}

/** An entrance or building with a name of its own needs no number below it. */
function asked(
  place: GazetteerPlace,
  part: 'building' | 'unit',
  parsed: ParsedAddress,
  gazetteer: Gazetteer,
) {
  if (parsed[part] === undefined || place.level === 'entrance') return false;
  return !(
    part === 'building' &&
    (place.level === 'building' || gazetteer.doors.get(place.areaId)?.building)
  );
}

interface Door {
  place: GazetteerPlace;
  spoken: string[];
  missing: Missing[];
}

/** Entrances that fit building and unit; else the buildings that fit, with the unit missing when one was named. */
function doorsBelow(parsed: ParsedAddress, path: string, gazetteer: Gazetteer): Door[] {
  const wordOf = (part: 'building' | 'unit') => parsed.spans.find((span) => span.part === part)?.text ?? '';
  const isBelow = (place: GazetteerPlace) => place.path.startsWith(path);
  const buildings = (gazetteer.buildings.get(parsed.building ?? '') ?? []).filter(isBelow);
  const scopeBuilding = gazetteer.roofs.get(path);
  const roofs = scopeBuilding ? [scopeBuilding] : buildings;
  const unitOf = (roof: GazetteerPlace) => gazetteer.entrancesOf.get(`${roof.path} ${parsed.unit}`) ?? [];
  if (parsed.unit === undefined)
    return buildings.map((place) => ({ place, spoken: [wordOf('building')], missing: [] }));
  const entrances = roofs.flatMap(unitOf);
  const spoken = [wordOf('building'), wordOf('unit')].filter((word) => word !== '');
  if (entrances.length > 0) return entrances.map((place) => ({ place, spoken, missing: [] }));
  if (parsed.building === undefined && !scopeBuilding) return unitsWithoutBuilding(parsed, path, gazetteer);
  return buildings.map((place) => ({ place, spoken: [wordOf('building')], missing: ['unit'] }));
}

function unitsWithoutBuilding(parsed: ParsedAddress, path: string, gazetteer: Gazetteer): Door[] {
  const word = parsed.spans.find(({ part }) => part === 'unit')?.text ?? '';
  return (gazetteer.entrances.get(parsed.unit ?? '') ?? [])
    .filter((place) => place.path.startsWith(path))
    .map((place) => ({ place, spoken: [word], missing: [] }));
}

/** Nobody named an estate: only a door that exists once among the places given is more than a hint. */
function anywhere(parsed: ParsedAddress, gazetteer: Gazetteer): Candidate[] {
  if (parsed.building === undefined) return [];
  // A name that is not in the register is not passed over: what fits by number alone is weak.
  const certainty = parsed.estate === undefined ? 0.7 : 0.4;
  return doorsBelow(parsed, '/', gazetteer).map(({ place, spoken, missing }) =>
    candidateOf(
      place,
      certainty - 0.2 * missing.length,
      spoken,
      parsed.estate === undefined ? missing : [...missing, 'estate'],
    ),
  );
}

function candidateOf(
  { areaId, level, path, name }: GazetteerPlace,
  confidence: number,
  matched: string[],
  missing: Missing[],
): Candidate {
  return { areaId, level, path, name, confidence: Math.max(0.1, confidence), matched, missing };
}

const rank = (candidates: Candidate[]) =>
  candidates.sort((one, other) => other.confidence - one.confidence || (one.path < other.path ? -1 : 1));
