import './territory.css';
import { Tabs } from 'antd';
import { useState } from 'react';
import { readArea } from '#contract/territory/endpoints.ts';
import { levelWords, territoryProblems } from '#contract/territory/words.ts';
import { useRead } from '#web/lib/query.ts';
import { Link, useFilters, useNavigate, useParam } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { AreaBoundary } from './AreaBoundary.tsx';
import { AreaHistory } from './AreaHistory.tsx';
import { AreaOverview } from './AreaOverview.tsx';
import { AreaResources } from './AreaResources.tsx';
import { ChangeAreaForm } from './ChangeAreaForm.tsx';
import { CreateAreaForm } from './CreateAreaForm.tsx';
import { MoveAreaForm } from './MoveAreaForm.tsx';
import { RetireAreaForm } from './RetireAreaForm.tsx';
import { areaWords as words } from './words.ts';

type Verb = 'edit' | 'add' | 'move' | 'retire';

/** One place: what it is, its border, what is marked on it, what happened to it. */
export function AreaPage() {
  const areaId = useParam('areaId');
  const { data: area, error, refetch } = useRead(readArea, { params: { areaId } });
  const [filters, change] = useFilters();
  const [verb, setVerb] = useState<Verb | null>(null);
  const navigate = useNavigate();
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!area) return <Loading rows={6} />;

  const close = () => setVerb(null);
  const mayReshape = area.can.reshape === true;
  return (
    <DeskPage
      title={area.name}
      figures={
        <span className="jia-text2">
          {area.chain.slice(0, -1).map((above) => (
            <span key={above.areaId}>
              <Link to="/areas/$areaId" params={{ areaId: above.areaId } as never}>
                {above.name}
              </Link>
              {' › '}
            </span>
          ))}
          {levelWords[area.level]}
        </span>
      }
      actions={
        <>
          <Button icon="printer" onPress={() => void navigate({ to: `/areas/${areaId}/sheet` })}>
            {words.sheet}
          </Button>
          {area.can.add_child === true && <Button onPress={() => setVerb('add')}>{words.addChild}</Button>}
          {mayReshape && <Button onPress={() => setVerb('move')}>{words.move}</Button>}
          {mayReshape && <Button onPress={() => setVerb('retire')}>{words.retire}</Button>}
          <Button reason={whyNot(area.can.edit)} onPress={() => setVerb('edit')}>
            {words.edit}
          </Button>
        </>
      }
    >
      <Tabs
        activeKey={filters.tab ?? 'overview'}
        onChange={(tab) => change({ tab: tab === 'overview' ? undefined : tab })}
        items={[
          { key: 'overview', label: words.overview, children: <AreaOverview area={area} /> },
          { key: 'boundary', label: words.boundary, children: <AreaBoundary area={area} /> },
          { key: 'resources', label: words.resources, children: <AreaResources area={area} /> },
          { key: 'history', label: words.history, children: <AreaHistory areaId={areaId} /> },
        ]}
      />
      {verb === 'edit' && <ChangeAreaForm area={area} onClose={close} />}
      {verb === 'add' && <CreateAreaForm parentId={areaId} onClose={close} />}
      {verb === 'move' && <MoveAreaForm area={area} onClose={close} />}
      {verb === 'retire' && <RetireAreaForm area={area} onClose={close} />}
    </DeskPage>
  );
}

/** The reason beside a button that cannot be pressed. */
export function whyNot(can: true | string | undefined): string | undefined {
  if (can === true) return undefined;
  return territoryProblems[can as 'area.outside_your_area'] ?? territoryProblems['area.outside_your_area'];
}
