import { Table } from 'antd';
import type { CoverageRow } from '#contract/coverage/records.ts';
import { Link } from '#web/lib/router.ts';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { coverageWords as words } from './words.ts';

interface CoverageTableProps {
  rows: readonly CoverageRow[];
  target: number;
  onOpen: (row: CoverageRow) => void;
}

/** One line for each place; every count leads to its list. In the order of the tree, never of a rank. */
export function CoverageTable({ rows, target, onOpen }: CoverageTableProps) {
  return (
    <Table<CoverageRow>
      rowKey="areaId"
      size="middle"
      pagination={false}
      dataSource={[...rows]}
      columns={[
        {
          key: 'place',
          title: words.place,
          render: (_, row) => (
            <button type="button" className="jia-map-link" onClick={() => onOpen(row)}>
              {row.name}
            </button>
          ),
        },
        { key: 'entrances', title: words.entrances, align: 'end', dataIndex: 'entrances' },
        {
          key: 'uncovered',
          title: words.uncovered,
          align: 'end',
          render: (_, row) =>
            row.entrancesWithoutWarden === 0 ? (
              0
            ) : (
              <Link to="/coverage/entrances" search={{ areaId: row.areaId } as never}>
                {row.entrancesWithoutWarden}
              </Link>
            ),
        },
        { key: 'wardens', title: words.wardens, align: 'end', dataIndex: 'wardens' },
        { key: 'households', title: words.households, align: 'end', dataIndex: 'households' },
        { key: 'workers', title: words.gridWorkers, align: 'end', dataIndex: 'gridWorkers' },
        {
          key: 'perWorker',
          title: words.perWorker,
          align: 'end',
          render: (_, row) => row.householdsPerWorker ?? '—',
        },
        {
          key: 'load',
          title: '',
          render: (_, row) =>
            row.householdsPerWorker !== null && row.householdsPerWorker > target ? (
              <Tag>{words.above(row.householdsPerWorker - target)}</Tag>
            ) : null,
        },
        {
          key: 'warnings',
          title: words.warnings,
          align: 'end',
          render: (_, row) => row.warnings || '',
        },
      ]}
    />
  );
}
