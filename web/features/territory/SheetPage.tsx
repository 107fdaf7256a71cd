import './territory.css';
import './sheet.css';
import { Segmented } from 'antd';
import { useState } from 'react';
import { listResponsible } from '#contract/coverage/endpoints.ts';
import type { OutputOf } from '#contract/define.ts';
import { roleWords, staffingWords } from '#contract/identity/words.ts';
import { listGridTypes } from '#contract/territory/endpoints.ts';
import { resourceKinds } from '#contract/territory/levels.ts';
import { readSheet } from '#contract/territory/mapEndpoints.ts';
import { areaKindWords, levelWords, resourceKindWords } from '#contract/territory/words.ts';
import { moment } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { AreaMap } from '#web/ui/AreaMap/AreaMap.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { pointsOf } from './points.ts';
import { sheetWords as words } from './words.ts';

type Sheet = OutputOf<typeof readSheet>;

/** The sheet of a grid (经络图), as it hangs on the wall: A4 or A3, landscape. */
export function SheetPage() {
  const areaId = useParam('areaId');
  const { data: sheet, error, refetch } = useRead(readSheet, { params: { areaId } });
  const { data: types } = useRead(listGridTypes);
  const { data: me } = useMe();
  const [paper, setPaper] = useState<'A4' | 'A3'>('A4');
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!sheet) return <Loading rows={6} />;
  return (
    <div className="jia-deskpage">
      <style>{`@media print { @page { size: ${paper} landscape; margin: 12mm } }`}</style>
      <div className="jia-sheet-tools">
        <Button onPress={() => history.back()}>{words.back}</Button>
        <Segmented options={['A4', 'A3']} value={paper} onChange={setPaper} />
        <Button kind="primary" icon="printer" onPress={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <article className={`jia-gridsheet jia-gridsheet-${paper}`}>
        <header>
          <h2>{words.title(sheet.area.name)}</h2>
          <p>
            {sheet.chain.map((above) => above.name).join(' › ')} · {sheet.area.code}
          </p>
        </header>
        <div className="jia-gridsheet-body">
          <AreaMap
            title={sheet.area.name}
            areas={sheet.inner.length > 0 || !sheet.outline ? sheet.inner : [sheet.outline]}
            outline={sheet.outline}
            neighbours={sheet.neighbours}
            points={pointsOf(sheet.resources)}
            gridTypes={types?.gridTypes ?? []}
            heightMax={620}
            plain
          />
          <div className="jia-gridsheet-side">
            <Staff areaId={areaId} />
            <Counts sheet={sheet} />
            <Resources sheet={sheet} />
          </div>
        </div>
        <Buildings sheet={sheet} />
        <footer>{words.printed(me?.name ?? '', moment(sheet.asOf))}</footer>
      </article>
    </div>
  );
}

function Staff({ areaId }: { areaId: string }) {
  const { data } = useRead(listResponsible, { query: { areaId } });
  return (
    <section>
      <h3>{words.staff}</h3>
      {data?.responsible.length === 0 && <p>{words.noStaff}</p>}
      <ul>
        {data?.responsible.map((one) => (
          <li key={`${one.name} ${one.role}`}>
            {[one.name, roleWords[one.role], one.staffing && staffingWords[one.staffing]]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
        {data && <li>{words.warden(data.wardens)}</li>}
      </ul>
    </section>
  );
}

function Counts({ sheet }: { sheet: Sheet }) {
  return (
    <section>
      <h3>{words.counts}</h3>
      <p>
        {sheet.counts
          .map(({ level, kind, count }) => `${kind ? areaKindWords[kind] : levelWords[level]} ${count}`)
          .join(' · ')}
        {sheet.householdsDeclared > 0 && ` · ${sheet.householdsDeclared} ${words.households}`}
      </p>
    </section>
  );
}

/** Layer by layer, as the legend of the map. */
function Resources({ sheet }: { sheet: Sheet }) {
  if (sheet.resources.length === 0) return null;
  return (
    <section>
      <h3>{words.resources}</h3>
      <dl className="jia-gridsheet-layers">
        {resourceKinds.map((kind) => {
          const marks = sheet.resources.filter((resource) => resource.kind === kind);
          if (marks.length === 0) return null;
          return (
            <div key={kind}>
              <dt>
                {resourceKindWords[kind]} {marks.length}
              </dt>
              <dd>
                {marks.map((mark) => [mark.name, mark.publicPhone].filter(Boolean).join(' ')).join('、')}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Buildings({ sheet }: { sheet: Sheet }) {
  if (sheet.buildings.length === 0) return <p className="jia-hint">{words.noBuildings}</p>;
  return (
    <table className="jia-gridsheet-buildings">
      <thead>
        <tr>
          <th>{words.building}</th>
          <th>{words.entrances}</th>
          <th>{words.dwellings}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.buildings.map((building) => (
          <tr key={building.areaId}>
            <td>{[building.estateName, building.name].filter(Boolean).join(' ')}</td>
            <td>{building.entrancesCount}</td>
            <td>{building.householdsDeclared || ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
