import { useState } from 'react';
import { type MerchantStatus, merchantStatuses } from '#contract/redemption/codes.ts';
import { listMerchants } from '#contract/redemption/office.ts';
import type { MerchantRow } from '#contract/redemption/records.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages } from '#web/lib/query.ts';
import { Link, useFilters, useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { labels, offerWords, yuan } from '../words.ts';
import { JoinForm } from './JoinForm.tsx';
import { merchantDeskWords as words } from './words.ts';

/** The register of merchants that take part. */
export function MerchantsListPage() {
  const [filters, setFilters] = useFilters();
  const [isJoining, setJoining] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useMayAnywhere()('merchant.edit');
  const query = filters.status ? { status: filters.status as MerchantStatus } : {};
  const rows = usePages(listMerchants, { query });
  return (
    <DeskPage
      title={words.title}
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setJoining(true)}>
            {words.join}
          </Button>
        )
      }
    >
      <RegisterTable
        name="merchants"
        rows={rows}
        rowKey={({ merchantId }) => merchantId}
        columns={columns}
        empty={<EmptyState>{filters.status ? words.none : words.empty}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {isJoining && (
        <JoinForm
          onClose={() => setJoining(false)}
          onJoined={(merchantId) =>
            void navigate({ to: '/merchants/$merchantId' as never, params: { merchantId } as never })
          }
        />
      )}
    </DeskPage>
  );
}

const filterParts = [
  {
    kind: 'choice',
    key: 'status',
    label: words.statusLabel,
    all: words.allStatuses,
    choices: merchantStatuses.map((value) => ({ value, word: labels.merchants[value] })),
  },
] as const;

const { columns: heads } = words;
const columns: readonly RegisterColumn<MerchantRow>[] = [
  {
    key: 'name',
    title: heads.name,
    render: ({ merchantId, name, badge }) => (
      <>
        <Link to={'/merchants/$merchantId' as never} params={{ merchantId } as never}>
          {name}
        </Link>{' '}
        {badge && <Tag>{offerWords.badge}</Tag>}
      </>
    ),
  },
  { key: 'area', title: heads.area, render: ({ areaName }) => areaName },
  { key: 'agreement', title: heads.agreement, render: ({ agreement }) => agreement },
  { key: 'price', title: heads.price, align: 'end', render: ({ fenPerPoint }) => yuan(fenPerPoint) },
  { key: 'offers', title: heads.offers, align: 'end', render: ({ offersOpen }) => offersOpen },
  { key: 'captured', title: heads.captured, align: 'end', render: ({ captured }) => captured },
  { key: 'undone', title: heads.undone, align: 'end', render: ({ undone }) => undone },
  { key: 'score', title: heads.score, align: 'end', render: ({ score }) => score },
  {
    key: 'status',
    title: heads.status,
    render: ({ status }) => (
      <StatusChip status={status === 'active' ? 'normal' : 'paused'}>{labels.merchants[status]}</StatusChip>
    ),
  },
];
