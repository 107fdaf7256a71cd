import type { AreaMapProps } from './props.ts';
import { fillOfStep, paper, stepsFor, tintOf } from './ramp.ts';

/** Types with their counts, or five steps with their figures. */
export function MapLegend({ areas, density, gridTypes }: AreaMapProps) {
  if (density) {
    const steps = stepsFor(areas.map((area) => density.valueOf(area) ?? 0));
    return (
      <span className="jia-map-legend">
        <span className="jia-caption">{density.word}</span>
        <span className="jia-map-steps">
          <span className="jia-map-step" style={{ background: paper }}>
            0
          </span>
          {steps.map((end, index) => {
            const { fill, text } = fillOfStep(index + 1);
            return (
              <span key={end} className="jia-map-step" style={{ background: fill, color: text }}>
                {index === steps.length - 1 ? `${(steps[index - 1] ?? 0) + 1}+` : `≤${end}`}
              </span>
            );
          })}
        </span>
      </span>
    );
  }
  const used = new Set(areas.map((area) => area.gridType));
  return (
    <span className="jia-map-legend">
      {gridTypes
        ?.filter((type) => used.has(type.code))
        .map((type) => (
          <span key={type.code} className="jia-map-type">
            <span
              className="jia-map-swatch"
              style={{ background: tintOf(type.color).fill, borderColor: type.color }}
            />
            {type.label} {areas.filter((area) => area.gridType === type.code).length}
          </span>
        ))}
    </span>
  );
}
