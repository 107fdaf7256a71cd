import './imports.css';
import { useState } from 'react';
import { listExportRegisters, listExports } from '#contract/exports/endpoints.ts';
import type { ExportRecord, ExportStatus } from '#contract/exports/records.ts';
import { moment, stamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { ExportChip } from './ExportChip.tsx';
import { ExportForm } from './ExportForm.tsx';
import { useDownload } from './useDownload.ts';
import { exportWords as words } from './words.ts';

/** What I took out or asked for, and what can be downloaded now. */
export function ExportsPage() {
  const [filters, setFilters] = useFilters();
  const rows = usePages(listExports, { query: { status: filters.status as ExportStatus | undefined } });
  const download = useDownload();
  const columns: readonly RegisterColumn<ExportRecord>[] = [
    ...facts,
    {
      key: 'act',
      title: words.columns.act,
      render: ({ exportId, can }) =>
        can.download === true && (
          <Button
            kind="quiet"
            small
            busy={download.isPending && download.variables === exportId && words.downloading}
            onPress={() => download.mutate(exportId)}
          >
            {words.download}
          </Button>
        ),
    },
  ];
  return (
    <DeskPage title={words.title}>
      <WholeRegisters />
      {download.error && <Banner kind="error">{sentenceOf(download.error)}</Banner>}
      <Section title={words.list}>
        <RegisterTable
          name="exports"
          rows={rows}
          rowKey={({ exportId }) => exportId}
          columns={columns}
          empty={<EmptyState>{words.none}</EmptyState>}
          filters={
            <FilterSentence
              values={filters}
              onChange={setFilters}
              parts={[
                {
                  kind: 'choice',
                  key: 'status',
                  label: words.statusLabel,
                  all: words.allStatuses,
                  choices: Object.entries(words.statuses).map(([value, word]) => ({ value, word })),
                },
              ]}
            />
          }
        />
      </Section>
    </DeskPage>
  );
}

/** Every register that I may take out as a whole. */
function WholeRegisters() {
  const registers = useRead(listExportRegisters);
  const [chosen, choose] = useState<{ register: string; title: string } | null>(null);
  const items = registers.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={words.whole} aside={words.wholeNote}>
      <div className="jia-import-choices">
        {items.map((item) => (
          <Button key={item.register} small icon="download" onPress={() => choose(item)}>
            {item.title}
          </Button>
        ))}
      </div>
      {chosen && <ExportForm {...chosen} filter={{}} onClose={() => choose(null)} />}
    </Section>
  );
}

const facts: readonly RegisterColumn<ExportRecord>[] = [
  { key: 'title', title: words.columns.title, render: ({ title }) => title },
  { key: 'filter', title: words.columns.filter, render: ({ filterText }) => filterText || words.all },
  { key: 'reason', title: words.columns.reason, render: ({ reason }) => reason },
  { key: 'mask', title: words.columns.mask, render: ({ masked }) => (masked ? words.masked : words.plain) },
  { key: 'status', title: words.columns.status, render: (record) => <ExportChip record={record} /> },
  { key: 'note', title: words.columns.note, render: noteOf },
  { key: 'at', title: words.columns.at, render: ({ at }) => stamp(at) },
];

/** Until when, or what the decision said. */
function noteOf({ can, expiresAt, decidedByName, decisionReason }: ExportRecord): string {
  const until = can.download === true && expiresAt ? words.until(moment(expiresAt)) : '';
  const decided = decidedByName && decisionReason ? words.decided(decidedByName, decisionReason) : '';
  return [decided, until].filter(Boolean).join(' · ');
}
