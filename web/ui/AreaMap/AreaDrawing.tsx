import { type KeyboardEvent, useMemo } from 'react';
import type { MapArea } from '#contract/territory/records.ts';
import { edgeLabel, labelAt, type PlacedLabel, placed } from './labels.ts';
import type { Projection } from './projection.ts';
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
      <Labels {...props} fillOf={fillOf} />
      {points.map((point) => (
        <Dot key={point.id} projection={projection} point={point} />
      ))}
    </svg>
  );
}

const areaClass = (area: MapArea) =>
  area.level === 'community' ? 'jia-map-area jia-map-community' : 'jia-map-area';

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
      <path className={areaClass(area)} d={path} fill={fill.fill}>
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
      className={`${areaClass(area)} jia-map-press`}
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

interface WrittenLabel extends PlacedLabel {
  kind: string;
  halo: string;
  color?: string;
}

type LabelsProps = AreaMapProps & { projection: Projection; fillOf: (area: MapArea) => Fill };

/** Communities first, then grids where they are wide enough, then what lies beside. */
function Labels({ projection, areas, frames = [], neighbours = [], fillOf }: LabelsProps) {
  const small = (area: MapArea) => area.level === 'grid' && areas.length > 1;
  const labels = placed<WrittenLabel>([
    ...frames.map((area) => ({ ...labelAt(area, projection, 13), kind: 'jia-map-label', halo: '#fff' })),
    ...areas
      .filter((area) => !small(area) || projection.widthOf(area.shape) >= 48)
      .map((area) => {
        const { fill, text: color } = fillOf(area);
        const kind = small(area) ? 'jia-map-label-small' : 'jia-map-label';
        return { ...labelAt(area, projection, small(area) ? 11 : 13), kind, halo: fill, color };
      }),
    ...neighbours.map((area) => ({
      ...edgeLabel(area, projection, 11),
      kind: 'jia-map-label-beside',
      halo: '#f0ede6',
    })),
  ]);
  return labels.map(({ key, text, x, y, kind, halo, color }) => (
    <text key={`${kind} ${key}`} className={kind} x={x} y={y} stroke={halo} fill={color}>
      {text}
    </text>
  ));
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
