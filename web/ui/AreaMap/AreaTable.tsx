import type { GridType, MapArea } from '#contract/territory/records.ts';
import { uiWords } from '../words.ts';

interface AreaTableProps {
  title: string;
  areas: readonly MapArea[];
  gridTypes?: readonly GridType[];
  density?: { word: string; valueOf: (area: MapArea) => number | null };
  selectedId?: string | undefined;
  onPick?: (area: MapArea) => void;
}

const words = uiWords.map;

/** The same rows as the map, for whoever would rather read. */
export function AreaTable({ title, areas, gridTypes, density, selectedId, onPick }: AreaTableProps) {
  const labels = new Map(gridTypes?.map((type) => [type.code, type.label]));
  const hasTypes = areas.some((area) => area.gridType);
  return (
    <div className="jia-map-table">
      <table aria-label={title}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th>{words.code}</th>
            {hasTypes && <th>{words.type}</th>}
            {density && <th className="jia-map-number">{density.word}</th>}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.areaId} className={area.areaId === selectedId ? 'jia-map-row-on' : undefined}>
              <td>
                {onPick ? (
                  <button type="button" className="jia-map-link" onClick={() => onPick(area)}>
                    {area.name}
                  </button>
                ) : (
                  area.name
                )}
              </td>
              <td>{area.code}</td>
              {hasTypes && <td>{labels.get(area.gridType ?? '')}</td>}
              {density && <td className="jia-map-number">{density.valueOf(area)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
