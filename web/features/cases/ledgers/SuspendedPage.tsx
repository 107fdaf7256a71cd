import '../cases.css';
import { useState } from 'react';
import { listSuspended, type SuspendedRow } from '#contract/cases/ledgers/endpoints.ts';
import type { CaseVerb } from '#contract/cases/records.ts';
import { dayStamp, untilDue } from '#web/lib/formats.ts';
import { usePages } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { VerbDrawer } from '../VerbDrawer.tsx';
import { labels } from '../words.ts';
import { suspendedWords as words } from './words.ts';

type Chosen = { row: SuspendedRow; verb: CaseVerb };

/** 挂账: what waits with a plan, by its next review; or what was closed apart and never counts as solved. */
export function SuspendedPage() {
  const [filters, setFilters] = useFilters();
  const isSpecial = filters.which === 'special';
  const rows = usePages(listSuspended, { query: { which: isSpecial ? 'special' : 'suspended' } });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return (
    <DeskPage title={words.title}>
      {done && <Banner kind="notice">{done}</Banner>}
      <RegisterTable
        key={String(isSpecial)}
        name={isSpecial ? 'cases-special' : 'cases-suspended'}
        rows={rows}
        rowKey={({ caseId }) => caseId}
        columns={isSpecial ? [...common, ...ofSpecial] : [...common, ...ofSuspended(setChosen)]}
        empty={<EmptyState>{isSpecial ? words.emptySpecial : words.empty}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={parts} />}
      />
      {chosen && (
        <VerbDrawer
          verb={chosen.verb}
          of={chosen.row}
          given={chosen.verb === 'renew_suspension' ? { plan: chosen.row.plan } : {}}
          onDone={setDone}
          onClose={() => setChosen(null)}
        />
      )}
    </DeskPage>
  );
}

const parts = [
  {
    kind: 'choice' as const,
    key: 'which',
    label: words.which,
    all: words.suspended,
    choices: [{ value: 'special', word: words.special }],
  },
];

const common: readonly RegisterColumn<SuspendedRow>[] = [
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
  { key: 'lead', title: words.columns.lead, render: ({ lead }) => lead?.name ?? '' },
];

const dayMs = 86_400_000;
const soonDays = 7;

function Until({ until }: { until: string | null }) {
  if (!until) return null;
  const left = Date.parse(until) - Date.now();
  const status = left < 0 ? 'overdue' : left < soonDays * dayMs ? 'soon' : 'paused';
  return <StatusChip status={status}>{`${dayStamp(until)} ${untilDue(until)}`}</StatusChip>;
}

const ofSuspended = (choose: (chosen: Chosen) => void): RegisterColumn<SuspendedRow>[] => [
  { key: 'plan', title: words.columns.plan, render: ({ plan }) => <span className="jia-cell">{plan}</span> },
  { key: 'until', title: words.columns.until, render: ({ until }) => <Until until={until} /> },
  { key: 'by', title: words.columns.by, render: ({ by }) => by },
  { key: 'since', title: words.columns.since, render: ({ since }) => dayStamp(since) },
  { key: 'renewals', title: words.columns.renewals, render: ({ renewals }) => words.renewals(renewals) },
  {
    key: 'verbs',
    title: words.columns.verbs,
    render: (row) => (
      <span className="jia-verbs">
        {row.canRenew === true && (
          <Button small onPress={() => choose({ row, verb: 'renew_suspension' })}>
            {words.renew}
          </Button>
        )}
        {row.canResume === true && (
          <Button small onPress={() => choose({ row, verb: 'resume' })}>
            {words.resume}
          </Button>
        )}
      </span>
    ),
  },
];

const ofSpecial: readonly RegisterColumn<SuspendedRow>[] = [
  {
    key: 'closure',
    title: words.columns.closure,
    render: ({ closure }) => (closure ? labels.closure[closure] : ''),
  },
  {
    key: 'plan',
    title: words.columns.reason,
    render: ({ plan }) => <span className="jia-cell">{plan}</span>,
  },
  { key: 'by', title: words.columns.by, render: ({ by }) => by },
  { key: 'since', title: words.columns.closed, render: ({ since }) => dayStamp(since) },
];
