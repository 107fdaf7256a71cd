import { type KeyboardEvent, useMemo } from 'react';
import type { MapArea } from '#contract/territory/records.ts';
import { type Projection, shortLabel } from './projection.ts';
import type { AreaMapProps, MapPoint } from './props.ts';
import { type Fill, fillOfStep, stepOf, stepsFor, tintOf } from './ramp.ts';

/** The polygons, their names and the points, in the order in which they cover each other. */
export function AreaDrawing(props: AreaMapProps & { projection: Projection }) {
  const { projection, title, areas, outline, frames = [], neighbours = [], points = [], selectedId } = props;
  const fillOf = useFills(props);
  const selected = areas.find((area) => area.areaId === selectedId);
  return (
    <svg
      className="jia-map-drawing"
      viewBox={`0 0 ${projection.width} ${projection.height}`}
      width={projection.width}
      height={projection.height}
    >
      <title>{title}</title>
      {neighbours.map((area) => (
        <path key={area.areaId} className="jia-map-beside" d={projection.path(area.shape)} />
      ))}
      {outline && areas.length === 0 && (
        <path className="jia-map-ground" d={projection.path(outline.shape)} />
      )}
      {areas.map((area) => (
        <Place key={area.areaId} {...props} area={area} fill={fillOf(area)} />
      ))}
      {frames.map((area) => (
        <path key={area.areaId} className="jia-map-frame" d={projection.path(area.shape)} />
      ))}
      {outline && <path className="jia-map-outline" d={projection.path(outline.shape)} />}
      {selected && <path className="jia-map-selected" d={projection.path(selected.shape)} />}
      {neighbours.map((area) => (
        <Label key={area.areaId} projection={projection} area={area} text={area.name} halo="#fff" beside />
      ))}
      {areas.map((area) => (
        <Label
          key={area.areaId}
          projection={projection}
          area={area}
          text={frames.length > 0 ? shortLabel(area) : labelFor(area, projection)}
          halo={fillOf(area).fill}
          color={fillOf(area).text}
          small={area.level === 'grid'}
        />
      ))}
      {frames.map((area) => (
        <Label key={area.areaId} projection={projection} area={area} text={area.name} halo="#fff" />
      ))}
      {points.map((point) => (
        <Dot key={point.id} projection={projection} point={point} />
      ))}
    </svg>
  );
}

/** The whole name where it fits, else its number. */
function labelFor(area: MapArea, projection: Projection): string {
  return projection.widthOf(area.shape) > [...area.name].length * 13 ? area.name : shortLabel(area);
}

interface PlaceProps extends AreaMapProps {
  projection: Projection;
  area: MapArea;
  fill: Fill;
}

function Place({ projection, area, fill, onPick, density, selectedId }: PlaceProps) {
  const value = density?.valueOf(area);
  const name = value === null || value === undefined ? area.name : `${area.name} ${value}`;
  const path = projection.path(area.shape);
  if (!onPick) {
    return (
      <path className="jia-map-area" d={path} fill={fill.fill}>
        <title>{name}</title>
      </path>
    );
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPick(area);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a polygon of a drawing cannot be a <button>.
    <path
      className="jia-map-area jia-map-press"
      d={path}
      fill={fill.fill}
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={area.areaId === selectedId}
      onClick={() => onPick(area)}
      onKeyDown={pressed}
    >
      <title>{name}</title>
    </path>
  );
}

interface LabelProps {
  projection: Projection;
  area: MapArea;
  text: string;
  halo: string;
  color?: string;
  small?: boolean;
  beside?: boolean;
}

/** Grid numbers only where the polygon is wide enough; a name never hides a name. */
function Label({ projection, area, text, halo, color, small, beside }: LabelProps) {
  if (small && projection.widthOf(area.shape) < 48) return null;
  const [x, y] = projection.at(area.label.longitude, area.label.latitude);
  if (beside && (x < 24 || y < 12 || x > projection.width - 24 || y > projection.height - 12)) return null;
  const kind = beside ? 'jia-map-label-beside' : small ? 'jia-map-label-small' : 'jia-map-label';
  return (
    <text className={kind} x={x} y={y} stroke={halo} fill={color}>
      {text}
    </text>
  );
}

function Dot({ projection, point }: { projection: Projection; point: MapPoint }) {
  const [x, y] = projection.at(point.longitude, point.latitude);
  return (
    <g className={point.isWarning ? 'jia-map-dot jia-map-dot-warning' : 'jia-map-dot'}>
      <title>{point.word}</title>
      {point.isWarning ? (
        <path d={`M${x} ${y - 8}l9 15h-18z`} />
      ) : (
        <circle cx={x} cy={y} r={point.sign ? 8 : 5} />
      )}
      {point.sign && (
        <text x={x} y={y + (point.isWarning ? 1 : 0)}>
          {point.sign}
        </text>
      )}
    </g>
  );
}

function useFills({ areas, density, gridTypes }: AreaMapProps): (area: MapArea) => Fill {
  return useMemo(() => {
    if (density) {
      const steps = stepsFor(areas.map((area) => density.valueOf(area) ?? 0));
      return (area: MapArea) => fillOfStep(stepOf(density.valueOf(area) ?? 0, steps));
    }
    const colors = new Map(gridTypes?.map((type) => [type.code, type.color]));
    return (area: MapArea) => {
      const color = colors.get(area.gridType ?? '');
      return color ? tintOf(color) : fillOfStep(area.level === 'community' ? 1 : 0);
    };
  }, [areas, density, gridTypes]);
}
