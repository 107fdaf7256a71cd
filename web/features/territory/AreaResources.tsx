import { useState } from 'react';
import { listResources, mapAreas } from '#contract/territory/mapEndpoints.ts';
import type { Area, AreaResource } from '#contract/territory/records.ts';
import { resourceKindWords } from '#contract/territory/words.ts';
import { useRead } from '#web/lib/query.ts';
import { AreaMap } from '#web/ui/AreaMap/AreaMap.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { whyNot } from './AreaPage.tsx';
import { pointsOf } from './points.ts';
import { ResourceForm } from './ResourceForm.tsx';
import { areaWords, resourceWords as words } from './words.ts';

/** What is marked on the sheet, on the map and as a list. */
export function AreaResources({ area }: { area: Area }) {
  const { data } = useRead(listResources, { params: { areaId: area.areaId } });
  const { data: map } = useRead(mapAreas, { query: { areaId: area.areaId } });
  const [edited, setEdited] = useState<AreaResource | 'new' | null>(null);
  if (!data) return <Loading rows={4} />;
  return (
    <div className="jia-area-boundary">
      {map && (
        <AreaMap
          title={area.name}
          areas={map.areas}
          outline={map.outline}
          points={pointsOf(data.resources)}
          plain
        />
      )}
      <Section
        title={areaWords.resources}
        aside={
          <Button small reason={whyNot(area.can.edit)} onPress={() => setEdited('new')}>
            {words.add}
          </Button>
        }
      >
        {data.resources.length === 0 ? (
          <EmptyState>{words.empty}</EmptyState>
        ) : (
          <RowSheet>
            {data.resources.map((resource) => (
              <ListRow
                key={resource.resourceId}
                title={resource.name}
                note={[
                  resourceKindWords[resource.kind],
                  resource.areaName,
                  resource.position ? null : words.noPosition,
                  resource.publicPhone,
                  resource.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {...(resource.can.edit === true ? { onPress: () => setEdited(resource) } : {})}
              />
            ))}
          </RowSheet>
        )}
      </Section>
      {edited && (
        <ResourceForm
          area={area}
          resource={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
