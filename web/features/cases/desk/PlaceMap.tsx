import type { CaseRecord } from '#contract/cases/records.ts';
import { readArea } from '#contract/territory/endpoints.ts';
import { mapAreas } from '#contract/territory/mapEndpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { AreaMap } from '#web/ui/AreaMap/AreaMap.tsx';
import { deskWords as words } from './words.ts';

/** The community with its grids, the grid of the case marked, a dot where it is. */
export function PlaceMap({ record }: { record: CaseRecord }) {
  const areaId = record.area?.areaId ?? '';
  const { data: area } = useRead(readArea, { params: { areaId } }, { enabled: areaId !== '' });
  const chain = area ? [...area.chain, area] : [];
  const within = chain.find(({ level }) => level === 'community') ?? chain[0];
  const grid = chain.find(({ level }) => level === 'grid');
  const { data: map } = useRead(
    mapAreas,
    { query: within ? { areaId: within.areaId } : {} },
    { enabled: within !== undefined },
  );
  if (!map || (map.areas.length === 0 && !map.outline))
    return record.area ? null : <p className="jia-caption">{words.mapNone}</p>;
  const spot = record.position ?? map.areas.find((one) => one.areaId === grid?.areaId)?.label;
  return (
    <div className="jia-deskmap">
      <AreaMap
        title={words.map}
        areas={map.areas}
        outline={map.outline}
        selectedId={grid?.areaId}
        points={spot ? [{ id: record.caseId, ...spot, word: record.placeText || record.title }] : []}
        heightMax={200}
        plain
      />
      <p className="jia-caption">{[within?.name, grid?.name].filter(Boolean).join(' · ')}</p>
    </div>
  );
}
