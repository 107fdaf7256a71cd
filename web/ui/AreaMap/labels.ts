// Which names are written, and where: none may hide another.
import type { MapArea } from '#contract/territory/records.ts';
import { type Projection, shortLabel } from './projection.ts';

export interface PlacedLabel {
  key: string;
  text: string;
  x: number;
  y: number;
  /** Height of a character in pixels. */
  size: number;
}

/** Drops every label whose box meets that of an earlier one. */
export function placed<L extends PlacedLabel>(labels: readonly L[]): L[] {
  const kept: L[] = [];
  for (const label of labels) if (!kept.some((other) => meets(label, other))) kept.push(label);
  return kept;
}

function meets(a: PlacedLabel, b: PlacedLabel): boolean {
  return (
    Math.abs(a.x - b.x) < (widthOf(a) + widthOf(b)) / 2 + 2 && Math.abs(a.y - b.y) < (a.size + b.size) / 2 + 1
  );
}

/** Digits take half of what a Chinese character takes. */
function widthOf({ text, size }: PlacedLabel): number {
  return [...text].reduce((width, character) => width + (character < '\u2e80' ? size * 0.6 : size), 0);
}

/** Communities and grids by their short names, as on the wall map; other places by the whole name where it fits. */
export function labelAt(area: MapArea, projection: Projection, size: number): PlacedLabel {
  const [x, y] = projection.at(area.label.longitude, area.label.latitude);
  const isShort = area.level === 'community' || area.level === 'grid';
  const isRoomy = !isShort && projection.widthOf(area.shape) > [...area.name].length * size;
  return { key: area.areaId, text: isRoomy ? area.name : shortLabel(area), x, y, size };
}

/** A neighbour is named at the edge of the drawing, in the direction in which it lies. */
export function edgeLabel(area: MapArea, projection: Projection, size: number): PlacedLabel {
  const label = { ...labelAt(area, projection, size), text: shortLabel(area) };
  const [middleX, middleY] = [projection.width / 2, projection.height / 2];
  const [dx, dy] = [label.x - middleX, label.y - middleY];
  const reach = Math.max(Math.abs(dx) / (middleX - 3 * size), Math.abs(dy) / (middleY - size), 1);
  return { ...label, x: middleX + dx / reach, y: middleY + dy / reach };
}
