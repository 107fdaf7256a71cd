// Finds the place of every shape in a file: by hand, by code, by another name, by name.
import { boundaryPropertyWords } from '#contract/territory/words.ts';
import type { Context } from '#kernel/context.ts';
import type { Datum } from '#kernel/geo/datum.ts';
import { readFeatures, SHAPE_LIMITS } from '#kernel/geo/read.ts';
import { contains, type MultiPolygon } from '#kernel/geo/shape.ts';
import { Problem } from '#kernel/problem.ts';
import { measured, metresBetween } from '../place.ts';
import { mayEdit } from '../policy.ts';
import { type AreaRow, listAreas } from '../store/areas.ts';
import { type BoundaryRow, presentBoundaries } from '../store/boundaries.ts';
import type { Match, Said } from '../view.ts';

/** @throws Problem 422 `geo.unreadable`, `geo.too_large` … when the file as a whole cannot be read. */
export async function matchShapes(
  context: Context,
  text: string,
  datum: Datum,
  byHand: ReadonlyMap<number, string>,
): Promise<Match[]> {
  const places = placesOf(
    await listAreas(context, { paths: null, when: 'current' }, { afterPath: null, limit: 20_000 }),
  );
  const matches = rawFeatures(text).map((raw, index) =>
    matchOne(context, places, readOne(raw, datum, index + 1), byHand.get(index + 1)),
  );
  refuseTwice(matches);
  await warn(context, matches, places);
  return matches;
}

interface ReadFeature {
  feature: number;
  properties: Readonly<Record<string, unknown>>;
  shape: MultiPolygon | null;
  problem: Said | null;
}

/** The shapes of a collection one by one, so that one fault does not hide the others; anything else is one shape. */
function rawFeatures(text: string): unknown[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (!trimmed.startsWith('{') || trimmed.length > SHAPE_LIMITS.characters) return [trimmed];
  let parsed: unknown;
  try {
    parsed = JSON.parse(trimmed);
  } catch {
    throw new Problem('geo.unreadable', 422);
  }
  const features = (parsed as { features?: unknown }).features;
  if (!Array.isArray(features)) return [parsed];
  if (features.length > SHAPE_LIMITS.features) {
    throw new Problem('geo.too_many_features', 422, {
      count: features.length,
      count_max: SHAPE_LIMITS.features,
    });
  }
  return features;
}

function readOne(raw: unknown, datum: Datum, feature: number): ReadFeature {
  const properties = propertiesOf(raw);
  try {
    const shape: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: readFeatures(raw, datum).flatMap((read) => read.shape.coordinates),
    };
    return { feature, properties, shape, problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      feature,
      properties,
      shape: null,
      problem: { code: error.code, details: { ...error.details, feature } },
    };
  }
}

function propertiesOf(raw: unknown): Record<string, unknown> {
  const properties = (raw as { properties?: unknown } | null)?.properties;
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
}

interface Places {
  byId: ReadonlyMap<string, AreaRow>;
  byCode: ReadonlyMap<string, AreaRow>;
  byAlias: ReadonlyMap<string, AreaRow | null>;
  byName: ReadonlyMap<string, AreaRow | null>;
}

function placesOf(rows: readonly AreaRow[]): Places {
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    byCode: new Map(rows.map((row) => [row.code, row])),
    byAlias: unique(rows.flatMap((row) => row.aliases.map((alias): [string, AreaRow] => [alias, row]))),
    byName: unique(rows.map((row) => [row.name, row])),
  };
}

/** A name that two places share finds neither. */
function unique(pairs: readonly [string, AreaRow][]): Map<string, AreaRow | null> {
  const found = new Map<string, AreaRow | null>();
  for (const [name, row] of pairs) found.set(name, found.has(name) ? null : row);
  return found;
}

function matchOne(context: Context, places: Places, read: ReadFeature, areaId: string | undefined): Match {
  const given = {
    code: propertyNamed(read.properties, boundaryPropertyWords.code),
    name: propertyNamed(read.properties, boundaryPropertyWords.name),
  };
  const [matchedBy, area] = placeFor(places, given, areaId);
  const facts = read.shape ? measured(read.shape) : null;
  const state = read.problem
    ? 'faulty'
    : !area
      ? 'unmatched'
      : mayEdit(context.actor, area.path) === true
        ? 'matched'
        : 'outside_your_area';
  return {
    feature: read.feature,
    given,
    state,
    matchedBy,
    area,
    shape: read.shape,
    areaM2: facts?.area_m2 ?? null,
    label: facts && [facts.label_longitude, facts.label_latitude],
    metresMoved: null,
    problem: read.problem,
    warnings: [],
  };
}

function placeFor(
  places: Places,
  given: Match['given'],
  areaId: string | undefined,
): [Match['matchedBy'], AreaRow | null] {
  const tries: [Match['matchedBy'], AreaRow | null | undefined][] = [
    ['hand', areaId ? places.byId.get(areaId) : null],
    ['code', given.code ? places.byCode.get(given.code) : null],
    ['alias', given.code ? places.byAlias.get(given.code) : null],
    ['name', given.name ? places.byName.get(given.name) : null],
    ['alias', given.name ? places.byAlias.get(given.name) : null],
  ];
  const [by, area] = tries.find(([, found]) => found) ?? [null, null];
  return [by, area ?? null];
}

function propertyNamed(
  properties: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | null {
  const keys = new Map(Object.keys(properties).map((key) => [key.trim().toLowerCase(), key]));
  for (const name of names) {
    const key = keys.get(name);
    const value = key === undefined ? undefined : properties[key];
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim().slice(0, 100);
  }
  return null;
}

function refuseTwice(matches: Match[]): void {
  const first = new Map<string, number>();
  for (const match of matches) {
    if (match.state !== 'matched' || !match.area) continue;
    const other = first.get(match.area.id);
    if (other === undefined) first.set(match.area.id, match.feature);
    else {
      match.state = 'faulty';
      match.problem = {
        code: 'boundary.twice',
        details: { feature: match.feature, other, name: match.area.name },
      };
    }
  }
}

/** A wrong datum shifts by some hundred metres: far enough to be told from a corrected border. */
const metresMovedMax = 150;

async function warn(context: Context, matches: readonly Match[], places: Places): Promise<void> {
  const wanted = matches.flatMap(({ area }) => (area ? [area.id, area.parent_id ?? area.id] : []));
  const present = new Map<string, BoundaryRow>(
    (await presentBoundaries(context, [...new Set(wanted)])).map((row) => [row.area_id, row]),
  );
  for (const match of matches) {
    const { area, label } = match;
    if (!area || !label) continue;
    const former = present.get(area.id);
    if (former) {
      match.metresMoved = Math.round(metresBetween(label, [former.label_longitude, former.label_latitude]));
      if (match.metresMoved > metresMovedMax)
        match.warnings.push({ code: 'boundary.moved_far', details: { metres: match.metresMoved } });
    }
    const above = present.get(area.parent_id ?? '');
    if (above && !contains(above.geometry, label)) {
      const parent = places.byId.get(area.parent_id ?? '')?.name ?? '';
      match.warnings.push({ code: 'boundary.off_parent', details: { parent } });
    }
  }
}
