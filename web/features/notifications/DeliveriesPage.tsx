import './notifications.css';
import { deliveryStatuses } from '#contract/notifications/codes.ts';
import { listDeliveries } from '#contract/notifications/endpoints.ts';
import type { DeliveryRecord } from '#contract/notifications/records.ts';
import { deliveryStatusLabels, textChannelLabels } from '#contract/notifications/words.ts';
import { moment, stamp } from '#web/lib/formats.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { deliveryWords as words } from './words.ts';

/** Texts that left or wait to; in the demo those that would have left. */
export function DeliveriesPage() {
  const [filters, setFilters] = useFilters();
  const status = deliveryStatuses.find((one) => one === filters.status);
  const rows = usePages(listDeliveries, { query: status ? { status } : {} });
  const isDemo = rows.rows.some(({ channel }) => channel === 'outbox');
  return (
    <DeskPage title={words.title}>
      {isDemo && <Banner kind="notice">{words.demo}</Banner>}
      <RegisterTable
        name="deliveries"
        rows={rows}
        rowKey={({ deliveryId }) => deliveryId}
        columns={columns}
        empty={<EmptyState>{words.empty}</EmptyState>}
        filters={
          <FilterSentence
            values={filters}
            onChange={setFilters}
            parts={[
              {
                kind: 'choice',
                key: 'status',
                label: words.status,
                all: words.anyStatus,
                choices: deliveryStatuses.map((value) => ({ value, word: deliveryStatusLabels[value] })),
              },
            ]}
          />
        }
      />
    </DeskPage>
  );
}

const columns: readonly RegisterColumn<DeliveryRecord>[] = [
  { key: 'text', title: words.text, render: ({ text }) => text },
  { key: 'channel', title: words.channel, width: 140, render: ({ channel }) => textChannelLabels[channel] },
  { key: 'status', title: words.status, width: 180, render: statusOf },
  { key: 'attempts', title: words.attempts, width: 80, align: 'end', render: ({ attempts }) => attempts },
  { key: 'at', title: words.at, width: 120, render: ({ at }) => stamp(at) },
];

function statusOf({ status, problem, nextAt }: DeliveryRecord): string {
  const parts = [deliveryStatusLabels[status], nextAt && problem ? words.next(moment(nextAt)) : problem];
  return parts.filter(Boolean).join(' · ');
}
