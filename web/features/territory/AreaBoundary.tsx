import { useState } from 'react';
import { datumLabels } from '#contract/geo/words.ts';
import { listBoundaries } from '#contract/territory/mapEndpoints.ts';
import type { Area, Boundary, MapArea } from '#contract/territory/records.ts';
import { figure } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { AreaMap } from '#web/ui/AreaMap/AreaMap.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { whyNot } from './AreaPage.tsx';
import { DrawBoundaryForm } from './DrawBoundaryForm.tsx';
import { boundaryWords as words } from './words.ts';

/** The present border on a map, the former ones as a list; a press shows how it ran. */
export function AreaBoundary({ area }: { area: Area }) {
  const { data } = useRead(listBoundaries, { params: { areaId: area.areaId } });
  const [shownId, setShownId] = useState<string | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  if (!data) return <Loading rows={4} />;

  const present = data.boundaries.find((one) => one.validTo === null) ?? null;
  const shown = data.boundaries.find((one) => one.boundaryId === shownId) ?? present;
  return (
    <div className="jia-area-boundary">
      <AreaMap title={area.name} areas={[]} outline={shown && mapAreaOf(area, shown)} plain />
      <Section
        title={present ? words.present : words.none}
        aside={
          <Button small reason={whyNot(area.can.edit)} onPress={() => setDrawing(true)}>
            {present ? words.draw : words.drawFirst}
          </Button>
        }
      >
        <RowSheet>
          {data.boundaries.map((one) => (
            <ListRow
              key={one.boundaryId}
              title={words.span(one.validFrom, one.validTo)}
              note={[
                words.area(figure(one.areaM2)),
                datumLabels[one.datumOfSource],
                one.source,
                one.recordedBy,
              ]
                .filter(Boolean)
                .join(' · ')}
              trailing={one.schematic && <Tag>{words.schematicTag}</Tag>}
              onPress={() => setShownId(one.boundaryId)}
            />
          ))}
        </RowSheet>
      </Section>
      {isDrawing && <DrawBoundaryForm area={area} present={present} onClose={() => setDrawing(false)} />}
    </div>
  );
}

function mapAreaOf(area: Area, boundary: Boundary): MapArea {
  const { areaId, level, code, name, gridType } = area;
  return { areaId, level, code, name, gridType, ...boundaryOnMap(boundary) };
}

function boundaryOnMap({ label, schematic, shape }: Boundary) {
  return { label, schematic, shape };
}
