import './identity.css';
import { useState } from 'react';
import { listAccounts } from '#contract/identity/endpoints.ts';
import type { AccountRecord } from '#contract/identity/records.ts';
import { roleWords } from '#contract/identity/words.ts';
import { moment, stamp } from '#web/lib/formats.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { type Status, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { ManageAccountForm } from './ManageAccountForm.tsx';
import { accountsWords as words } from './words.ts';

/** Staff accounts: who can sign in, who is locked out, whose password runs out. */
export function AccountsListPage() {
  const [filters, setFilters] = useFilters();
  const [managed, setManaged] = useState<AccountRecord | null>(null);
  const { status, search } = filters;
  const rows = usePages(listAccounts, {
    query: {
      ...(status ? { status: status as AccountRecord['status'] } : {}),
      ...(search ? { search } : {}),
    },
  });
  const act: RegisterColumn<AccountRecord> = {
    key: 'act',
    title: words.columns.act,
    render: (account) =>
      Object.values(account.can).includes(true) && (
        <Button kind="quiet" small onPress={() => setManaged(account)}>
          {words.manage}
        </Button>
      ),
  };
  return (
    <DeskPage title={words.title}>
      <RegisterTable
        name="accounts"
        rows={rows}
        rowKey={({ accountId }) => accountId}
        columns={[...columns, act]}
        selectedKey={managed?.accountId}
        empty={<EmptyState>{words.none}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {managed && <ManageAccountForm account={managed} onClose={() => setManaged(null)} />}
    </DeskPage>
  );
}

const filterParts = [
  {
    kind: 'choice',
    key: 'status',
    label: words.statusLabel,
    all: words.statusAll,
    choices: Object.entries(words.statuses).map(([value, word]) => ({ value, word })),
  },
  { kind: 'search', key: 'search', label: words.search },
] as const;

const chips: Record<AccountRecord['status'], Status> = {
  active: 'done',
  locked: 'soon',
  disabled: 'paused',
};

const columns: readonly RegisterColumn<AccountRecord>[] = [
  { key: 'name', title: words.columns.name, render: ({ name }) => name },
  { key: 'phone', title: words.columns.phone, render: ({ phone }) => phone },
  {
    key: 'status',
    title: words.columns.status,
    render: ({ status, lockedUntil }) => (
      <StatusChip status={chips[status]}>
        {status === 'locked' && lockedUntil ? words.lockedUntil(moment(lockedUntil)) : words.statuses[status]}
      </StatusChip>
    ),
  },
  {
    key: 'posts',
    title: words.columns.posts,
    render: ({ posts }) =>
      posts.map(({ role, areaName }) => `${areaName} ${roleWords[role]}`).join(words.between),
  },
  {
    key: 'lastSignIn',
    title: words.columns.lastSignIn,
    render: ({ lastSignInAt }) => (lastSignInAt ? stamp(lastSignInAt) : words.never),
  },
  {
    key: 'password',
    title: words.columns.password,
    render: ({ passwordExpiresOn }) => passwordExpiresOn,
  },
  {
    key: 'secondFactor',
    title: words.columns.secondFactor,
    render: ({ secondFactor }) => (secondFactor ? words.secondFactorOn : words.secondFactorOff),
  },
];
