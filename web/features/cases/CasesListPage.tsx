import './cases.css';
import { type ReactNode, useState } from 'react';
import { type Urgency, urgencies } from '#contract/cases/codes.ts';
import { countCases, countListed, listCases } from '#contract/cases/endpoints.ts';
import { type Kind, kinds, type Status, statuses } from '#contract/cases/machine.ts';
import type { CaseRow } from '#contract/cases/records.ts';
import { stamp } from '#web/lib/formats.ts';
import { useCountedPages, useRead } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Lamp } from './lamp.tsx';
import { PrintTicked, tickColumn } from './sheet/PrintTicked.tsx';
import { labels, deskWords as words } from './words.ts';

interface CasesListPageProps {
  /** Export of what the list shows; the shell brings it. */
  exchange?: (filter: Readonly<Record<string, unknown>>) => ReactNode;
}

type Filters = Readonly<Record<string, string | undefined>>;

/** The register of cases: every request of the viewer's areas and units, nearest date first. */
export function CasesListPage({ exchange }: CasesListPageProps) {
  const [filters, setFilters] = useFilters();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const rows = useCountedPages(listCases, countListed, { query: queryOf(filters) });
  const { data: figures } = useRead(countCases);
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <DeskPage
      title={words.register}
      figures={
        figures && (
          <>
            <Figure
              value={figures.overdue}
              word={words.overdue}
              tone={figures.overdue > 0 ? 'late' : 'plain'}
            />
            <Figure value={figures.dueToday} word={words.dueToday} />
          </>
        )
      }
    >
      <RegisterTable
        name="cases"
        rows={rows}
        rowKey={({ caseId }) => caseId}
        columns={[tickColumn(ticked, setTicked), ...caseColumns]}
        empty={<EmptyState>{isFiltered ? words.none : words.empty}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={parts} />}
        actions={
          <>
            <PrintTicked ids={ticked} />
            {exchange?.(queryOf(filters))}
          </>
        }
      />
    </DeskPage>
  );
}

function queryOf({ search, status, kind, urgency, which }: Filters) {
  return {
    ...(search ? { search } : {}),
    ...(status ? { status: status as Status } : {}),
    ...(kind ? { kind: kind as Kind } : {}),
    ...(urgency ? { urgency: urgency as Urgency } : {}),
    ...(which === 'open' || which === 'overdue' || which === 'mine' ? { [which]: 'true' as const } : {}),
  };
}

const parts = [
  { kind: 'search' as const, key: 'search', label: words.search },
  {
    kind: 'choice' as const,
    key: 'which',
    label: words.which,
    all: words.all,
    choices: [
      { value: 'open', word: words.onlyOpen },
      { value: 'overdue', word: words.onlyOverdue },
      { value: 'mine', word: words.onlyMine },
    ],
  },
  {
    kind: 'choice' as const,
    key: 'status',
    label: words.status,
    all: words.allStatuses,
    choices: statuses
      .filter((code) => code !== 'draft')
      .map((value) => ({ value, word: labels.status[value] })),
  },
  {
    kind: 'choice' as const,
    key: 'kind',
    label: words.kind,
    all: words.allKinds,
    choices: kinds.map((value) => ({ value, word: labels.kind[value] })),
  },
  {
    kind: 'choice' as const,
    key: 'urgency',
    label: words.urgency,
    all: words.allUrgencies,
    choices: urgencies.map((value) => ({ value, word: labels.urgency[value] })),
  },
];

/** What every list of cases shows of one. */
export const caseColumns: readonly RegisterColumn<CaseRow>[] = [
  {
    key: 'number',
    title: words.columns.number,
    render: ({ caseId, number }) => (
      <Link to="/cases/$caseId" params={{ caseId } as never} className="jia-keep">
        {number}
      </Link>
    ),
  },
  { key: 'title', title: words.columns.title, render: ({ title }) => title },
  {
    key: 'place',
    title: words.columns.place,
    render: ({ placeText, area }) => placeText || area?.name || words.noPlace,
  },
  { key: 'matter', title: words.columns.matter, isExtra: true, render: ({ matter }) => matter?.name ?? '' },
  { key: 'kind', title: words.columns.kind, render: ({ kind }) => labels.kind[kind] },
  { key: 'status', title: words.columns.status, render: ({ status }) => labels.status[status] },
  { key: 'due', title: words.columns.due, render: (row) => <Lamp of={row} /> },
  { key: 'lead', title: words.columns.lead, render: ({ lead }) => lead?.name ?? words.noLead },
  { key: 'reported', title: words.columns.reported, render: ({ reportedAt }) => stamp(reportedAt) },
];
