import './imports.css';
import { useState } from 'react';
import { listExportsToDecide } from '#contract/exports/endpoints.ts';
import type { ExportRecord } from '#contract/exports/records.ts';
import { stamp } from '#web/lib/formats.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { DecideExportForm } from './DecideExportForm.tsx';
import { ExportChip } from './ExportChip.tsx';
import { exportWords, approvalWords as words } from './words.ts';

/** Unmasked exports that wait for my consent, and those that were decided. */
export function ExportApprovalsPage() {
  const [filters, setFilters] = useFilters();
  const [chosen, choose] = useState<ExportRecord | null>(null);
  const isDecided = filters.decided === 'yes';
  const rows = usePages(listExportsToDecide, { query: { decided: isDecided ? 'yes' : 'no' } });
  const columns: readonly RegisterColumn<ExportRecord>[] = [
    ...facts,
    {
      key: 'act',
      title: exportWords.columns.act,
      render: (record) =>
        record.can.decide === true && (
          <Button kind="quiet" small onPress={() => choose(record)}>
            {words.open}
          </Button>
        ),
    },
  ];
  return (
    <DeskPage title={words.title}>
      <RegisterTable
        name="export-approvals"
        rows={rows}
        rowKey={({ exportId }) => exportId}
        columns={columns}
        selectedKey={chosen?.exportId}
        empty={<EmptyState>{isDecided ? words.noneDecided : words.none}</EmptyState>}
        filters={
          <FilterSentence
            values={filters}
            onChange={setFilters}
            parts={[
              {
                kind: 'choice',
                key: 'decided',
                label: words.which,
                all: words.waiting,
                choices: [{ value: 'yes', word: words.decided }],
              },
            ]}
          />
        }
      />
      {chosen && <DecideExportForm record={chosen} onClose={() => choose(null)} />}
    </DeskPage>
  );
}

const facts: readonly RegisterColumn<ExportRecord>[] = [
  { key: 'by', title: words.by, render: ({ byName }) => byName },
  { key: 'title', title: exportWords.columns.title, render: ({ title }) => title },
  {
    key: 'filter',
    title: exportWords.columns.filter,
    render: ({ filterText }) => filterText || exportWords.all,
  },
  { key: 'reason', title: exportWords.columns.reason, render: ({ reason }) => reason },
  { key: 'status', title: exportWords.columns.status, render: (record) => <ExportChip record={record} /> },
  { key: 'note', title: exportWords.columns.note, render: ({ decisionReason }) => decisionReason ?? '' },
  { key: 'at', title: exportWords.columns.at, render: ({ at }) => stamp(at) },
];
