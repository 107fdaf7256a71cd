// Reads the area tree of a pack. The file is ours, so a fault in it is a bug and stops the start.
import { readFileSync } from 'node:fs';
import type { Pack } from './pack.ts';

export type Position = readonly [longitude: number, latitude: number];

export interface Polygon {
  type: 'Polygon';
  coordinates: readonly (readonly Position[])[];
}

export interface PackArea {
  level: 'street' | 'community' | 'big_grid' | 'grid';
  /** 9, 12 and 15 digits; a big grid carries a local code such as `110112003009-B3`. */
  code: string;
  /** Code in the drawing the area comes from, where it differs. */
  alias: string | null;
  name: string;
  kind: 'community' | 'village' | null;
  parentCode: string | null;
  /** Code of the grid type; grids only. */
  gridType: string | null;
  areaM2: number | null;
  schematic: boolean;
  /** Null for a big grid, which is the sum of its grids, and for a community nobody has drawn. */
  boundary: Polygon | null;
}

interface Feature {
  properties: {
    level: PackArea['level'];
    code: string;
    name: string;
    alias?: string;
    kind?: 'community' | 'village';
    parent?: string;
    type?: string;
    area_m2?: number;
    schematic: boolean;
  };
  geometry: Polygon | null;
}

/** Every area of the pack, parents before children. */
export function readAreas(pack: Pick<Pack, 'areasFile'>): PackArea[] {
  const file: { features: Feature[] } = JSON.parse(readFileSync(pack.areasFile, 'utf8'));
  return file.features.map(({ properties, geometry }) => ({
    level: properties.level,
    code: properties.code,
    alias: properties.alias ?? null,
    name: properties.name,
    kind: properties.kind ?? null,
    parentCode: properties.parent ?? null,
    gridType: properties.type ?? null,
    areaM2: properties.area_m2 ?? null,
    schematic: properties.schematic,
    boundary: geometry,
  }));
}
