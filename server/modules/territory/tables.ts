import type { AreaKind, Level, ResourceKind } from '#contract/territory/levels.ts';
import type { InstantColumn, JsonColumn } from '#kernel/database/columns.ts';
import type { Datum } from '#kernel/geo/datum.ts';
import type { MultiPolygon } from '#kernel/geo/shape.ts';

export interface AreasTable {
  street_id: number;
  id: string;
  level: Level;
  level_rank: number;
  kind: AreaKind | null;
  code: string;
  name: string;
  aliases: string[];
  parent_id: string | null;
  path: string;
  grid_type: string | null;
  households_declared: number | null;
  note: string;
  valid_from: string;
  valid_to: string | null;
  version: number;
  changed_at: InstantColumn;
  changed_by: string;
}

interface GridTypesTable {
  street_id: number;
  code: string;
  label: string;
  color: string;
  position: number;
}

export interface AreaBoundariesTable {
  street_id: number;
  id: string;
  area_id: string;
  valid_from: string;
  valid_to: string | null;
  geometry: JsonColumn<MultiPolygon>;
  area_m2: number;
  label_longitude: number;
  label_latitude: number;
  west: number;
  south: number;
  east: number;
  north: number;
  datum_of_source: Datum;
  schematic: boolean;
  source: string;
  recorded_at: InstantColumn;
  recorded_by: string;
}

export interface AreaResourcesTable {
  street_id: number;
  id: string;
  area_id: string;
  area_path: string;
  kind: ResourceKind;
  name: string;
  longitude: number | null;
  latitude: number | null;
  public_phone: string | null;
  note: string;
  removed_on: string | null;
  version: number;
  changed_at: InstantColumn;
  changed_by: string;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    areas: AreasTable;
    grid_types: GridTypesTable;
    area_boundaries: AreaBoundariesTable;
    area_resources: AreaResourcesTable;
  }
}
