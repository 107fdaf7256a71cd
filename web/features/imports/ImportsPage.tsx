import './imports.css';
import { listImports, listRegisters } from '#contract/imports/endpoints.ts';
import type { ImportRecord, ImportStatus } from '#contract/imports/records.ts';
import { figure, stamp } from '#web/lib/formats.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { ImportChip } from './ImportChip.tsx';
import { UploadForm } from './UploadForm.tsx';
import { importWords as words } from './words.ts';

/** Where an import begins, and those that were made before; cut ones are gone on with from here. */
export function ImportsPage() {
  const [{ register }, setFilters] = useFilters();
  const registers = useRead(listRegisters);
  if (registers.error) {
    return <Failed error={registers.error} onRetry={() => void registers.refetch()} />;
  }
  if (!registers.data) return <Loading rows={5} />;
  const { items } = registers.data;
  return (
    <DeskPage title={words.title}>
      {items.length === 0 ? (
        <EmptyState icon="upload">{words.noRegister}</EmptyState>
      ) : (
        <UploadForm
          registers={items}
          chosen={
            items.find((item) => item.register === register) ?? (items.length === 1 ? items[0] : undefined)
          }
          onChoose={(name) => setFilters({ register: name })}
        />
      )}
      <Section title={words.past}>
        <PastImports registers={items} />
      </Section>
    </DeskPage>
  );
}

const columns: readonly RegisterColumn<ImportRecord>[] = [
  {
    key: 'file',
    title: words.columns.file,
    render: ({ importId, fileName }) => (
      <Link to="/imports/$importId" params={{ importId } as never}>
        {fileName}
      </Link>
    ),
  },
  { key: 'register', title: words.columns.register, render: ({ title }) => title },
  { key: 'status', title: words.columns.status, render: (record) => <ImportChip record={record} /> },
  {
    key: 'rows',
    title: words.columns.rows,
    align: 'end',
    render: ({ rowsTotal }) => (rowsTotal === null ? '' : figure(rowsTotal)),
  },
  {
    key: 'taken',
    title: words.columns.taken,
    align: 'end',
    render: ({ counts }) => figure(counts.created + counts.updated),
  },
  {
    key: 'refused',
    title: words.columns.refused,
    align: 'end',
    render: ({ counts }) => figure(counts.failed + counts.duplicate),
  },
  { key: 'by', title: words.columns.by, render: ({ byName }) => byName },
  { key: 'at', title: words.columns.at, render: ({ at }) => stamp(at) },
];

function PastImports({ registers }: { registers: readonly { register: string; title: string }[] }) {
  const [filters, setFilters] = useFilters();
  const { past, status } = filters;
  const rows = usePages(listImports, {
    query: { register: past, status: status as ImportStatus | undefined },
  });
  return (
    <RegisterTable
      name="imports"
      rows={rows}
      rowKey={({ importId }) => importId}
      columns={columns}
      empty={<EmptyState>{words.none}</EmptyState>}
      filters={
        <FilterSentence
          values={filters}
          onChange={setFilters}
          parts={[
            {
              kind: 'choice',
              key: 'past',
              label: words.registerLabel,
              all: words.allRegisters,
              choices: registers.map(({ register, title }) => ({ value: register, word: title })),
            },
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
  );
}
