import './sheet.css';
import { readSheets } from '#contract/cases/ledgers/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { CaseSheet } from './CaseSheet.tsx';
import { usePageFeet } from './usePageFeet.ts';
import { sheetWords as words } from './words.ts';

/** A4 承办单: one sheet of paper for each case, with its four signatures and a way back by its code. */
export function SheetsPage() {
  const [filters] = useFilters();
  const ids = (filters.ids ?? '').split(',').filter(Boolean);
  const { data, error, refetch } = useRead(readSheets, { query: { ids } }, { enabled: ids.length > 0 });
  usePageFeet(data);
  return (
    <DeskPage
      title={words.page}
      figures={data && <span className="jia-caption">{words.count(data.cases.length)}</span>}
      actions={
        data && (
          <Button kind="primary" icon="printer" onPress={() => window.print()}>
            {words.print}
          </Button>
        )
      }
    >
      {ids.length === 0 && <EmptyState icon="printer">{words.none}</EmptyState>}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {ids.length > 0 && !data && !error && <Loading rows={8} />}
      <div className="jia-papers">
        {data?.cases.map((record, index) => (
          <CaseSheet
            key={record.caseId}
            record={record}
            index={index}
            street={data.street}
            printedBy={data.printedBy}
            printedAt={data.printedAt}
          />
        ))}
      </div>
    </DeskPage>
  );
}
