// GeoJSON and WKT, as people export them, into checked shapes. Pure; text or parsed JSON in, shapes out.
import { wktToGeoJSON } from '@terraformer/wkt';
import { checkedPolygon, type Place, refuse } from '#kernel/geo/check.ts';
import type { Datum } from '#kernel/geo/datum.ts';
import type { MultiPolygon, PolygonRings } from '#kernel/geo/shape.ts';

export const SHAPE_LIMITS = {
  characters: 30_000_000,
  wktCharacters: 1_000_000,
  features: 5_000,
  vertices: 10_000,
  verticesTotal: 100_000,
};

export interface ShapeFeature {
  /** What the file says about the shape: code, name, kind … ; unchecked. */
  properties: Readonly<Record<string, unknown>>;
  shape: MultiPolygon;
}

/**
 * Every shape of a GeoJSON FeatureCollection, Feature or geometry (object or text) or of a WKT text.
 * Positions are converted from `datum` to the stored CGCS2000, heights dropped, rings turned as RFC 7946 asks.
 * @throws Problem 422 `geo.*`; details hold `feature` (from 1) and, where it helps, `lon` and `lat`.
 */
export function readFeatures(input: unknown, datum: Datum): ShapeFeature[] {
  const features = featuresOf(typeof input === 'string' ? parsed(input) : input);
  if (features.length > SHAPE_LIMITS.features) {
    refuse('geo.too_many_features', { count: features.length, count_max: SHAPE_LIMITS.features });
  }

  const drawn = features.map(({ properties, geometry }, index) => {
    const place = { feature: index + 1, datum };
    return { properties, place, polygons: polygonsOf(geometry, place) };
  });
  refuseTooDetailed(drawn);
  return drawn.map(({ properties, place, polygons }) => ({ properties, shape: shapeOf(polygons, place) }));
}

/** All polygons of the input as one shape: the boundary of one place. Throws as `readFeatures`. */
export function readShape(input: unknown, datum: Datum): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: readFeatures(input, datum).flatMap(({ shape }) => shape.coordinates),
  };
}

function parsed(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const isJson = trimmed.startsWith('{');
  const max = isJson ? SHAPE_LIMITS.characters : SHAPE_LIMITS.wktCharacters;
  if (trimmed.length > max) refuse('geo.too_large', { characters: trimmed.length, characters_max: max });

  try {
    return isJson ? JSON.parse(trimmed) : wktToGeoJSON(plainWkt(trimmed));
  } catch {
    return refuse('geo.unreadable');
  }
}

/** The parser knows neither small letters nor the SRID that PostGIS puts in front. */
function plainWkt(text: string): string {
  return text.toUpperCase().replace(/^SRID=\d+;\s*/, '');
}

interface RawFeature {
  properties: Record<string, unknown>;
  geometry: unknown;
}

function featuresOf(value: unknown): RawFeature[] {
  if (!isRecord(value)) return refuse('geo.unreadable');
  if (value.type === 'FeatureCollection' && Array.isArray(value.features) && value.features.length > 0) {
    return value.features.flatMap((feature) => featuresOf(feature?.type === 'Feature' ? feature : null));
  }
  if (value.type === 'Feature') {
    return [{ properties: isRecord(value.properties) ? value.properties : {}, geometry: value.geometry }];
  }
  return typeof value.type === 'string' && value.type !== 'FeatureCollection'
    ? [{ properties: {}, geometry: value }]
    : refuse('geo.unreadable');
}

/** Looking for crossings takes the square of a shape's count, so all are bounded before anything else is done. */
function refuseTooDetailed(drawn: { place: Place; polygons: unknown[][] }[]): void {
  let total = 0;
  for (const { place, polygons } of drawn) {
    const count = polygons
      .flat()
      .reduce<number>((sum, ring) => sum + (Array.isArray(ring) ? ring.length : 0), 0);
    const count_max = SHAPE_LIMITS.vertices;
    if (count > count_max) refuse('geo.too_many_vertices', { feature: place.feature, count, count_max });
    total += count;
  }
  if (total > SHAPE_LIMITS.verticesTotal)
    refuse('geo.too_detailed', { count_max: SHAPE_LIMITS.verticesTotal });
}

function shapeOf(polygons: unknown[][], place: Place): MultiPolygon {
  if (polygons.length === 0) refuse('geo.empty', { feature: place.feature });
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings): PolygonRings => checkedPolygon(rings, place)),
  };
}

/** Polygons with unchecked rings. A collection is taken apart one level deep, as some programs wrap one polygon in it. */
function polygonsOf(geometry: unknown, place: Place): unknown[][] {
  const { type, coordinates, geometries } = isRecord(geometry) ? geometry : {};
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return geometries
      .filter((inner) => inner?.type !== 'GeometryCollection')
      .flatMap((inner) => polygonsOf(inner, place));
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    if (typeof type !== 'string') return refuse('geo.empty', { feature: place.feature });
    return refuse('geo.no_polygon', { feature: place.feature, found: type.slice(0, 40) });
  }
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || !polygons.every(Array.isArray)) return refuse('geo.unreadable');
  return polygons.filter((rings) => rings.length > 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
