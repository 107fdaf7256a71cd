import './coverage.css';
import { readCoverage } from '#contract/coverage/endpoints.ts';
import type { CoverageRow } from '#contract/coverage/records.ts';
import { listGridTypes } from '#contract/territory/endpoints.ts';
import { mapAreas } from '#contract/territory/mapEndpoints.ts';
import { figure } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { AreaMap } from '#web/ui/AreaMap/AreaMap.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { StaffingTables } from './StaffingTables.tsx';
import { TargetBar } from './TargetBar.tsx';
import { coverageWords as words } from './words.ts';

/** Entrances without a warden, households for each grid worker, staffing against its kind. */
export function CoveragePage() {
  const [{ areaId }, change] = useFilters();
  const query = areaId ? { areaId } : {};
  const { data, error, refetch } = useRead(readCoverage, { query });
  const { data: map } = useRead(mapAreas, { query });
  const { data: types } = useRead(listGridTypes);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;

  const { total, rows, target, place } = data;
  const byId = new Map<string, CoverageRow>(rows.map((row) => [row.areaId, row]));
  const isMapped = map?.areas.some((area) => byId.has(area.areaId)) ?? false;
  return (
    <DeskPage
      title={`${words.title} · ${place.name}`}
      actions={areaId && <Button onPress={() => change({ areaId: undefined })}>{words.whole}</Button>}
    >
      <div className="jia-coverage-figures">
        <Link to="/coverage/entrances" search={query as never} className="jia-coverage-main">
          <Figure
            size="display"
            value={total.entrancesWithoutWarden}
            word={total.entrancesWithoutWarden === 0 ? words.complete : words.uncovered}
          />
        </Link>
        <Figure value={figure(total.entrances)} word={words.entrances} />
        <Figure value={figure(total.wardens)} word={words.wardens} />
        <Figure value={figure(total.households)} word={words.households} />
        <Figure value={total.gridWorkers} word={words.gridWorkers} />
        <TargetBar value={total.householdsPerWorker} target={target} />
      </div>
      <p className="jia-caption">{words.filesNote(total.householdFiles)}</p>
      <div className="jia-coverage-body">
        <CoverageTable rows={rows} target={target} onOpen={(row) => change({ areaId: row.areaId })} />
        {map && isMapped && (
          <AreaMap
            title={words.uncovered}
            areas={map.areas}
            outline={map.outline}
            gridTypes={types?.gridTypes ?? []}
            density={{
              word: words.uncovered,
              valueOf: (area) => byId.get(area.areaId)?.entrancesWithoutWarden ?? null,
            }}
            onPick={(area) => change({ areaId: area.areaId })}
          />
        )}
      </div>
      <StaffingTables areaId={areaId} />
    </DeskPage>
  );
}
