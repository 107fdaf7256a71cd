import './territory.css';
import { type ReactNode, useState } from 'react';
import { countAreas, listAreas, listGridTypes } from '#contract/territory/endpoints.ts';
import { levels } from '#contract/territory/levels.ts';
import { mapAreas } from '#contract/territory/mapEndpoints.ts';
import type { Area, GridType, LevelCount } from '#contract/territory/records.ts';
import { areaKindWords, levelWords } from '#contract/territory/words.ts';
import { stamp } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { AreaMap } from '#web/ui/AreaMap/AreaMap.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { AreaTree } from './AreaTree.tsx';
import { CreateAreaForm } from './CreateAreaForm.tsx';
import { areasWords as words } from './words.ts';

interface AreasListPageProps {
  /** Import and export of the register, from the shell. */
  exchange?: (filter: Readonly<Record<string, string>>) => ReactNode;
}

/** The register of places: tree, table, map. */
export function AreasListPage({ exchange }: AreasListPageProps) {
  const [filters, change] = useFilters();
  const [isAdding, setAdding] = useState(false);
  const mayEdit = useMayAnywhere()('area.edit');
  const query = queryOf(filters);
  const rows = usePages(listAreas, { query });
  const counts = useRead(countAreas, { query: filters.areaId ? { areaId: filters.areaId } : {} });
  const { data: types } = useRead(listGridTypes);
  const gridTypes = types?.gridTypes ?? [];
  const map = useRead(mapAreas, {
    query: { level: 'grid', ...(filters.areaId ? { areaId: filters.areaId } : {}) },
  });
  return (
    <DeskPage
      title={words.title}
      figures={counts.data && <Counts counts={counts.data.counts} />}
      actions={
        mayEdit && (
          <Button icon="plus" onPress={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <div className="jia-areas">
        <AreaTree selectedId={filters.areaId} onSelect={(areaId) => change({ areaId })} />
        <RegisterTable<Area>
          name="areas"
          rows={rows}
          rowKey={(area) => area.areaId}
          columns={columnsFor(gridTypes)}
          filters={<AreaFilters gridTypes={gridTypes} />}
          actions={exchange?.(query)}
          empty={<EmptyState>{words.empty}</EmptyState>}
        />
        <aside className="jia-areas-map" aria-label={words.map}>
          {map.data && (
            <AreaMap
              title={map.data.place.name}
              areas={map.data.areas}
              outline={map.data.outline}
              frames={map.data.frames}
              gridTypes={gridTypes}
              onPick={(area) => change({ areaId: area.areaId })}
            />
          )}
        </aside>
      </div>
      {isAdding && <CreateAreaForm parentId={filters.areaId ?? null} onClose={() => setAdding(false)} />}
    </DeskPage>
  );
}

function queryOf(filters: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known = ['areaId', 'level', 'gridType', 'when', 'search'];
  return Object.fromEntries(
    Object.entries(filters).filter((pair): pair is [string, string] => known.includes(pair[0]) && !!pair[1]),
  );
}

function AreaFilters({ gridTypes }: { gridTypes: readonly GridType[] }) {
  const [filters, change] = useFilters();
  return (
    <FilterSentence
      values={filters}
      onChange={change}
      parts={[
        {
          kind: 'choice',
          key: 'level',
          label: words.level,
          all: words.allLevels,
          choices: levels.map((value) => ({ value, word: levelWords[value] })),
        },
        {
          kind: 'choice',
          key: 'gridType',
          label: words.gridType,
          all: words.allTypes,
          choices: gridTypes.map((type) => ({ value: type.code, word: type.label })),
        },
        {
          kind: 'choice',
          key: 'when',
          label: words.whenLabel,
          all: words.whenCurrent,
          choices: [{ value: 'retired', word: words.whenRetired }],
        },
        { kind: 'search', key: 'search', label: words.search },
      ]}
    />
  );
}

function Counts({ counts }: { counts: readonly LevelCount[] }) {
  return counts
    .filter((count) => count.level !== 'street')
    .map(({ level, kind, count }) => (
      <Figure key={`${level} ${kind}`} value={count} word={kind ? areaKindWords[kind] : levelWords[level]} />
    ));
}

function columnsFor(gridTypes: readonly GridType[]): RegisterColumn<Area>[] {
  return [
    {
      key: 'name',
      title: words.name,
      render: (area) => (
        <Link to="/areas/$areaId" params={{ areaId: area.areaId } as never}>
          {area.name}
        </Link>
      ),
    },
    {
      key: 'level',
      title: words.level,
      render: (area) => (area.kind ? areaKindWords[area.kind] : levelWords[area.level]),
    },
    { key: 'code', title: words.code, render: (area) => area.code },
    {
      key: 'gridType',
      title: words.gridType,
      render: (area) => gridTypes.find((type) => type.code === area.gridType)?.label,
    },
    {
      key: 'children',
      title: words.children,
      align: 'end',
      render: (area) => area.childrenCount || '',
    },
    {
      key: 'households',
      title: words.households,
      align: 'end',
      render: (area) => area.householdsDeclared,
      isExtra: true,
    },
    { key: 'aliases', title: words.aliases, render: (area) => area.aliases.join('、'), isExtra: true },
    {
      key: 'changed',
      title: words.changed,
      render: (area) => `${stamp(area.changedAt)} ${area.changedBy}`,
      isExtra: true,
    },
  ];
}
