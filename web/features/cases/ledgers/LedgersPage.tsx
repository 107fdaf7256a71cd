import '../cases.css';
import type { ReactNode } from 'react';
import { type Ledger, ledgers, readLedger } from '#contract/cases/ledgers/endpoints.ts';
import { fixedColumns, ledgerColumns, ledgerDates, ledgerLabels } from '#contract/cases/ledgers/words.ts';
import { readArea } from '#contract/territory/endpoints.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { type FilterPart, FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { months, ownDays, spanOf } from './period.ts';
import { periodWords, ledgersWords as words } from './words.ts';

interface Shown {
  filter: Readonly<Record<string, unknown>>;
  filterText: string;
}

interface LedgersPageProps {
  /** Export of the ledger in view; the shell brings it. */
  exchange?: (ledger: Ledger, shown: Shown) => ReactNode;
}

interface Row {
  rowId: string;
  caseId: string;
  cells: (string | null)[];
}

/** 台账: the five standard ledgers, as their exports write them. */
export function LedgersPage({ exchange }: LedgersPageProps) {
  const [filters, setFilters] = useFilters();
  const ledger = ledgers.find((one) => one === filters.ledger) ?? 'intake';
  const { span, word } = spanOf(filters);
  const { areaId } = filters;
  const filter = { ...span, ...(areaId ? { areaId } : {}) };
  const rows = usePages(readLedger, { params: { ledger }, query: filter });
  const { data: area } = useRead(
    readArea,
    { params: { areaId: areaId ?? '' } },
    { enabled: areaId !== undefined },
  );
  return (
    <DeskPage title={ledgerLabels[ledger]}>
      <RegisterTable
        key={ledger}
        name={`ledger-${ledger}`}
        rows={rows}
        rowKey={({ rowId }) => rowId}
        columns={columnsOf(ledger)}
        empty={<EmptyState>{words.empty}</EmptyState>}
        filters={
          <FilterSentence values={filters} onChange={setFilters} parts={parts(filters.month === ownDays)} />
        }
        actions={exchange?.(ledger, { filter, filterText: [word, area?.name].filter(Boolean).join(' · ') })}
      />
      <p className="jia-caption">{words.keptBy(ledgerDates[ledger])}</p>
    </DeskPage>
  );
}

const parts = (hasOwnDays: boolean): FilterPart[] => [
  {
    kind: 'choice' as const,
    key: 'ledger',
    label: words.which,
    all: ledgerLabels.intake,
    choices: ledgers.filter((one) => one !== 'intake').map((value) => ({ value, word: ledgerLabels[value] })),
  },
  {
    kind: 'choice' as const,
    key: 'month',
    label: periodWords.label,
    all: words.allMonths,
    choices: [...months(), { value: ownDays, word: words.ownDays }],
  },
  ...(hasOwnDays
    ? [
        { kind: 'day' as const, key: 'from', label: words.from },
        { kind: 'day' as const, key: 'to', label: words.to },
      ]
    : []),
  { kind: 'area' as const, key: 'areaId', label: words.area },
];

const columnsOf = (ledger: Ledger): RegisterColumn<Row>[] =>
  [...fixedColumns, ...ledgerColumns[ledger]].map(({ key, header }, index) => ({
    key,
    title: header,
    render: ({ caseId, cells }) =>
      key === 'number' ? (
        <Link to="/cases/$caseId" params={{ caseId } as never} className="jia-keep">
          {cells[index]}
        </Link>
      ) : (
        <span className="jia-cell">{cells[index]}</span>
      ),
  }));
