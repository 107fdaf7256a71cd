import { type SettlementState, settlementStates } from '#contract/redemption/codes.ts';
import { listSettlements, openSettlements } from '#contract/redemption/office.ts';
import type { SettlementRecord } from '#contract/redemption/records.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import type { Status } from '#web/ui/StatusChip/StatusChip.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { labels, monthName, yuan } from '../words.ts';
import { settlementDeskWords as words } from './words.ts';

/** The months of all merchants, and the way to freeze the last one. */
export function SettlementsListPage() {
  const [filters, setFilters] = useFilters();
  const mayOpen = useMayAnywhere()('merchant.edit');
  const open = useCommand(openSettlements);
  const month = lastMonth();
  const query = filters.state ? { state: filters.state as SettlementState } : {};
  const rows = usePages(listSettlements, { query });
  return (
    <DeskPage
      title={words.title}
      actions={
        mayOpen && (
          <Button
            kind="primary"
            busy={open.isPending && words.opening}
            onPress={() => open.mutate({ body: { month } })}
          >
            {words.open(monthName(month))}
          </Button>
        )
      }
    >
      {open.error && <Banner kind="error">{sentenceOf(open.error)}</Banner>}
      {open.data && <Banner kind="notice">{words.opened(open.data.opened, open.data.known)}</Banner>}
      <RegisterTable
        name="settlements"
        rows={rows}
        rowKey={({ settlementId }) => settlementId}
        columns={columns}
        empty={<EmptyState>{filters.state ? words.none : words.empty}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
    </DeskPage>
  );
}

/** The calendar month before this one, in Beijing. */
function lastMonth(): string {
  const [year = 0, number = 0] = dayStamp(new Date()).split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

const filterParts = [
  {
    kind: 'choice',
    key: 'state',
    label: words.stateLabel,
    all: words.allStates,
    choices: settlementStates.map((value) => ({ value, word: labels.settlements[value] })),
  },
] as const;

export const chips: Record<SettlementState, Status> = {
  open: 'waiting',
  confirmed: 'progress',
  appealed: 'soon',
  signed: 'progress',
  closed: 'done',
};

const { columns: heads } = words;
const columns: readonly RegisterColumn<SettlementRecord>[] = [
  {
    key: 'merchant',
    title: heads.merchant,
    render: ({ settlementId, merchantName }) => (
      <Link to={'/settlements/$settlementId' as never} params={{ settlementId } as never}>
        {merchantName}
      </Link>
    ),
  },
  { key: 'month', title: heads.month, render: ({ month }) => monthName(month) },
  { key: 'count', title: heads.count, align: 'end', render: ({ count }) => count },
  { key: 'points', title: heads.points, align: 'end', render: ({ points }) => points },
  { key: 'subsidy', title: heads.subsidy, align: 'end', render: ({ subsidyFen }) => yuan(subsidyFen) },
  {
    key: 'state',
    title: heads.state,
    render: ({ state }) => <StatusChip status={chips[state]}>{labels.settlements[state]}</StatusChip>,
  },
  { key: 'payment', title: heads.payment, render: ({ paymentReference }) => paymentReference },
];
