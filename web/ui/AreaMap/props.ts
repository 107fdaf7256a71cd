import type { GridType, MapArea } from '#contract/territory/records.ts';

export interface MapPoint {
  id: string;
  longitude: number;
  latitude: number;
  /** What it is, for the table and for whoever listens. */
  word: string;
  /** One character in the dot. */
  sign?: string;
  isWarning?: boolean;
}

export interface AreaMapProps {
  /** What the map shows, for those who do not see it. */
  title: string;
  areas: readonly MapArea[];
  outline?: MapArea | null;
  /** Borders drawn stronger over the areas: the communities over the grids. */
  frames?: readonly MapArea[];
  /** Beside the outline, for orientation only. */
  neighbours?: readonly MapArea[];
  points?: readonly MapPoint[];
  /** Colours by type of grid … */
  gridTypes?: readonly GridType[];
  /** … or density by value; `word` stands at the legend, `在办 / 网格`. */
  density?: { word: string; valueOf: (area: MapArea) => number | null };
  selectedId?: string | undefined;
  onPick?: (area: MapArea) => void;
  heightMax?: number;
  /** Without the table beside it: on paper, or where the page has its own. */
  plain?: boolean;
}
