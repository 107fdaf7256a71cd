import './points.css';
import { listMyStatement } from '#contract/points/mine.ts';
import { usePages } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { LineRow } from './lines.tsx';
import { pointsWords as words } from './words.ts';

/** Every movement with the balance after it. */
export function StatementPage() {
  const pages = usePages(listMyStatement, { query: { limit: 50 } });
  return (
    <>
      <PageHeader title={words.statement} onBack />
      {pages.error && <Failed error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading && <Loading rows={8} />}
      {!pages.isLoading && !pages.error && pages.rows.length === 0 && (
        <EmptyState icon="seed">{words.none}</EmptyState>
      )}
      {pages.rows.length > 0 && (
        <RowSheet>
          {pages.rows.map((line) => (
            <LineRow key={line.lineId} line={line} withBalance />
          ))}
        </RowSheet>
      )}
      {pages.hasMore && (
        <Button wide onPress={pages.more}>
          {words.more}
        </Button>
      )}
    </>
  );
}
