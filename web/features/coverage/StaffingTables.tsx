import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { readStaffing } from '#contract/coverage/endpoints.ts';
import type { GridStaffing, StaffingWarning, WorkerStaffing } from '#contract/coverage/records.ts';
import { staffingWarningWords } from '#contract/coverage/words.ts';
import { roleWords, staffingWords } from '#contract/identity/words.ts';
import { useRead } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { coverageWords as words } from './words.ts';

/** Who works on which grid, and what to check; nobody is scored. */
export function StaffingTables({ areaId }: { areaId: string | undefined }) {
  const { data } = useRead(readStaffing, { query: areaId ? { areaId } : {} });
  const [view, setView] = useState(words.onlyWarnings);
  if (!data) return <Loading rows={4} />;

  const shown = <Row extends { warnings: readonly StaffingWarning[] }>(rows: readonly Row[]) =>
    view === words.all ? [...rows] : rows.filter((row) => row.warnings.length > 0);
  return (
    <Section
      title={words.staffing}
      aside={<Segmented options={[words.onlyWarnings, words.all]} value={view} onChange={setView} />}
    >
      <p className="jia-caption">{words.staffingNote}</p>
      <div className="jia-coverage-staffing">
        <GridTable grids={shown(data.grids)} />
        <WorkerTable workers={shown(data.workers)} />
      </div>
    </Section>
  );
}

function GridTable({ grids }: { grids: readonly GridStaffing[] }) {
  return (
    <Table<GridStaffing>
      rowKey="areaId"
      size="middle"
      pagination={paging}
      locale={empty}
      dataSource={[...grids]}
      columns={[
        {
          key: 'grid',
          title: words.grid,
          render: (_, grid) => (
            <Link to="/areas/$areaId" params={{ areaId: grid.areaId } as never}>
              {grid.name}
            </Link>
          ),
        },
        { key: 'leads', title: words.lead, render: (_, grid) => grid.leads.join('、') },
        { key: 'fullTime', title: words.fullTime, render: (_, grid) => grid.fullTime.join('、') },
        {
          key: 'professional',
          title: words.professional,
          render: (_, grid) => grid.professional.join('、'),
        },
        { key: 'partTime', title: words.partTime, render: (_, grid) => grid.partTime.join('、') },
        { key: 'hint', title: words.hint, render: (_, grid) => hints(grid) },
      ]}
    />
  );
}

function WorkerTable({ workers }: { workers: readonly WorkerStaffing[] }) {
  return (
    <Table<WorkerStaffing>
      rowKey={(worker) => `${worker.accountId} ${worker.role} ${worker.staffing}`}
      size="middle"
      pagination={paging}
      locale={empty}
      dataSource={[...workers]}
      columns={[
        { key: 'worker', title: words.worker, dataIndex: 'name' },
        { key: 'role', title: words.role, render: (_, worker) => roleWords[worker.role] },
        {
          key: 'kind',
          title: words.kind,
          render: (_, worker) => worker.staffing && staffingWords[worker.staffing],
        },
        {
          key: 'grids',
          title: words.grids,
          render: (_, worker) => worker.grids.map((grid) => grid.name).join('、'),
        },
        { key: 'hint', title: words.hint, render: (_, worker) => hints(worker) },
      ]}
    />
  );
}

const paging = { pageSize: 20, hideOnSinglePage: true, showSizeChanger: false };
const empty = { emptyText: words.noWarnings };

function hints({ warnings }: { warnings: readonly StaffingWarning[] }) {
  return warnings.map((warning) => <div key={warning}>{staffingWarningWords[warning]}</div>);
}
