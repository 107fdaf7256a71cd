import '../redemption.css';
import { listShopMonths } from '#contract/redemption/counter.ts';
import type { ShopMonth } from '#contract/redemption/records.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { monthName, yuan } from '../words.ts';
import { monthWords as words } from './words.ts';

/** The months of the shop: what was taken, and how far the payment is. */
export function MonthsPage() {
  const { data, error, refetch } = useRead(listShopMonths);
  const navigate = useNavigate();
  const open = (settlementId: string) =>
    void navigate({ to: '/months/$settlementId' as never, params: { settlementId } as never });
  return (
    <>
      <PageHeader title={words.title} />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data?.items.length === 0 && <EmptyState icon="clipboard">{words.none}</EmptyState>}
      {data && data.items.length > 0 && (
        <RowSheet>
          {data.items.map((item) => {
            const { settlement } = item;
            return (
              <ListRow
                key={item.month}
                title={monthName(item.month)}
                note={words.line(item.count, item.points, yuan(item.subsidyFen))}
                trailing={<span className="jia-caption">{stateOf(item)}</span>}
                {...(settlement ? { onPress: () => open(settlement.settlementId) } : {})}
              />
            );
          })}
        </RowSheet>
      )}
    </>
  );
}

function stateOf({ settlement, month }: ShopMonth): string {
  if (settlement) return words.states[settlement.state];
  return month === dayStamp(new Date()).slice(0, 7) ? words.running : words.waiting;
}
