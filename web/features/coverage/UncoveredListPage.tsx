import { listUncovered } from '#contract/coverage/endpoints.ts';
import type { UncoveredEntrance } from '#contract/coverage/records.ts';
import { usePages } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { uncoveredWords as words } from './words.ts';

/** The list behind the figure: each entrance that has no warden yet. */
export function UncoveredListPage() {
  const [{ areaId }] = useFilters();
  const rows = usePages(listUncovered, { query: areaId ? { areaId } : {} });
  return (
    <DeskPage title={words.title}>
      <RegisterTable<UncoveredEntrance>
        name="uncovered"
        rows={rows}
        rowKey={(entrance) => entrance.areaId}
        columns={[
          {
            key: 'name',
            title: words.name,
            render: (entrance) => (
              <Link to="/areas/$areaId" params={{ areaId: entrance.areaId } as never}>
                {entrance.name}
              </Link>
            ),
          },
          { key: 'place', title: words.place, render: (entrance) => entrance.place },
          {
            key: 'households',
            title: words.households,
            align: 'end',
            render: (entrance) => entrance.households,
          },
        ]}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
    </DeskPage>
  );
}
