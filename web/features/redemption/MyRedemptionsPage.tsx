import { listMyRedemptions } from '#contract/redemption/endpoints.ts';
import type { RedemptionRecord } from '#contract/redemption/records.ts';
import { moment } from '#web/lib/formats.ts';
import { usePages } from '#web/lib/query.ts';
import { Link, useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { redemptionPaths } from './pages.ts';
import { labels, offerWords, points, mineWords as words } from './words.ts';

/** What the family has redeemed, the newest first. */
export function MyRedemptionsPage() {
  const rows = usePages(listMyRedemptions, {});
  const navigate = useNavigate();
  const open = ({ redemptionId }: RedemptionRecord) =>
    void navigate({ to: redemptionPaths.one as never, params: { redemptionId } as never });
  return (
    <>
      <PageHeader title={words.title} onBack />
      {rows.error && rows.rows.length === 0 && <Failed error={rows.error} onRetry={rows.retry} />}
      {rows.isLoading && <Loading rows={4} />}
      {!rows.isLoading && !rows.error && rows.rows.length === 0 && (
        <EmptyState icon="seed" action={<Link to={redemptionPaths.offers as never}>{words.toOffers}</Link>}>
          {words.none}
        </EmptyState>
      )}
      {rows.rows.length > 0 && (
        <RowSheet>
          {rows.rows.map((row) => (
            <ListRow
              key={row.redemptionId}
              title={row.title}
              note={`${row.shop.name} · ${moment(row.capturedAt ?? row.reservedAt)} · ${points(row.points)}`}
              trailing={<span className="jia-caption">{labels.states[row.state]}</span>}
              onPress={() => open(row)}
            />
          ))}
        </RowSheet>
      )}
      {rows.hasMore && (
        <Button wide onPress={rows.more}>
          {offerWords.more}
        </Button>
      )}
    </>
  );
}
