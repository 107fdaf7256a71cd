// From degrees to pixels: north up, one scale in both directions, a margin around.
import type { MapArea, Shape } from '#contract/territory/records.ts';
import { uiWords } from '../words.ts';

export interface Projection {
  width: number;
  height: number;
  /** Pixels of a position. */
  at(longitude: number, latitude: number): [x: number, y: number];
  /** SVG path of a shape. */
  path(shape: Shape): string;
  /** Width in pixels of a shape, for the question whether a label fits. */
  widthOf(shape: Shape): number;
}

const marginMin = 12;

/** Fits the shapes into a width; the height follows, within bounds, and the drawing is centred. */
export function projectionOf(
  shapes: readonly Shape[],
  width: number,
  bounds: { heightMin: number; heightMax: number; margin?: number },
): Projection {
  const { margin = marginMin } = bounds;
  const [west, south, east, north] = boxOf(shapes);
  // Degrees of longitude shrink towards the pole: measured in degrees of latitude, distances compare.
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const groundWidth = Math.max((east - west) * squeeze, 1e-6);
  const groundHeight = Math.max(north - south, 1e-6);
  const wanted = ((width - 2 * margin) * groundHeight) / groundWidth + 2 * margin;
  const height = Math.round(Math.min(bounds.heightMax, Math.max(bounds.heightMin, wanted)));
  const scale = Math.min((width - 2 * margin) / groundWidth, (height - 2 * margin) / groundHeight);
  const left = (width - groundWidth * scale) / 2;
  const top = (height - groundHeight * scale) / 2;

  const at = (longitude: number, latitude: number): [number, number] => [
    left + (longitude - west) * squeeze * scale,
    top + (north - latitude) * scale,
  ];
  return {
    width,
    height,
    at,
    path: (shape) =>
      shape.coordinates
        .flat()
        .map((ring) => ringPath(ring, at))
        .join(''),
    widthOf: (shape) => {
      const [shapeWest, , shapeEast] = boxOf([shape]);
      return (shapeEast - shapeWest) * squeeze * scale;
    },
  };
}

function ringPath(ring: readonly [number, number][], at: Projection['at']): string {
  const points = ring.slice(0, -1).map(([longitude, latitude]) => {
    const [x, y] = at(longitude, latitude);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

export function boxOf(shapes: readonly Shape[]): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes) {
    for (const [longitude, latitude] of shape.coordinates.flat(2)) {
      west = Math.min(west, longitude);
      south = Math.min(south, latitude);
      east = Math.max(east, longitude);
      north = Math.max(north, latitude);
    }
  }
  return [west, south, east, north];
}

/** The short name on a small place: `帅府社区` → `帅府`, `帅府社区第7网格` → `7`. */
export function shortLabel(area: Pick<MapArea, 'name' | 'level'>): string {
  if (area.level === 'grid') return /(\d+)\D*$/.exec(area.name)?.[1] ?? area.name;
  const { suffix } = uiWords.map;
  return area.name.endsWith(suffix) ? area.name.slice(0, -suffix.length) : area.name;
}
