import { listAccounts } from '#contract/points/endpoints.ts';
import type { AccountLine } from '#contract/points/records.ts';
import { figure, moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { deskWords, labels } from '../words.ts';
import { uncounted, wholeList } from './rows.ts';

const words = deskWords.accounts;

/** The server reads no more at once. */
const accountsMax = 200;

/** Accounts of one's areas; people are masked. */
export function AccountsPage() {
  const [filters, setFilters] = useFilters();
  const { search, kind } = filters;
  const read = useRead(listAccounts, {
    query: { ...(search ? { search } : {}), ...(kind ? { kind: kind as AccountLine['kind'] } : {}) },
  });
  const isCut = (read.data?.items.length ?? 0) >= accountsMax;
  return (
    <DeskPage title={words.title}>
      {isCut && <p className="jia-hint">{words.most(accountsMax)}</p>}
      <RegisterTable
        name="points-accounts"
        rows={isCut ? uncounted(wholeList(read)) : wholeList(read)}
        rowKey={({ accountId }) => accountId}
        columns={columns}
        empty={<EmptyState icon="seed">{words.none}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
    </DeskPage>
  );
}

const filterParts = [
  {
    kind: 'choice',
    key: 'kind',
    label: words.kind,
    all: words.allKinds,
    choices: Object.entries(labels.account).map(([value, word]) => ({ value, word })),
  },
  { kind: 'search', key: 'search', label: words.search },
] as const;

const columns: readonly RegisterColumn<AccountLine>[] = [
  {
    key: 'who',
    title: words.columns.who,
    render: ({ accountId, who }) => (
      <Link to={'/points-accounts/$accountId' as never} params={{ accountId } as never}>
        {who}
      </Link>
    ),
  },
  { key: 'kind', title: words.columns.kind, render: ({ kind }) => labels.account[kind] },
  { key: 'balance', title: words.columns.balance, align: 'end', render: ({ balance }) => figure(balance) },
  { key: 'held', title: words.columns.held, align: 'end', render: ({ held }) => figure(held) },
  { key: 'opened', title: words.columns.opened, render: ({ openedAt }) => moment(openedAt) },
];
